import Files
import Records
import SystemPackage
import TestSupport
import Testing

/// `inspect tokens`, with a small pipeline of random weights.
struct InspectTokensTests {
    private static let model = Project.root.pushing("Tests/SpaCyTests/Fixtures/syntax")

    private func inspect(_ text: String, _ arguments: String...) throws -> Program.Result {
        let folder = try TemporaryFolder()
        try folder.write("text.txt", text)
        return try Program.run(
            "pipeline", ["inspect", "tokens", "--model"] + arguments + ["text.txt"], in: folder.path)
    }

    @Test func aLineForEachToken() throws {
        let result = try inspect("Señora Ruiz left.\n", Self.model.string)
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.errors.isEmpty)
        let lines = result.output.split(separator: "\n").map(String.init)
        #expect(
            lines
                == [
                    (0, 0, 6, "Señora"), (1, 7, 11, "Ruiz"), (2, 12, 16, "left"), (3, 16, 17, "."), (4, 17, 18, #"\n"#),
                ].map { token, start, end, text in
                    #"{"file":"text.txt","token":\#(token),"start":\#(start),"end":\#(end),"text":"\#(text)","tag":null,"#
                        + #""head":null,"dependency":null,"sentence":null,"entity":null}"#
                })
    }

    @Test func whatIsAskedForIsThere() throws {
        let result = try inspect("Maria Okafor left. She spoke.", Self.model.string, "--tags", "--heads", "--entities")
        #expect(result.status == 0, "\(result.errors)")
        let rows = try result.output.split(separator: "\n").map { try Row(String($0)) }
        #expect(rows.count == 7)
        for row in rows {
            #expect(try ["NN", "VB", "JJ", "_SP"].contains(row.require("tag", as: String.self)))
            #expect(try rows.indices.contains(row.require("head", as: Int.self)))
            #expect(try !row.require("dependency", as: String.self).isEmpty)
        }
        let sentences = try rows.map { try $0.require("sentence", as: Int.self) }
        #expect(sentences.first == 0 && sentences == sentences.sorted())
        #expect(try rows.contains { try $0.decode("entity", as: String.self)?.hasPrefix("B-") == true })
    }

    @Test func aPipelineWithoutTheComponentIsRefused() throws {
        let result = try inspect(
            "Maria left.", Project.root.pushing("Tests/SpaCyTests/Fixtures/tiny").string, "--heads")
        #expect(result.status == 78)
        #expect(result.errors.contains("component parser"))
    }
}
