/// Who uttered a quote.
public struct Speaker: JSONRecord, Equatable {
    public enum Kind: String, JSONEnumeration {
        case person
        case organisation
        case group
        case outlet
        case anonymous
    }

    /// How the wording leads to the entity.
    public enum Resolution: String, JSONEnumeration {
        case explicit
        case pronoun
        case definite
        case carriedOver = "carried_over"
        case backReference = "back_reference"
    }

    /// Null, as `end`, where nothing in the text names the speaker.
    public var start: Int?
    public var end: Int?
    /// As printed.
    public var text: String?
    /// An entity of the article.
    public var entity: String?
    /// The entity's name; an anonymous speaker keeps the wording.
    public var name: String?
    public var kind = Kind.person
    public var how = Resolution.explicit
    public var alternatives: [Alternative] = []

    public struct Alternative: JSONRecord, Equatable {
        public var entity = ""
        /// Probability.
        public var p = 0.0

        public init() {}

        public init(entity: String, p: Double) {
            self.entity = entity
            self.p = p
        }

        public mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
            try visitor.field("entity", &entity)
            try visitor.field("p", &p)
        }
    }

    public init() {}

    public mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("start", &start)
        try visitor.field("end", &end)
        try visitor.field("text", &text)
        try visitor.field("entity", &entity)
        try visitor.field("name", &name)
        try visitor.field("kind", &kind)
        try visitor.field("how", &how)
        try visitor.field("alternatives", &alternatives)
    }
}

/// One hand through which a quote reached the article.
public struct ChainLink: JSONRecord, Equatable {
    public enum Role: String, JSONEnumeration {
        case publisher
        case reportedBy = "reported_by"
        case source
    }

    public var role = Role.publisher
    public var name: String?
    public var entity: String?
    public var start: Int?
    public var end: Int?

    public init() {}

    public init(_ role: Role, name: String?, entity: String? = nil, start: Int? = nil, end: Int? = nil) {
        self.role = role
        self.name = name
        self.entity = entity
        self.start = start
        self.end = end
    }

    public mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("role", &role)
        try visitor.field("name", &name)
        try visitor.field("entity", &entity)
        try visitor.field("start", &start)
        try visitor.field("end", &end)
    }
}
