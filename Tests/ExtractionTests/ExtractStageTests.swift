import Extraction
import Files
import Records
import Staging
import SystemPackage
import Testing

struct ExtractStageTests {
    private static var withoutModel: ExtractSettings {
        var settings = ExtractSettings()
        settings.model = "none"
        return settings
    }

    private func process(_ line: String) throws -> Row {
        var stage = try ExtractStage(configuration: Self.withoutModel)
        var writer = JSONWriter()
        #expect(try stage.process(try Row(line), into: &writer) == .written)
        return try Row(writer.bytes)
    }

    @Test func otherKeysPassOnUntouched() throws {
        let row = try process(#"{"id":"7","text":"Ilka Bereny said no.","x":[1, 2],"language":"en","quotes":[]}"#)
        #expect(row.keys == ["id", "text", "x", "language", "extraction", "entities", "quotes", "citations"])
        #expect(row.raw("x").map { String(decoding: $0, as: UTF8.self) } == "[1, 2]")
        let extraction: Extraction = try row.decode()
        #expect(extraction.entities.map(\.name) == ["Ilka Bereny"])
    }

    @Test func publisherIsTheFirstLink() throws {
        let row = try process(
            #"{"id":"a","text":"Ilka Bereny said the road was dry.","language":"en","outlet":"Harbor Post"}"#)
        let extraction: Extraction = try row.decode()
        #expect(extraction.quotes.first?.chain.map(\.name) == ["Harbor Post", "Ilka Bereny"])
    }

    @Test(arguments: [
        #"{"text":"no id"}"#, #"{"id":"a"}"#, #"{"id":"a","text":5}"#, #"{"id":"a","text":null}"#,
        #"{"id":"a","text":"x","language":4}"#, #"{"id":"a","text":"x","blocks":[7]}"#,
    ])
    func rowsThatCannotBeReadAreRefused(line: String) throws {
        var stage = try ExtractStage(configuration: Self.withoutModel)
        let row = try Row(line)
        #expect {
            var writer = JSONWriter()
            _ = try stage.process(row, into: &writer)
        } throws: { ($0 as? Refusal)?.reason == "invalid_row" }
    }

    @Test func missingOutletsFileIsAnError() {
        var settings = Self.withoutModel
        settings.outlets = "/nonexistent/outlets.jsonl"
        #expect(throws: FileError.self) { try ExtractStage(configuration: settings) }
    }
}
