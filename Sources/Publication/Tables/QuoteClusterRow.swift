import Records

/// `quote_clusters.jsonl`: one row an utterance that this date brought or changed, of all of its quotes, those of
/// earlier dates too. Of several dates the latest row of an id holds. By id.
struct QuoteClusterRow: TableRow {
    static let table = "quote_clusters"
    static let about = "One utterance, wherever it is quoted."
    static let identity: [String] = ["id"]

    var schemaVersion = SchemaVersion()
    var id = ""
    /// The cluster that goes on in place of this one, from this date on; else null. Then all else is empty.
    var aliasOf: String?
    /// The longest version. Null where no words are shared.
    var text: String?
    /// Of the longest version that names its speaker.
    var speakerName: String?
    var speakerKind: Speaker.Kind?
    /// All names under which it is quoted, each once, ascending.
    var speakerNames: [String] = []
    var quoteCount = 0
    var articleCount = 0
    var outletCount = 0
    /// The earliest known time and where it was then; null where no article of it has a time.
    var firstPublishedAt: String?
    var firstArticleID: String?
    var firstOutletID: String?
    var firstOutletName: String?

    var key: SortKey { SortKey().then(id) }

    init() {}

    mutating func redact(to texts: SharedTexts) {
        if texts == .none { text = nil }
    }

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("schema_version", &schemaVersion)
        try visitor.field("id", &id)
        try visitor.field("alias_of", &aliasOf)
        try visitor.field("text", &text)
        try visitor.field("speaker_name", &speakerName)
        try visitor.field("speaker_kind", &speakerKind)
        try visitor.field("speaker_names", &speakerNames)
        try visitor.field("quote_count", &quoteCount)
        try visitor.field("article_count", &articleCount)
        try visitor.field("outlet_count", &outletCount)
        try visitor.field("first_published_at", &firstPublishedAt)
        try visitor.field("first_article_id", &firstArticleID)
        try visitor.field("first_outlet_id", &firstOutletID)
        try visitor.field("first_outlet_name", &firstOutletName)
    }
}

/// A quote's part in its utterance's row.
struct UtteranceMember: GroupMember, Equatable {
    static let name = "utterance_members"

    var group = ""
    var articleID = ""
    var quoteID = ""
    var text = ""
    var isLongest = false
    var speakerName: String?
    var speakerKind: Speaker.Kind?
    var outletID: String?
    var outletName: String?
    var publishedAt: String?
    /// Set where the group is no more; then there is no quote.
    var aliasOf: String?

    /// Members come by time, those without one last.
    var key: SortKey { SortKey().then(group).then(publishedAt ?? "~").then(articleID).then(quoteID) }

    init() {}

    init(_ alias: ClusterAlias) {
        group = alias.id
        aliasOf = alias.successor
    }

    init(_ earlier: EarlierQuote) {
        group = earlier.cluster.id
        articleID = earlier.articleID
        quoteID = earlier.quoteID
        text = earlier.text
        isLongest = earlier.cluster.isLongest
        speakerName = earlier.speakerName
        speakerKind = earlier.speakerKind
        outletID = earlier.outletID
        outletName = earlier.outletName
        publishedAt = earlier.publishedAt
    }

    /// Null where the quote has no cluster.
    init?(_ quote: QuoteRow) {
        guard let cluster = quote.clusterID else { return nil }
        group = cluster
        articleID = quote.join.record.articleID
        quoteID = quote.quoteID
        text = quote.text ?? ""
        isLongest = quote.isLongest
        speakerName = quote.speakerName
        speakerKind = quote.speakerKind
        outletID = quote.join.record.outletID ?? quote.join.record.outletName
        outletName = quote.join.record.outletName
        publishedAt = quote.join.record.publishedAt
    }

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("group", &group)
        try visitor.field("article_id", &articleID)
        try visitor.field("quote_id", &quoteID)
        try visitor.field("text", &text)
        try visitor.field("longest", &isLongest)
        try visitor.field("speaker_name", &speakerName)
        try visitor.field("speaker_kind", &speakerKind)
        try visitor.field("outlet_id", &outletID)
        try visitor.field("outlet_name", &outletName)
        try visitor.field("published_at", &publishedAt)
        try visitor.field("alias_of", &aliasOf)
    }

    /// As the quote's own row.
    mutating func redact(to texts: SharedTexts) {
        if texts == .none, speakerKind == .anonymous { speakerName = nil }
    }

    static func row(of members: [UtteranceMember]) -> QuoteClusterRow {
        var row = QuoteClusterRow()
        row.id = members.first?.group ?? ""
        row.aliasOf = members.first?.aliasOf
        guard row.aliasOf == nil else { return row }
        row.text = members.first(where: \.isLongest)?.text ?? longest(members)?.text ?? ""
        let named = longest(members.filter { $0.speakerName != nil && $0.speakerKind != .anonymous })
        let speaker =
            named ?? longest(members.filter { $0.speakerName != nil }) ?? members.first { $0.speakerKind != nil }
        row.speakerName = speaker?.speakerName
        row.speakerKind = speaker?.speakerKind
        row.speakerNames = Set(members.compactMap(\.speakerName)).sorted()
        row.quoteCount = members.count
        row.articleCount = Set(members.map(\.articleID)).count
        row.outletCount = Set(members.compactMap(\.outletID)).count
        if let first = members.first, first.publishedAt != nil {
            row.firstPublishedAt = first.publishedAt
            row.firstArticleID = first.articleID
            row.firstOutletID = first.outletID
            row.firstOutletName = first.outletName
        }
        return row
    }

    /// One of the longest, by the order of members.
    private static func longest(_ members: [UtteranceMember]) -> UtteranceMember? {
        members.max { $0.text.utf8.count < $1.text.utf8.count }
    }
}
