import Records

/// What is known of an article beside its words: read where it has a copy, never all at once.
struct ArticleRow: JSONRecord, Equatable {
    var id = ""
    var version = ""
    /// Joins the articles of one outlet; empty where none is known.
    var outlet = ""
    /// How others name the outlet.
    var outletForms: [String] = []
    var outletID: String?
    var outletName: String?
    var title: String?
    var url: String?
    var canonicalURL: String?
    var publishedAt: String?
    /// Seconds since 1970, UTC, half-open.
    var publishedFrom: Int?
    var publishedUntil: Int?
    /// Agencies and outlets that datelines and credit lines name, as printed, each once.
    var credits: [String] = []
    /// The same, folded.
    var creditForms: [String] = []
    /// Outlets that the text names as where something was reported, folded.
    var cited: [String] = []

    init() {}

    init(_ article: ComparableArticle, version: String, credits: [String]) {
        id = article.id
        self.version = version
        let forms = OutletForms(article.outlet)
        outlet = forms.key
        outletForms = forms.forms
        outletID = article.outlet?.id
        outletName = article.outlet?.name
        title = article.title
        url = article.url
        canonicalURL = article.canonicalURL
        publishedAt = article.publishedAt
        let time = PublicationTime(
            at: article.publishedAt, on: article.publishedOn, precision: article.publishedPrecision)
        publishedFrom = time?.start
        publishedUntil = time?.end
        var seen: Set<String> = [""]
        self.credits = credits.filter { seen.insert(OutletForms.folded($0)).inserted }
        creditForms = self.credits.map(OutletForms.folded)
        cited = article.citations.map { OutletForms.folded($0.name) }.filter { seen.insert($0).inserted }
    }

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("id", &id)
        try visitor.field("version", &version)
        try visitor.field("outlet", &outlet)
        try visitor.field("outlet_forms", &outletForms)
        try visitor.field("outlet_id", &outletID)
        try visitor.field("outlet_name", &outletName)
        try visitor.field("title", &title)
        try visitor.field("url", &url)
        try visitor.field("canonical_url", &canonicalURL)
        try visitor.field("published_at", &publishedAt)
        try visitor.field("published_from", &publishedFrom)
        try visitor.field("published_until", &publishedUntil)
        try visitor.field("credits", &credits)
        try visitor.field("credit_forms", &creditForms)
        try visitor.field("cited", &cited)
    }

    var time: PublicationTime? {
        guard let publishedFrom, let publishedUntil else { return nil }
        return PublicationTime(start: publishedFrom, end: publishedUntil)
    }

    /// What this article itself says about `other` being where its words come from.
    func names(_ other: ArticleRow) -> CopyDirection.Basis? {
        if let canonicalURL, canonicalURL != url, canonicalURL == other.url { return .canonicalURL }
        guard outlet != other.outlet else { return nil }
        if creditForms.contains(where: other.outletForms.contains) { return .creditLine }
        return cited.contains(where: other.outletForms.contains) ? .citation : nil
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
