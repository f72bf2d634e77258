/// One piece of an article's text, such as a paragraph.
public struct Block: JSONRecord, Equatable {
    public enum Kind: String, JSONEnumeration {
        case paragraph
        case heading
        case listItem = "list_item"
        case blockquote
        case embed
        case entry
    }

    public var kind = Kind.paragraph
    public var start = 0
    public var end = 0
    /// Where in the page it stands, such as `html/body/main/p[3]`.
    public var path: String?
    /// The time of a live blog's entry.
    public var at: String?

    public init() {}

    public init(_ kind: Kind, start: Int, end: Int, path: String? = nil, at: String? = nil) {
        self.kind = kind
        self.start = start
        self.end = end
        self.path = path
        self.at = at
    }

    public mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("kind", &kind)
        try visitor.field("start", &start)
        try visitor.field("end", &end)
        try visitor.field("path", &path)
        try visitor.field("at", &at)
    }
}
