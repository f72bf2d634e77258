import Records
import Staging
import Testing

private struct Sample: Settings, Equatable {
    struct Inner: Settings, Equatable {
        var share = 0.5

        mutating func visit(_ visitor: inout some SettingsVisitor) throws(ConfigurationError) {
            try visitor.setting("share", &share, 0...1, "A share.")
        }
    }

    var count = 3
    var mode = "fast"
    var names: [String] = ["a"]
    var model: String?
    var strict = true
    var inner = Inner()

    mutating func visit(_ visitor: inout some SettingsVisitor) throws(ConfigurationError) {
        try visitor.setting("count", &count, 1...9, "A count.")
        try visitor.setting("mode", &mode, ["fast", "slow"], "A mode.")
        try visitor.setting("names", &names, "Names.")
        try visitor.setting("model", &model, "A model.")
        try visitor.setting("strict", &strict, "Whether.")
        try visitor.section("inner", &inner, "More.")
    }
}

@Suite struct SettingsTests {
    @Test func whatIsMissingKeepsItsDefault() throws {
        #expect(try Sample(Row("{}")) == Sample())
        let sample = try Sample(
            Row(#"{"count":9,"mode":"slow","names":[],"model":"m","strict":false,"inner":{"share":1}}"#))
        #expect(sample.count == 9)
        #expect(sample.mode == "slow")
        #expect(sample.names == [])
        #expect(sample.model == "m")
        #expect(!sample.strict)
        #expect(sample.inner.share == 1)
    }

    @Test(arguments: [
        (#"{"count":0}"#, "x.count: expected a whole number from 1 to 9, found 0"),
        (#"{"count":"3"}"#, #"x.count: expected a whole number from 1 to 9, found "3""#),
        (#"{"count":null}"#, "x.count: expected a whole number from 1 to 9, found null"),
        (#"{"mode":"slower"}"#, #"x.mode: expected one of "fast", "slow", found "slower""#),
        (#"{"names":[1]}"#, "x.names: expected a list, each a string, found [1]"),
        (#"{"model":7}"#, "x.model: expected a string or null, found 7"),
        (#"{"strict":1}"#, "x.strict: expected true or false, found 1"),
        (#"{"inner":[]}"#, "x.inner: expected an object, found []"),
        (#"{"inner":{"share":2}}"#, "x.inner.share: expected a number from 0.0 to 1.0, found 2"),
        (#"{"inner":{"shar":1}}"#, "x.inner.shar: unknown key; known here: share"),
        (#"{"counts":1}"#, "x.counts: unknown key; known here: count, inner, mode, model, names, strict"),
    ])
    func errorsNameTheKeyAndWhatIsAllowed(json: String, message: String) throws {
        let row = try Row(json)
        do throws(ConfigurationError) {
            let sample = try Sample(row, at: "x.")
            Issue.record("accepted \(sample)")
        } catch {
            #expect(error.description == message)
        }
    }

    @Test func theDigestIsThatOfTheEffectiveSettings() throws {
        #expect(try Sample(Row(#"{"count":3}"#)).sha256 == Sample().sha256)
        #expect(try Sample(Row(#"{"count":4}"#)).sha256 != Sample().sha256)
        #expect(try Sample(Row(#"{"inner":{"share":0.25}}"#)).sha256 != Sample().sha256)
    }

    @Test func theSchemaListsEverySetting() throws {
        var writer = JSONWriter()
        Sample.writeSchema(&writer, constants: [("stage", "sample")], about: "A sample.")
        let expected = """
            {"type":"object","description":"A sample.","additionalProperties":false,"required":["stage"],"properties":{\
            "stage":{"const":"sample"},\
            "count":{"description":"A count.","type":"integer","minimum":1,"maximum":9,"default":3},\
            "mode":{"description":"A mode.","type":"string","enum":["fast","slow"],"default":"fast"},\
            "names":{"description":"Names.","type":"array","items":{"type":"string"},"default":["a"]},\
            "model":{"description":"A model.","anyOf":[{"type":"string"},{"type":"null"}],"default":null},\
            "strict":{"description":"Whether.","type":"boolean","default":true},\
            "inner":{"type":"object","description":"More.","additionalProperties":false,"properties":{\
            "share":{"description":"A share.","type":"number","minimum":0.0,"maximum":1.0,"default":0.5}}}}}
            """
        #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
    }
}
