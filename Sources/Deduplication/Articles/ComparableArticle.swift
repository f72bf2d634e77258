public import Records

/// What comparison reads of a row. Only `id` and `text` must be there.
public struct ComparableArticle: JSONRecord, Equatable {
    public var id = ""
    /// Null where the row has none; then it follows from the text.
    public var version: String?
    public var url: String?
    public var canonicalURL: String?
    public var title: String?
    public var outlet: Outlet?
    public var publishedAt: String?
    public var publishedOn: String?
    public var publishedPrecision: Precision?
    public var text = ""
    public var quotes: [Quote] = []
    public var citations: [Citation] = []

    public init() {}

    public mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("id", &id)
        try visitor.field("version", &version)
        try visitor.field("url", &url)
        try visitor.field("canonical_url", &canonicalURL)
        try visitor.field("title", &title)
        try visitor.field("outlet", &outlet)
        try visitor.field("published_at", &publishedAt)
        try visitor.field("published_on", &publishedOn)
        try visitor.field("published_precision", &publishedPrecision)
        try visitor.field("text", &text)
        try visitor.field("quotes", &quotes)
        try visitor.field("citations", &citations)
    }
}
