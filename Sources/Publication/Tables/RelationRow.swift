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
    /// Share of the shorter text's words that stand in the longer one too.
    var coverage = 0.0
    var fromWords = 0
    var toWords = 0
    var sharedWords = 0

    var key: SortKey { SortKey().then(fromID).then(toID).then(kind.rawValue) }

    init() {}

    init(_ relation: Relation) {
        fromID = relation.from
        toID = relation.to
        kind = relation.kind
        direction = relation.direction
        basis = relation.basis
        coverage = relation.coverage
        fromWords = relation.evidence.words
        toWords = relation.evidence.otherWords
        sharedWords = relation.evidence.sharedWords
    }

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("schema_version", &schemaVersion)
        try visitor.field("from_id", &fromID)
        try visitor.field("to_id", &toID)
        try visitor.field("kind", &kind)
        try visitor.field("direction", &direction)
        try visitor.field("basis", &basis)
        try visitor.field("coverage", &coverage)
        try visitor.field("from_words", &fromWords)
        try visitor.field("to_words", &toWords)
        try visitor.field("shared_words", &sharedWords)
    }
}
