import Records

/// What is known of an article beside its words: read where it has a copy, never all at once.
struct ArticleRow: JSONRecord, Equatable {
    var id = ""
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

    /// Writes an article's row, without what the article lacks.
    static func write(_ article: ComparableArticle, credits: [String], into json: inout JSONWriter) {
        func write(_ key: StaticString, _ value: String?) {
            guard let value else { return }
            json.key(key)
            json.write(value)
        }
        json.beginObject()
        write("id", article.id)
        write("outlet_id", article.outlet?.id)
        write("outlet_name", article.outlet?.name)
        write("title", article.title)
        write("url", article.url)
        write("canonical_url", article.canonicalURL)
        write("published_at", article.publishedAt)
        write("published_on", article.publishedOn)
        write("published_precision", article.publishedPrecision?.rawValue)
        if !credits.isEmpty {
            json.key("credits")
            credits.write(json: &json)
        }
        if !article.citations.isEmpty {
            json.key("cited")
            article.citations.map(\.name).write(json: &json)
        }
        json.endObject()
    }

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("id", &id)
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
