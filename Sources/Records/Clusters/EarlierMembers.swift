/// What a run changed of earlier dates: members of clusters that are not what they were, and ids that others go on in
/// place of. Each stands with one article of the run, so that it passes on with the rows.
public struct EarlierMembers: JSONRecord, Equatable {
    public var articles: [EarlierArticle] = []
    public var quotes: [EarlierQuote] = []
    /// Of clusters of articles, and of quotes.
    public var aliases: [ClusterAlias] = []
    public var quoteAliases: [ClusterAlias] = []

    public init() {}

    public mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("articles", &articles)
        try visitor.field("quotes", &quotes)
        try visitor.field("aliases", &aliases)
        try visitor.field("quote_aliases", &quoteAliases)
    }
}

/// An article of an earlier date in its present cluster.
public struct EarlierArticle: JSONRecord, Equatable {
    public var cluster = Membership()
    public var articleID = ""
    /// The name where the outlet has no id.
    public var outletID: String?
    public var outletName: String?
    public var title: String?
    public var publishedAt: String?

    public init() {}

    public mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("cluster", &cluster)
        try visitor.field("article_id", &articleID)
        try visitor.field("outlet_id", &outletID)
        try visitor.field("outlet_name", &outletName)
        try visitor.field("title", &title)
        try visitor.field("published_at", &publishedAt)
    }
}

/// A quote of an earlier date in its present cluster.
public struct EarlierQuote: JSONRecord, Equatable {
    public var cluster = QuoteMembership()
    public var articleID = ""
    public var quoteID = ""
    public var text = ""
    public var speakerName: String?
    public var speakerKind: Speaker.Kind?
    /// The name where the outlet has no id.
    public var outletID: String?
    public var outletName: String?
    public var publishedAt: String?

    public init() {}

    public mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("cluster", &cluster)
        try visitor.field("article_id", &articleID)
        try visitor.field("quote_id", &quoteID)
        try visitor.field("text", &text)
        try visitor.field("speaker_name", &speakerName)
        try visitor.field("speaker_kind", &speakerKind)
        try visitor.field("outlet_id", &outletID)
        try visitor.field("outlet_name", &outletName)
        try visitor.field("published_at", &publishedAt)
    }
}

/// A cluster that goes on under another id. Ids are never used again.
public struct ClusterAlias: JSONRecord, Equatable {
    public var id = ""
    public var successor = ""

    public init() {}

    public init(id: String, successor: String) {
        self.id = id
        self.successor = successor
    }

    public mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("id", &id)
        try visitor.field("successor", &successor)
    }
}
