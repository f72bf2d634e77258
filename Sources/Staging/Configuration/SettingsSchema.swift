public import Records

extension Settings {
    /// Writes the JSON Schema (2020-12) of a section as one object. `constants` are further keys with fixed strings,
    /// `also` further keys with schemas of their own.
    public static func writeSchema(
        _ writer: inout JSONWriter, constants: [(key: String, value: String)] = [], about: String? = nil,
        also: [(key: String, schema: [UInt8])] = []
    ) {
        writer.beginObject()
        writer.key("type")
        writer.write("object")
        if let about {
            writer.key("description")
            writer.write(about)
        }
        writer.key("additionalProperties")
        writer.write(false)
        if !constants.isEmpty {
            writer.key("required")
            constants.map(\.key).write(json: &writer)
        }
        writer.key("properties")
        writer.beginObject()
        for constant in constants {
            writer.key(constant.key)
            writer.beginObject()
            writer.key("const")
            writer.write(constant.value)
            writer.endObject()
        }
        for (key, schema) in also {
            writer.key(key)
            schema.withUnsafeBufferPointer { writer.write(raw: $0) }
        }
        var visitor = SchemaWriter(writer: writer)
        var defaults = Self()
        try? defaults.visit(&visitor)
        writer = visitor.writer
        writer.endObject()
        writer.endObject()
    }
}

private struct SchemaWriter: SettingsVisitor {
    var writer: JSONWriter

    mutating func setting<Value: SettingValue>(
        _ key: StaticString, _ value: inout Value, _ allowed: Value.Allowed?, _ about: String
    ) throws(ConfigurationError) {
        writer.key(key)
        writer.beginObject()
        writer.key("description")
        writer.write(about)
        Value.writeSchema(&writer, allowed: allowed)
        writer.key("default")
        value.write(json: &writer)
        writer.endObject()
    }

    mutating func section(
        _ key: StaticString, _ value: inout some Settings, _ about: String
    ) throws(ConfigurationError) {
        writer.key(key)
        func schema<T: Settings>(_ type: T.Type) { T.writeSchema(&writer, about: about) }
        schema(type(of: value))
    }

    mutating func sections<Section: Settings>(
        _ key: StaticString, _ values: inout [Section], _ about: String
    ) throws(ConfigurationError) {
        writer.key(key)
        writer.beginObject()
        writer.key("description")
        writer.write(about)
        writer.key("type")
        writer.write("array")
        writer.key("items")
        Section.writeSchema(&writer)
        writer.endObject()
    }
}
