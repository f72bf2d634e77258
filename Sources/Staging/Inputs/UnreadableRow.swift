public import Records

/// Stands in a page list for a line of another that could not be read, so that it is counted where it is refused.
public struct UnreadableRow: JSONRecord {
    public private(set) var place = ""
    private var reason = ""
    private var detail = ""

    public init() {}

    public init(place: String, _ refusal: Refusal) {
        self.place = place
        reason = refusal.reason
        detail = refusal.detail
    }

    /// Null where the row is none of this kind.
    init?(_ row: Row) {
        guard row.has("unreadable"), let unreadable: UnreadableRow = try? row.decode() else { return nil }
        self = unreadable
    }

    var refusal: Refusal { Refusal(reason, detail) }

    public mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("unreadable", &place)
        try visitor.field("reason", &reason)
        try visitor.field("detail", &detail)
    }
}
