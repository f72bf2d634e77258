/// A verified tie between two articles. Each pair stands once, in the row of one of the two; where one is of an earlier
/// date, in the row of the later.
public struct Relation: JSONRecord, Equatable {
    public enum Kind: String, JSONEnumeration {
        case exact
        case near
        case truncated
        case contains
        case update
    }

    /// Who copied whom: `forward` says that the words of `from` went on to `to`.
    public enum Direction: String, JSONEnumeration {
        case forward
        case sibling
        case unknown
    }

    /// The article whose words went on to `to`, where that is settled; else either of the two.
    public var from = ""
    public var to = ""
    public var kind = Kind.near
    /// Share of the shorter text's words that stand in the longer one too, 0 to 1.
    public var coverage = 0.0
    public var direction = Direction.unknown
    /// What settled the direction, such as `credit_line` or `time`; null where unknown.
    public var basis: String?
    public var evidence = Evidence()

    /// What was compared and found, in words of the normalised texts: those of `from`, of `to`, and of both.
    public struct Evidence: JSONRecord, Equatable {
        public var words = 0
        public var otherWords = 0
        public var sharedWords = 0

        public init() {}

        public mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
            try visitor.field("words", &words)
            try visitor.field("other_words", &otherWords)
            try visitor.field("shared_words", &sharedWords)
        }
    }

    public init() {}

    public mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("from", &from)
        try visitor.field("to", &to)
        try visitor.field("kind", &kind)
        try visitor.field("coverage", &coverage)
        try visitor.field("direction", &direction)
        try visitor.field("basis", &basis)
        try visitor.field("evidence", &evidence)
    }
}
