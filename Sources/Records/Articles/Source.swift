/// Where an article's raw page lies. Raw pages are referred to, never copied.
public struct Source: JSONRecord, Hashable {
    public enum Kind: String, JSONEnumeration {
        case html
        case text
        case warc
    }

    public var kind = Kind.html
    /// Within its input: the input's name, then the path below it. Never absolute.
    public var path = ""
    /// In bytes, of a WARC record in its file; null for a file of its own.
    public var offset: Int?
    public var length: Int?
    /// Of the raw page's bytes (for a WARC, of the record as it lies in the file), 64 hexadecimal digits.
    public var sha256: String?
    /// From the WARC record or the fetch state; null for files.
    public var fetchedAt: String?

    public init() {}

    public mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("kind", &kind)
        try visitor.field("path", &path)
        try visitor.field("offset", &offset)
        try visitor.field("length", &length)
        try visitor.field("sha256", &sha256)
        try visitor.field("fetched_at", &fetchedAt)
    }

    /// `path`, with the offset for a WARC record: one line for a person, and an order for rows.
    public var place: String {
        offset.map { "\(path)@\($0)" } ?? path
    }
}
