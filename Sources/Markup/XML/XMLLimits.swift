/// What a document may cost. Counted, so that the same document always ends the same way.
public struct XMLLimits: Sendable {
    /// Bytes of the document, after decompression.
    public var bytes = 64 << 20
    /// Open elements.
    public var depth = 256
    /// Elements of the document.
    public var elements = 2_000_000
    /// Attributes of one element, and namespace declarations in scope; those beyond are left out.
    public var attributes = 256
    /// Bytes of one tag or document type declaration.
    public var tagBytes = 256 << 10

    public init() {}
}

/// Why reading stopped before the end of the document.
public enum XMLError: Error, Equatable, Sendable, CustomStringConvertible {
    case tooManyBytes(limit: Int)
    case tooDeep(limit: Int)
    case tooManyElements(limit: Int)
    case tagTooLong(limit: Int)
    /// A document type that declares entities or the like, which no feed needs and attacks are made of.
    case internalSubset

    public var description: String {
        switch self {
        case .tooManyBytes(let limit): "more than \(limit) bytes"
        case .tooDeep(let limit): "more than \(limit) elements inside each other"
        case .tooManyElements(let limit): "more than \(limit) elements"
        case .tagTooLong(let limit): "a tag of more than \(limit) bytes"
        case .internalSubset: "a document type with declarations"
        }
    }
}

/// A departure from XML that was read over.
public struct XMLFault: Equatable, Sendable {
    public enum Kind: String, Sendable {
        case bareAmpersand = "a bare ampersand"
        case entity = "an entity that XML does not have"
        case character = "a character that XML does not allow"
        case tag = "a malformed tag"
        case mismatch = "an end tag without its start tag, or the other way round"
        case outside = "text outside of the document's element"
        case truncated = "an end in the middle"
    }

    public var kind: Kind
    /// In bytes of the document in UTF-8.
    public var offset: Int
}
