/// What a page may cost. Counted, so that the same page always ends the same way.
public struct MarkupLimits: Sendable {
    /// Decoded bytes of one page.
    public var bytes = 64 << 20
    /// Open elements; tags beyond are left out and their text is kept.
    public var depth = 240
    /// Elements and text runs of one page.
    public var nodes = 2_000_000
    /// Bytes of one attribute's value; longer values are cut at a scalar's border.
    public var attributeBytes = 32 << 10
    /// Bytes of embedded JSON-LD kept aside.
    public var jsonLDBytes = 4 << 20

    public init() {}
}

/// Why a page was refused.
public enum MarkupError: Error, Equatable {
    case tooManyBytes(limit: Int)
    case tooManyNodes(limit: Int)
    /// libxml2 gave up with its own code.
    case parser(code: Int)
}
