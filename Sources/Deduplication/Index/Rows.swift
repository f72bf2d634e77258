import Records

/// What is known of an article beside its words: read where it has a copy, never all at once.
struct ArticleRow: JSONRecord, Equatable {
    var id = ""
    var version = ""
    var outletID: String?
    var outletName: String?
    var title: String?
    var url: String?
    var canonicalURL: String?
    var publishedAt: String?
    var publishedOn: String?
    var publishedPrecision: Precision?
    /// Agencies and outlets that datelines and credit lines name, as printed.
    var credits: [String] = []
    /// Outlets that the text names as where something was reported.
    var cited: [String] = []

    init() {}

    init(_ article: ComparableArticle, version: String, credits: [String]) {
        id = article.id
        self.version = version
        outletID = article.outlet?.id
        outletName = article.outlet?.name
        title = article.title
        url = article.url
        canonicalURL = article.canonicalURL
        publishedAt = article.publishedAt
        publishedOn = article.publishedOn
        publishedPrecision = article.publishedPrecision
        self.credits = credits
        cited = article.citations.map(\.name)
    }

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("id", &id)
        try visitor.field("version", &version)
        try visitor.field("outlet_id", &outletID)
        try visitor.field("outlet_name", &outletName)
        try visitor.field("title", &title)
        try visitor.field("url", &url)
        try visitor.field("canonical_url", &canonicalURL)
        try visitor.field("published_at", &publishedAt)
        try visitor.field("published_on", &publishedOn)
        try visitor.field("published_precision", &publishedPrecision)
        try visitor.field("credits", &credits)
        try visitor.field("cited", &cited)
    }
}

/// What is known of a quote beside its words.
struct QuoteRow: JSONRecord, Equatable {
    var id = ""
    /// The content: its spans one after the other, a space between them.
    var text = ""
    var speakerName: String?
    var speakerKind: Speaker.Kind?
    /// Names of those through whom it came.
    var through: [String] = []

    init() {}

    init(_ quote: Quote, text: String) {
        id = quote.id
        self.text = text
        speakerName = quote.speaker?.name
        speakerKind = quote.speaker?.kind
        through = quote.chain.compactMap(\.name)
    }

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("id", &id)
        try visitor.field("text", &text)
        try visitor.field("speaker_name", &speakerName)
        try visitor.field("speaker_kind", &speakerKind)
        try visitor.field("through", &through)
    }
}
