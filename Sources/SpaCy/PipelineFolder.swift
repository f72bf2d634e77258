import FoundationEssentials
import SystemPackage

/// The folder that spaCy writes, and what of its configuration this runtime can honour.
struct PipelineFolder {
    struct Description: Decodable {
        var lang: String?
        var name: String?
        var version: String?
        var license: String?
    }

    private struct RecognizerSettings: Decodable {
        var beam_width: Int?
    }

    let path: FilePath
    let description: Description
    let language: String
    /// The component that recognises entities, and the one that encodes its tokens.
    let recognizer: String
    let encoder: String

    /// Languages that compute norms in code of their own.
    private static let ownNorms: Set = ["hi", "ht", "ne"]
    /// Components that write entities, besides `ner`.
    private static let otherRecognizers: Set = ["beam_ner", "entity_ruler", "span_ruler"]

    init(_ path: FilePath) throws(ModelError) {
        self.path = path
        let meta = try MappedFile(path.appending("meta.json"))
        guard let description = try? JSONDecoder().decode(Description.self, from: Data(meta.bytes)) else {
            throw meta.damaged("it is no description of a pipeline")
        }
        self.description = description
        let file = try MappedFile(path.appending("config.cfg"))
        let config = try ConfigFile(String(decoding: file.bytes, as: UTF8.self))
        func require(_ key: String, _ allowed: String...) throws(ModelError) {
            let value = config.string(key)
            guard allowed.contains(where: { $0 == value }) else {
                throw value.map { .unsupported("\($0) (\(key))") } ?? file.damaged("it has no \(key)")
            }
        }
        guard let language = config.string("nlp.lang") else { throw file.damaged("it has no nlp.lang") }
        guard !Self.ownNorms.contains(language) else { throw .unsupported("the language \(language)") }
        self.language = language
        try require("nlp.tokenizer.@tokenizers", "spacy.Tokenizer.v1")
        if config.hasSection("nlp.vectors") { try require("nlp.vectors.@vectors", "spacy.Vectors.v1") }
        var recognizer: String?
        for component in config.strings("nlp.pipeline") ?? [] {
            let factory = config.string("components.\(component).factory") ?? ""
            if Self.otherRecognizers.contains(factory) { throw .unsupported("the component \(factory)") }
            if factory == "ner" { recognizer = component }
        }
        guard let recognizer else { throw .unsupported("a pipeline without the component ner") }
        let model = "components.\(recognizer).model"
        try require(model + ".@architectures", "spacy.TransitionBasedParser.v2")
        try require(model + ".state_type", "ner")
        try require(
            model + ".tok2vec.@architectures", "spacy.Tok2Vec.v2", "spacy.Tok2VecListener.v1", "spacy.HashEmbedCNN.v2")
        var encoder = recognizer
        var encoderModel = model + ".tok2vec"
        if config.string(encoderModel + ".@architectures") == "spacy.Tok2VecListener.v1" {
            let upstream = config.string(encoderModel + ".upstream") ?? "*"
            encoder = upstream == "*" ? "tok2vec" : upstream
            encoderModel = "components.\(encoder).model"
            try require(encoderModel + ".@architectures", "spacy.Tok2Vec.v2", "spacy.HashEmbedCNN.v2")
        }
        if config.string(encoderModel + ".@architectures") == "spacy.Tok2Vec.v2" {
            try require(encoderModel + ".embed.@architectures", "spacy.MultiHashEmbed.v2")
            try require(encoderModel + ".encode.@architectures", "spacy.MaxoutWindowEncoder.v2")
        }
        for name in [recognizer, encoder] where FilePath.Component(name) == nil || name.hasPrefix(".") {
            throw file.damaged("\(name) is no name of a folder")
        }
        self.recognizer = recognizer
        self.encoder = encoder
        let settings = try MappedFile(path.appending(recognizer).appending("cfg"))
        let beam = try? JSONDecoder().decode(RecognizerSettings.self, from: Data(settings.bytes)).beam_width
        guard beam ?? 1 == 1 else { throw .unsupported("a beam of width \(beam ?? 0)") }
    }

    /// The norms in the table `lexeme_norm` of the vocabulary, by the words' ids.
    func lexemeNorms() throws(ModelError) -> [UInt64: String] {
        let file: MappedFile
        do {
            file = try MappedFile(path.appending("vocab").appending("lookups.bin"))
        } catch .unreadable(_, .noSuchFileOrDirectory) {
            return [:]
        }
        guard file.count > 0 else { return [:] }
        var reader = MessagePackReader(file)
        var norms: [UInt64: String] = [:]
        for (key, value) in try reader.document()["lexeme_norm"]?.map ?? [] {
            guard let key = key.hash, let value = value.string else { throw file.damaged("a norm is no string") }
            norms[key] = value
        }
        return norms
    }
}
