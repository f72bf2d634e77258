extension ElementName {
    /// The name as it stands in the page, in lower case.
    public var name: String { NameBytes.names[Int(rawValue)] }

    /// The name's bytes.
    var bytes: [UInt8] { NameBytes.elements[Int(rawValue)] }
}

private enum NameBytes {
    static let names = ElementName.allCases.map { String(describing: $0) }
    static let elements = ElementName.allCases.map { Array(String(describing: $0).utf8) }
}
