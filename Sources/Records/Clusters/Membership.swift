/// An article's place in its cluster of copies.
public struct Membership: JSONRecord, Equatable {
    public enum Role: String, JSONEnumeration {
        case canonical
        case copy
        case only
    }

    /// `c` and 16 hexadecimal digits.
    public var id = ""
    public var role = Role.only
    /// Why the canonical copy is canonical, or what ties this copy to it.
    public var reason = ""

    public init() {}

    public init(id: String, role: Role, reason: String) {
        self.id = id
        self.role = role
        self.reason = reason
    }

    public mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("id", &id)
        try visitor.field("role", &role)
        try visitor.field("reason", &reason)
    }
}

/// A quote's place in its cluster of the same utterance.
public struct QuoteMembership: JSONRecord, Equatable {
    public var id = ""
    /// Its place in the cluster's longest version, in scalars of that version's content.
    public var at: TextSpan?
    /// Whether it is that longest version.
    public var isLongest = false

    public init() {}

    public init(id: String, at: TextSpan?, isLongest: Bool = false) {
        self.id = id
        self.at = at
        self.isLongest = isLongest
    }

    public mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("id", &id)
        try visitor.field("at", &at)
        try visitor.field("longest", &isLongest)
    }
}
