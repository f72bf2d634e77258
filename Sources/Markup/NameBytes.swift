extension ElementName {
    /// The name's bytes.
    var bytes: [UInt8] { NameBytes.elements[Int(rawValue)] }
}

extension AttributeName {
    /// The name's bytes as the scan passes it on.
    var bytes: [UInt8] { NameBytes.attributes[Int(rawValue)] }
}

private enum NameBytes {
    static let elements = ElementName.allCases.map { Array(String(describing: $0).utf8) }
    static let attributes = AttributeName.allCases.map { Array(String(describing: $0).utf8) }
}
