import Records
import Staging

/// `quarantine.jsonl`: one row a record that could not go on, of all stages. By stage, source, id.
struct RefusalRow: TableRow, Equatable {
    static let table = "quarantine"

    var schemaVersion = SchemaVersion()
    var row = QuarantineRow()

    var key: SortKey { SortKey().then(row.stage).then(row.source).then(row.id ?? "") }

    init() {}

    init(_ row: QuarantineRow) {
        self.row = row
    }

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("schema_version", &schemaVersion)
        try row.visit(&visitor)
    }
}
