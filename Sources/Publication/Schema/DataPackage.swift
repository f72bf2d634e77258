import Records

/// `datapackage.json`: the files and columns of a partition as a Data Package (Frictionless, version 2).
enum DataPackage {
    static func write(_ writer: inout JSONWriter, _ report: RunReport) {
        writer.beginObject()
        writer.entry("$schema", "https://datapackage.org/profiles/2.0/datapackage.json")
        writer.entry("name", "pipeline-\(report.date)")
        writer.entry("title", "News articles, quotes and copies, first published on \(report.date)")
        writer.entry("version", report.date)
        writer.entry("id", report.partitionSHA256)
        writer.key("resources")
        writer.beginArray()
        for (row, file) in zip(Tables.rows, report.files) { write(&writer, row, file) }
        writer.endArray()
        writer.endObject()
    }

    private static func write(_ writer: inout JSONWriter, _ row: any TableRow.Type, _ file: PublishedFile) {
        writer.beginObject()
        writer.entry("name", row.table)
        writer.entry("type", "table")
        writer.entry("path", file.path)
        writer.entry("description", row.about)
        writer.entry("format", "jsonl")
        writer.entry("mediatype", "application/jsonl")
        writer.entry("encoding", "utf-8")
        writer.entry("bytes", file.bytes)
        writer.entry("hash", "sha256:" + file.sha256)
        writer.key("schema")
        writer.beginObject()
        writer.key("fields")
        writer.beginArray()
        if case .object(let fields) = row.shape { for field in fields { write(&writer, field, in: row) } }
        writer.endArray()
        if !row.identity.isEmpty { writer.entry("primaryKey", row.identity) }
        writer.endObject()
        writer.endObject()
    }

    private static func write(_ writer: inout JSONWriter, _ field: JSONShape.Field, in row: any TableRow.Type) {
        writer.beginObject()
        writer.entry("name", field.key)
        writer.entry("type", type(of: field))
        writer.entry("description", Glossary.meaning(of: field.key, in: row.table) ?? "")
        writer.key("constraints")
        writer.beginObject()
        if field.shape == field.shape.unwrapped { writer.entry("required", true) }
        if case .word(let words) = field.shape.unwrapped { writer.entry("enum", words) }
        writer.endObject()
        writer.endObject()
    }

    private static func type(of field: JSONShape.Field) -> String {
        switch field.shape.unwrapped {
        case .string:
            switch JSONShape.format(of: field.key) {
            case "date-time"?: "datetime"
            case "date"?: "date"
            default: "string"
            }
        case .word: "string"
        case .integer: "integer"
        case .number: "number"
        case .boolean: "boolean"
        case .list: "array"
        case .object, .map, .foreign, .optional: "object"
        }
    }
}
