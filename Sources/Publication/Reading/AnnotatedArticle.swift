import Records

/// A row as deduplicate leaves it, in the order of its keys, so that one pass reads it. What passes on as it stands is
/// not taken apart.
struct AnnotatedArticle: JSONRecord {
    var id = ""
    var url: String?
    var canonicalURL: String?
    var outlet: Outlet?
    var title: String?
    var description: String?
    var authors: [String] = []
    var section: String?
    var language: String?
    var pageKind = PageKind.article
    var publishedAt: String?
    var publishedOn: String?
    var publishedRaw: String?
    var publishedZone: String?
    var publishedPrecision: Precision?
    var publishedFrom: String?
    var modifiedAt: String?
    var text = Verbatim("")
    var blocks = Verbatim<[Block]>([])
    var captions = Verbatim<[String]>([])
    var correction: String?
    var source = Source()
    var extraction = ExtractionReport()
    var entities: [Entity] = []
    var citations: [Citation] = []
    var version = ""
    var cluster: Membership?
    var relations: [Relation] = []
    var earlier = EarlierMembers()
    var quotes: [ClusteredQuote] = []

    init() {}

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("id", &id)
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
        try visitor.field("extraction", &extraction)
        try visitor.field("entities", &entities)
        try visitor.field("citations", &citations)
        try visitor.field("version", &version)
        try visitor.field("cluster", &cluster)
        try visitor.field("relations", &relations)
        try visitor.field("earlier", &earlier)
        try visitor.field("quotes", &quotes)
    }

    /// Reads a whole line.
    init(line: [UInt8]) throws(JSONError) {
        self.init()
        let result = line.withUnsafeBufferPointer { bytes -> Result<AnnotatedArticle, JSONError> in
            do throws(JSONError) {
                var reader = JSONReader(bytes)
                let article = try AnnotatedArticle(json: &reader)
                try reader.finish()
                return .success(article)
            } catch {
                return .failure(error)
            }
        }
        self = try result.get()
    }
}
