/// Who published an article. Also read from a plain name.
public struct Outlet: JSONRecord, Equatable {
    /// The registrable domain where it is known, else a form of the name; joins rows of one outlet.
    public var id: String?
    public var name: String?

    public init() {}

    public init(id: String?, name: String?) {
        self.id = id
        self.name = name
    }

    public init(json reader: inout JSONReader) throws(JSONError) {
        if try reader.peek() == UInt8(ascii: "\"") {
            self.init(id: nil, name: try reader.readString())
        } else {
            let fields = try OutletFields(json: &reader)
            self.init(id: fields.id, name: fields.name)
        }
    }

    public mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("id", &id)
        try visitor.field("name", &name)
    }
}

/// The object form alone.
private struct OutletFields: JSONRecord {
    var id: String?
    var name: String?

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("id", &id)
        try visitor.field("name", &name)
    }
}
