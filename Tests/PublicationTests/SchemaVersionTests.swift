import Files
import Foundation
import Publication
import SystemPackage
import TestSupport
import Testing

/// The shape of the output is that of its version. The shape of each version that was ever published is kept in
/// `Shapes`; a change that readers see needs another version, and so another file.
@Suite struct SchemaVersionTests {
    private static let shapes = FilePath(#filePath).removingLastComponent().appending("Shapes")

    @Test func aChangeOfShapeMovesTheVersion() throws {
        let file = Self.shapes.appending(SchemaVersion.current + ".json")
        let shape = try JSONSerialization.data(
            withJSONObject: JSONSerialization.jsonObject(with: Data(SchemaVersion.jsonSchema(meanings: false))),
            options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
        let bytes = Array(shape) + [10]
        if ProcessInfo.processInfo.environment["PIPELINE_UPDATE_GOLDEN"] == "1", FileStamp(file) == nil {
            try file.writeAtomically(bytes)
        }
        let isSame = try file.readBytes() == bytes
        #expect(isSame, "the shape of rows changed: move SchemaVersion.current, then `make golden`")
    }

    @Test func theShippedViewsAreThoseOfTheOutput() throws {
        let file = Project.root.pushing("queries/views.sql")
        if ProcessInfo.processInfo.environment["PIPELINE_UPDATE_GOLDEN"] == "1" {
            try file.writeAtomically(SchemaVersion.duckDBViews())
        }
        let isSame = try file.readBytes() == SchemaVersion.duckDBViews()
        #expect(isSame, "run `make golden`")
    }

    @Test func everyKeyIsExplained() throws {
        let schema = try #require(
            JSONSerialization.jsonObject(with: Data(SchemaVersion.jsonSchema())) as? [String: Any])
        let tables = try #require(schema["$defs"] as? [String: [String: Any]])
        #expect(tables.count == 11)
        for (name, table) in tables where name != "run" {
            let properties = try #require(table["properties"] as? [String: [String: Any]])
            #expect(properties.count > 4)
            for (key, property) in properties {
                #expect(property["description"] is String, "Glossary does not explain \(key) of \(name)")
            }
        }
    }
}
