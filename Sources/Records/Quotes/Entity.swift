/// Something with a name in an article.
public struct Entity: JSONRecord, Equatable {
    public enum Kind: String, JSONEnumeration {
        case person = "PERSON"
        case organisation = "ORG"
        case place = "PLACE"
        case outlet = "OUTLET"
        case other = "MISC"
    }

    /// `e1`, `e2` and so on, in the order of first mention.
    public var id = ""
    public var type = Kind.other
    /// The fullest form in the text.
    public var name = ""
    /// Joins the entity across articles: type and folded full name.
    public var key = ""
    /// Titles and roles as printed before or after the name.
    public var roles: [String] = []
    public var mentions: [Mention] = []

    public init() {}

    public mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("id", &id)
        try visitor.field("type", &type)
        try visitor.field("name", &name)
        try visitor.field("key", &key)
        try visitor.field("roles", &roles)
        try visitor.field("mentions", &mentions)
    }
}

/// One place in the text that names an entity.
public struct Mention: JSONRecord, Equatable {
    public var start = 0
    public var end = 0
    /// The model's own label.
    public var label = ""
    /// Why the mention belongs to its entity.
    public var rule = ""
    /// What that rests on: the fuller name, the line of a table; null where the label says it all.
    public var evidence: String?

    public init() {}

    public init(start: Int, end: Int, label: String, rule: String, evidence: String? = nil) {
        self.start = start
        self.end = end
        self.label = label
        self.rule = rule
        self.evidence = evidence
    }

    public mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("start", &start)
        try visitor.field("end", &end)
        try visitor.field("label", &label)
        try visitor.field("rule", &rule)
        try visitor.field("evidence", &evidence)
    }
}
