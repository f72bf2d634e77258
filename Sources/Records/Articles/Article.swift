/// One article as normalize writes it. Offsets count Unicode scalars of `text`; times are RFC 3339 in UTC.
public struct Article: JSONRecord, Equatable {
    /// As given, else `a` and 16 hexadecimal digits.
    public var id = ""
    /// `v` and 12 hexadecimal digits of the text's SHA-256.
    public var version = ""
    public var url: String?
    public var canonicalURL: String?
    public var outlet: Outlet?
    public var title: String?
    public var description: String?
    public var authors: [String] = []
    public var section: String?
    /// BCP 47 primary language subtag, lower case.
    public var language: String?
    public var pageKind = PageKind.article
    public var publishedAt: String?
    /// The day as printed, `YYYY-MM-DD`, in the page's own zone.
    public var publishedOn: String?
    public var publishedRaw: String?
    /// As printed: an offset such as `+02:00` or a name such as `EST`.
    public var publishedZone: String?
    public var publishedPrecision: Precision?
    /// The witness that was believed, such as `json-ld` or `byline`.
    public var publishedFrom: String?
    public var modifiedAt: String?
    /// The body alone: no title, captions or notes.
    public var text = ""
    public var blocks: [Block] = []
    public var captions: [String] = []
    /// The text of a correction note.
    public var correction: String?
    public var source = Source()

    public init() {}

    public mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("id", &id)
        try visitor.field("version", &version)
        try visitor.field("url", &url)
        try visitor.field("canonical_url", &canonicalURL)
        try visitor.field("outlet", &outlet)
        try visitor.field("title", &title)
        try visitor.field("description", &description)
        try visitor.field("authors", &authors)
        try visitor.field("section", &section)
        try visitor.field("language", &language)
        try visitor.field("page_kind", &pageKind)
        try visitor.field("published_at", &publishedAt)
        try visitor.field("published_on", &publishedOn)
        try visitor.field("published_raw", &publishedRaw)
        try visitor.field("published_zone", &publishedZone)
        try visitor.field("published_precision", &publishedPrecision)
        try visitor.field("published_from", &publishedFrom)
        try visitor.field("modified_at", &modifiedAt)
        try visitor.field("text", &text)
        try visitor.field("blocks", &blocks)
        try visitor.field("captions", &captions)
        try visitor.field("correction", &correction)
        try visitor.field("source", &source)
    }
}

/// What a page is. Only the first four kinds hold an article's text.
public enum PageKind: String, JSONEnumeration {
    case article
    case live
    case gallery
    case video
    case stub
    case index
    case error
    case other
}

/// How exactly a time was printed.
public enum Precision: String, JSONEnumeration {
    case second
    case minute
    case day
    case month
}
