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
    /// The agency whose copy both siblings run, as printed; else null.
    public var source: String?
    /// How long after `from` was `to` published: the least and the most that the precision of both times allows, in
    /// seconds. Null where the direction is not settled, a time is missing or the times contradict the direction.
    public var delay: [Int]?
    public var evidence = Evidence()

    /// What was compared and found, in words of the normalised texts: those of `from`, of `to`, and of both.
    public struct Evidence: JSONRecord, Equatable {
        public var words = 0
        public var otherWords = 0
        public var sharedWords = 0
        /// The longest passages in common, in the order of the text of `from`.
        public var passages: [Passage] = []
        /// Numbers and names in whose place the other text has others.
        public var differences: [Difference] = []
        /// Quotes of `from` that `to` does not have, and that it has only in part.
        public var quotesDropped: [String] = []
        public var quotesAltered: [String] = []

        public init() {}

        public mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
            try visitor.field("words", &words)
            try visitor.field("other_words", &otherWords)
            try visitor.field("shared_words", &sharedWords)
            try visitor.field("passages", &passages)
            try visitor.field("differences", &differences)
            try visitor.field("quotes_dropped", &quotesDropped)
            try visitor.field("quotes_altered", &quotesAltered)
        }
    }

    /// A passage in common: its place in the text of each.
    public struct Passage: JSONRecord, Equatable {
        public var from = TextSpan(0, 0)
        public var to = TextSpan(0, 0)

        public init() {}

        public init(from: TextSpan, to: TextSpan) {
            self.from = from
            self.to = to
        }

        public mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
            try visitor.field("from", &from)
            try visitor.field("to", &to)
        }
    }

    /// A number or name of `from`, and what stands there in `to`, each as printed.
    public struct Difference: JSONRecord, Equatable {
        public enum Kind: String, JSONEnumeration {
            case number
            case name
        }

        public var kind = Kind.number
        public var from = ""
        public var to = ""

        public init() {}

        public init(_ kind: Kind, from: String, to: String) {
            self.kind = kind
            self.from = from
            self.to = to
        }

        public mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
            try visitor.field("kind", &kind)
            try visitor.field("from", &from)
            try visitor.field("to", &to)
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
        try visitor.field("source", &source)
        try visitor.field("delay", &delay)
        try visitor.field("evidence", &evidence)
    }
}
