/// Words or a view that an article attributes to somebody.
public struct Quote: JSONRecord, Equatable {
    public enum Kind: String, JSONEnumeration {
        case direct
        case indirect
        case mixed
        case block
        case partial
    }

    /// `q1`, `q2` and so on, in the order of the text.
    public var id = ""
    public var start = 0
    public var end = 0
    /// The pieces of the content.
    public var spans: [TextSpan] = []
    /// What stands between quotation marks.
    public var quoted: [TextSpan] = []
    public var type = Kind.direct
    public var cue: Cue?
    /// Who uttered it.
    public var speaker: Speaker?
    /// The entity whose view it is, where that is another.
    public var holder: String?
    /// Who carried it here, nearest first.
    public var chain: [ChainLink] = []
    public var stance: [Stance] = []
    public var nestedIn: String?
    public var repeats: String?
    public var confidence = QuoteConfidence()

    public init() {}

    public mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("id", &id)
        try visitor.field("start", &start)
        try visitor.field("end", &end)
        try visitor.field("spans", &spans)
        try visitor.field("quoted", &quoted)
        try visitor.field("type", &type)
        try visitor.field("cue", &cue)
        try visitor.field("speaker", &speaker)
        try visitor.field("holder", &holder)
        try visitor.field("chain", &chain)
        try visitor.field("stance", &stance)
        try visitor.field("nested_in", &nestedIn)
        try visitor.field("repeats", &repeats)
        try visitor.field("confidence", &confidence)
    }
}

/// The words that attribute, such as "said" or "according to".
public struct Cue: JSONRecord, Equatable {
    public enum Kind: String, JSONEnumeration {
        case says
        case denies
        case promises
        case asks
        case orders
        case thinks
        case writes
    }

    public var start = 0
    public var end = 0
    public var lemma = ""
    public var kind = Kind.says

    public init() {}

    public init(start: Int, end: Int, lemma: String, kind: Kind) {
        self.start = start
        self.end = end
        self.lemma = lemma
        self.kind = kind
    }

    public mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("start", &start)
        try visitor.field("end", &end)
        try visitor.field("lemma", &lemma)
        try visitor.field("kind", &kind)
    }
}

/// How sure the system is, each between 0 and 1; null where it does not say.
public struct QuoteConfidence: JSONRecord, Equatable {
    public var span: Double?
    public var speaker: Double?
    public var chain: Double?

    public init() {}

    public mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("span", &span)
        try visitor.field("speaker", &speaker)
        try visitor.field("chain", &chain)
    }
}

/// The publisher's worded attitude.
public struct Stance: JSONRecord, Equatable {
    public enum Target: String, JSONEnumeration {
        case claim
        case manner
        case speaker
    }

    public var target = Target.claim
    public var start = 0
    public var end = 0
    public var text = ""

    public init() {}

    public mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("target", &target)
        try visitor.field("start", &start)
        try visitor.field("end", &end)
        try visitor.field("text", &text)
    }
}
