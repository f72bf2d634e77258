import ArgumentParser
import Records
import Staging
import SystemPackage

/// `schema`: the JSON Schema of pipeline.json, from the definitions that read it.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "Print the JSON Schema of pipeline.json.")

    func run() throws {
        try ending {
            var writer = JSONWriter()
            RunSettings.writeSchema(
                &writer, about: "Configuration of pipeline run.",
                also: [
                    ("$schema", Array(#"{"type":"string"}"#.utf8)),
                    ("stages", try Self.stages()),
                ])
            _ = try FileDescriptor.standardOutput.writeAll(indented(writer.bytes) + [10])
        }
    }

    private static func stages() throws -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("description")
        writer.write("The stages in the order of the data, each with its settings.")
        writer.key("type")
        writer.write("array")
        writer.key("items")
        writer.beginObject()
        writer.key("oneOf")
        writer.beginArray()
        for stage in RunConfiguration.defaultStages {
            let schema = try Siblings.capture(Siblings.program(stage), ["schema"]).dropLast()
            Array(schema).withUnsafeBufferPointer { writer.write(raw: $0) }
        }
        writer.endArray()
        writer.endObject()
        writer.endObject()
        return writer.bytes
    }
}
