import Records

/// An article as an index segment holds it.
struct IndexedArticle: Sendable {
    var article: ComparedArticle
    /// Without boilerplate.
    var words: [Word]

    init(article: ComparedArticle, words: [Word]) {
        self.article = article
        self.words = words
    }

    init(_ row: IndexRow, words: [Word]) {
        self.words = words
        let hasTime = row.publishedFrom != nil
        article = ComparedArticle(
            id: row.id, version: row.version, outlet: OutletForms(key: row.outlet, forms: row.outletForms),
            url: row.url,
            time: hasTime ? PublicationTime(start: row.publishedFrom ?? 0, end: row.publishedUntil ?? 0) : nil,
            credits: row.credits, words: 0..<0,
            settled: ComparedArticle.Settled(
                cluster: row.cluster, isRepresentative: row.isRepresentative, isCanonical: row.isCanonical))
    }
}

/// What a segment says of an article beside its words.
struct IndexRow: JSONRecord, Equatable {
    var id = ""
    var version = ""
    var outlet = ""
    var outletForms: [String] = []
    var url: String?
    /// Seconds since 1970, UTC, half-open.
    var publishedFrom: Int?
    var publishedUntil: Int?
    var credits: [String] = []
    var cluster = ""
    var isRepresentative = false
    var isCanonical = false

    init() {}

    init(_ article: ComparedArticle) {
        id = article.id
        version = article.version
        outlet = article.outlet.key
        outletForms = article.outlet.all
        url = article.url
        publishedFrom = article.time?.start
        publishedUntil = article.time?.end
        credits = article.credits
        cluster = article.settled?.cluster ?? ""
        isRepresentative = article.settled?.isRepresentative ?? false
        isCanonical = article.settled?.isCanonical ?? false
    }

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("id", &id)
        try visitor.field("version", &version)
        try visitor.field("outlet", &outlet)
        try visitor.field("outlet_forms", &outletForms)
        try visitor.field("url", &url)
        try visitor.field("published_from", &publishedFrom)
        try visitor.field("published_until", &publishedUntil)
        try visitor.field("credits", &credits)
        try visitor.field("cluster", &cluster)
        try visitor.field("is_representative", &isRepresentative)
        try visitor.field("is_canonical", &isCanonical)
    }
}
