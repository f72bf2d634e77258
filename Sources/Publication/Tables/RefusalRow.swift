import Records
import Staging

/// `quarantine.jsonl`: one row a record that could not go on, of all stages. By stage, source, id.
struct RefusalRow: TableRow {
    static let table = "quarantine"
    static let about = "A record that could not be read, and why."
    static let identity: [String] = []

    var schemaVersion = SchemaVersion()
    var id: String?
    /// The page's place, or the shard and line.
    var source = ""
    /// Of the page, as far as it was known before it was refused.
    var outletID: String?
    var outletName: String?
    var stage = ""
    var reason = ""
    /// For a person. It may cite the input, so it is null where texts are not shared.
    var detail: String?

    var key: SortKey { SortKey().then(stage).then(source).then(id ?? "") }

    init() {}

    init(_ row: QuarantineRow, outletID: String?, outletName: String?) {
        self.outletID = outletID
        self.outletName = outletName
        id = row.id
        source = row.source
        stage = row.stage
        reason = row.reason
        detail = row.detail
    }

    mutating func redact(to texts: SharedTexts) {
        if texts != .full { detail = nil }
    }

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("schema_version", &schemaVersion)
        try visitor.field("id", &id)
        try visitor.field("source", &source)
        try visitor.field("outlet_id", &outletID)
        try visitor.field("outlet_name", &outletName)
        try visitor.field("stage", &stage)
        try visitor.field("reason", &reason)
        try visitor.field("detail", &detail)
    }
}
