/// What gives a stage its records, one by one.
public protocol InputReader {
    associatedtype Value
    /// The next record, or null at the end. Throws only where the whole input cannot be read.
    mutating func next() throws -> InputRecord<Value>?
}

/// One record in a stage's hand.
public struct InputRecord<Value> {
    public enum Content {
        case value(Value)
        case skipped(String)
        case refused(Refusal)
    }

    /// Null where the record has none yet.
    public var id: String?
    /// Where it comes from, for the quarantine row.
    public var place: String
    public var content: Content

    public init(id: String?, place: String, _ content: Content) {
        self.id = id
        self.place = place
        self.content = content
    }
}
