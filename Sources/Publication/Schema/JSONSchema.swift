import Records

/// `schema.json`: the JSON Schema (draft 2020-12) of every file of a partition, from the definitions that write them.
enum JSONSchema {
    /// - Parameter meanings: whether keys are explained; without, what is left is the shape alone.
    static func write(_ writer: inout JSONWriter, meanings: Bool = true) {
        writer.beginObject()
        writer.entry("$schema", "https://json-schema.org/draft/2020-12/schema")
        writer.entry("title", "Output of pipeline, schema version \(SchemaVersion.current)")
        if meanings {
            writer.entry(
                "description",
                "A row of articles.jsonl validates against #/$defs/articles, and so on; run.json against #/$defs/run.")
        }
        writer.key("$defs")
        writer.beginObject()
        for row in Tables.rows {
            writer.key(row.table)
            row.shape.write(&writer, table: meanings ? row.table : nil, about: meanings ? row.about : nil)
        }
        writer.key("run")
        RunReport.shape.write(
            &writer, table: nil, about: meanings ? "What the partition holds and how it came about." : nil)
        writer.endObject()
        writer.endObject()
    }
}

extension JSONShape {
    /// Writes the shape as a schema.
    ///
    /// - Parameters:
    ///   - table: whose keys are explained; null for none.
    ///   - key: under which a value of the shape stands.
    func write(_ writer: inout JSONWriter, table: String?, about: String? = nil, key: String = "") {
        writer.beginObject()
        if let about { writer.entry("description", about) }
        writeMembers(&writer, table: table, key: key, isOptional: false)
        writer.endObject()
    }

    private func writeMembers(_ writer: inout JSONWriter, table: String?, key: String, isOptional: Bool) {
        func type(_ name: String) {
            writer.key("type")
            if isOptional { [name, "null"].write(json: &writer) } else { writer.write(name) }
        }
        switch self {
        case .string:
            type("string")
            if let format = Self.format(of: key) { writer.entry("format", format) }
        case .integer: type("integer")
        case .number: type("number")
        case .boolean: type("boolean")
        case .word(let words):
            type("string")
            writer.key("enum")
            writer.beginArray()
            for word in words { writer.write(word) }
            if isOptional { writer.writeNull() }
            writer.endArray()
        case .list(let element, let length):
            type("array")
            writer.key("items")
            element.write(&writer, table: nil)
            if let length {
                writer.entry("minItems", length)
                writer.entry("maxItems", length)
            }
        case .object(let fields):
            type("object")
            writer.key("additionalProperties")
            writer.write(false)
            writer.key("required")
            fields.map(\.key).write(json: &writer)
            writer.key("properties")
            writer.beginObject()
            for field in fields {
                writer.key(field.key)
                let about = table.flatMap { Glossary.meaning(of: field.key, in: $0) }
                field.shape.write(&writer, table: nil, about: about, key: field.key)
            }
            writer.endObject()
        case .map(let value):
            type("object")
            writer.key("additionalProperties")
            value.write(&writer, table: nil)
        case .optional(let wrapped): wrapped.writeMembers(&writer, table: table, key: key, isOptional: true)
        case .foreign: type("object")
        }
    }

    /// What strings under a key hold: `date-time` for times, `date` for days.
    static func format(of key: String) -> String? {
        key.hasSuffix("_at") ? "date-time" : key.hasSuffix("_on") || key == "day" || key == "date" ? "date" : nil
    }

    /// Without null.
    var unwrapped: JSONShape {
        if case .optional(let wrapped) = self { wrapped.unwrapped } else { self }
    }
}

extension JSONWriter {
    mutating func entry(_ key: StaticString, _ value: some JSONValue) {
        self.key(key)
        value.write(json: &self)
    }
}
