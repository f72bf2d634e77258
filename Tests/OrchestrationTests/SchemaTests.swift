import Files
import Foundation
import SystemPackage
import TestSupport
import Testing

/// What the documents say of the configuration is what the programs read.
@Suite struct SchemaTests {
    @Test func theShippedSchemaIsThatOfThePrograms() throws {
        let result = try Program.run("pipeline", ["schema"], in: Project.root)
        #expect(result.status == 0)
        let shipped = try Project.root.pushing("docs/pipeline.schema.json").readBytes()
        let isSame = Array(result.output.utf8) == shipped
        #expect(isSame, "run `make schema`")
    }

    @Test func everyKeyIsDocumented() throws {
        let schema = try JSONSerialization.jsonObject(
            with: Data(Project.root.pushing("docs/pipeline.schema.json").readBytes()))
        let document = try ["docs/configuration.md", "docs/fetching.md"].map { name in
            try String(decoding: Project.root.pushing(FilePath(name)).readBytes(), as: UTF8.self)
        }.joined()
        func keys(_ value: Any) -> [String] {
            if let list = value as? [Any] { return list.flatMap(keys) }
            guard let object = value as? [String: Any] else { return [] }
            let own = (object["properties"] as? [String: Any]).map { Array($0.keys) } ?? []
            return own + object.values.flatMap(keys)
        }
        let all = Set(keys(schema)).subtracting(["$schema"])
        #expect(all.count >= 10)
        for key in all { #expect(document.contains("`\(key)`"), "no document explains \(key)") }
    }
}
