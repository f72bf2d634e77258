import Records

/// `relations.jsonl`: one row a verified pair of articles. By the two ids, then kind.
struct RelationRow: TableRow {
    static let table = "relations"
    static let about = "A verified tie of two articles, with its direction."
    static let identity: [String] = ["from_id", "to_id", "kind"]

    var schemaVersion = SchemaVersion()
    var fromID = ""
    var toID = ""
    var kind = Relation.Kind.near
    /// Where it is `forward`, words of `from_id` went on to `to_id`; else the order of the two means nothing.
    var direction = Relation.Direction.unknown
    var basis: String?
    /// The agency whose copy both siblings run.
    var source: String?
    /// How long after `from_id` was `to_id` published, in seconds, at least and at most; null where that is not known.
    var delayLeast: Int?
    var delayMost: Int?
    /// Share of the shorter text's words that stand in the longer one too.
    var coverage = 0.0
    var fromWords = 0
    var toWords = 0
    var sharedWords = 0
    /// Places in the texts of the two.
    var passages: [Relation.Passage] = []
    var differences: [Relation.Difference] = []
    /// Quotes of `from_id`, by their ids there.
    var quotesDropped: [String] = []
    var quotesAltered: [String] = []

    var key: SortKey { SortKey().then(fromID).then(toID).then(kind.rawValue) }

    init() {}

    mutating func redact(to texts: SharedTexts) {
        if texts == .none { differences = [] }
    }

    init(_ relation: Relation) {
        fromID = relation.from
        toID = relation.to
        kind = relation.kind
        direction = relation.direction
        basis = relation.basis
        source = relation.source
        delayLeast = relation.delay?.first
        delayMost = relation.delay?.last
        coverage = relation.coverage
        fromWords = relation.evidence.words
        toWords = relation.evidence.otherWords
        sharedWords = relation.evidence.sharedWords
        passages = relation.evidence.passages
        differences = relation.evidence.differences
        quotesDropped = relation.evidence.quotesDropped
        quotesAltered = relation.evidence.quotesAltered
    }

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("schema_version", &schemaVersion)
        try visitor.field("from_id", &fromID)
        try visitor.field("to_id", &toID)
        try visitor.field("kind", &kind)
        try visitor.field("direction", &direction)
        try visitor.field("basis", &basis)
        try visitor.field("source", &source)
        try visitor.field("delay_least", &delayLeast)
        try visitor.field("delay_most", &delayMost)
        try visitor.field("coverage", &coverage)
        try visitor.field("from_words", &fromWords)
        try visitor.field("to_words", &toWords)
        try visitor.field("shared_words", &sharedWords)
        try visitor.field("passages", &passages)
        try visitor.field("differences", &differences)
        try visitor.field("quotes_dropped", &quotesDropped)
        try visitor.field("quotes_altered", &quotesAltered)
    }
}
