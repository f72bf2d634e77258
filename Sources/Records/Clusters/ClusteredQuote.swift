/// A quote with what deduplicate adds to it.
public struct ClusteredQuote: JSONRecord, Equatable {
    public var quote = Quote()
    public var cluster: QuoteMembership?
    public var inCopiedPassage = false

    public init() {}

    public mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try quote.visit(&visitor)
        try visitor.field("cluster", &cluster)
        try visitor.field("in_copied_passage", &inCopiedPassage)
    }
}
