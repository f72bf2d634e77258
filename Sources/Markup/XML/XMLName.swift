/// The name of an element or attribute (Namespaces in XML 1.0).
public struct XMLName: Equatable, Sendable {
    /// As written; empty where there is none.
    public var prefix: String
    /// The URI that the prefix stands for; empty where it is not declared.
    public var namespace: String
    public var local: String
}

public struct XMLAttribute: Equatable, Sendable {
    public var name: XMLName
    /// References resolved, white space as spaces.
    public var value: String
}

/// The namespace declarations in scope.
struct NamespaceScope {
    private var bindings: [(prefix: String, uri: String)] = []

    var count: Int { bindings.count }

    mutating func declare(_ prefix: String, _ uri: String) {
        bindings.append((prefix, uri))
    }

    mutating func leave(to count: Int) {
        bindings.removeLast(bindings.count - count)
    }

    func uri(of prefix: String) -> String {
        if prefix == "xml" { return "http://www.w3.org/XML/1998/namespace" }
        return bindings.last { $0.prefix == prefix }?.uri ?? ""
    }
}
