import SpaCy
import Testing

@Suite struct ConfigFileTests {
    private let config = """
        # a comment
        [paths]
        train = null

        [nlp]
        lang = "en"
        pipeline = ["tok2vec", "ner"]
        tokenizer = {"@tokenizers":"spacy.Tokenizer.v1"}

        [model]
        width = ${model.encode:width}
        rows = [1,
          2]
        names = ["a",
            "b"]
        flag = true

        [model.encode]
        width = 96
        loop = ${model.encode.loop}
        """

    @Test func readsValues() throws {
        let file = try ConfigFile(config)
        #expect(file.string("nlp.lang") == "en")
        #expect(file.strings("nlp.pipeline") == ["tok2vec", "ner"])
        #expect(file.string("nlp.tokenizer.@tokenizers") == "spacy.Tokenizer.v1")
        #expect(file.int("model.width") == 96)
        #expect(file.strings("model.names") == ["a", "b"])
        #expect(file.bool("model.flag") == true)
        #expect(file.hasSection("model.encode") && file.hasSection("nlp.tokenizer") && !file.hasSection("x"))
    }

    @Test func hasNothingWhereNothingFits() throws {
        let file = try ConfigFile(config)
        #expect(file.string("paths.train") == nil)
        #expect(file.string("model.width") == nil)
        #expect(file.int("model.encode.loop") == nil)
        #expect(file.string("nowhere") == nil)
    }

    @Test func refusesOtherLines() {
        #expect(throws: ModelError.self) { try ConfigFile("[a]\nno key") }
    }
}
