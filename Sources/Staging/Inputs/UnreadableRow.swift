public import Records

/// Stands in a planned list for what an input had in place of a page: a line that could not be read, or a file that is
/// none. So it is counted where pages are.
public struct UnreadableRow: JSONRecord {
    public private(set) var place = ""
    private var reason = ""
    /// Null where it is passed over, known and harmless.
    private var detail: String?

    public init() {}

    public init(place: String, _ refusal: Refusal) {
        self.place = place
        reason = refusal.reason
        detail = refusal.detail
    }

    public init(place: String, skipped reason: String) {
        self.place = place
        self.reason = reason
    }

    /// Null where the row is none of this kind.
    init?(_ row: Row) {
        guard row.has("unreadable"), let unreadable: UnreadableRow = try? row.decode() else { return nil }
        self = unreadable
    }

    /// The record that it stands for. Reasons are counted by name: what is no name of ours is called `invalid_row`.
    func record<Value>() -> InputRecord<Value> {
        let isName = 1...40 ~= reason.utf8.count && reason.utf8.allSatisfy { 97...122 ~= $0 || $0 == 95 }
        guard isName else {
            return InputRecord(id: nil, place: place, .refused(Refusal("invalid_row", "the reason is no name")))
        }
        return InputRecord(id: nil, place: place, detail.map { .refused(Refusal(reason, $0)) } ?? .skipped(reason))
    }

    public mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("unreadable", &place)
        try visitor.field("reason", &reason)
        try visitor.field("detail", &detail)
    }
}
