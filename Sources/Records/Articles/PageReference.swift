/// A page to be read: a row of a page list or of fetch's shards.
public struct PageReference: JSONRecord, Equatable {
    public var id: String?
    public var url: String?
    public var outlet: Outlet?
    /// Relative to the page list that holds the row, or within a named input.
    public var path = ""
    /// Null in page lists of others; there the file itself tells.
    public var source: Source?

    public init() {}

    public mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("id", &id)
        try visitor.field("url", &url)
        try visitor.field("outlet", &outlet)
        try visitor.field("path", &path)
        try visitor.field("source", &source)
    }
}
