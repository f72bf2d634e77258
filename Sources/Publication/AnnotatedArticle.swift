import Records

/// A row as deduplicate leaves it.
struct AnnotatedArticle: JSONRecord {
    var article = Article()
    var extraction = ExtractionReport()
    var entities: [Entity] = []
    var quotes: [ClusteredQuote] = []
    var citations: [Citation] = []
    var cluster: Membership?
    var relations: [Relation] = []

    init() {}

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try article.visit(&visitor)
        try visitor.field("extraction", &extraction)
        try visitor.field("entities", &entities)
        try visitor.field("quotes", &quotes)
        try visitor.field("citations", &citations)
        try visitor.field("cluster", &cluster)
        try visitor.field("relations", &relations)
    }

    /// The entity with an id, such as a quote's speaker.
    func entity(_ id: String?) -> Entity? {
        id.flatMap { id in entities.first { $0.id == id } }
    }
}
