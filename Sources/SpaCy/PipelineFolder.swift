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

    /// A component that is asked for.
    struct Component {
        var factory: PipelineComponent
        /// Its folder.
        var name: String
        /// The component that encodes its tokens; its own name, or that of one that others share.
        var encoder: String
    }

    private struct ParserSettings: Decodable {
        var beam_width: Int?
    }

    let path: FilePath
    let description: Description
    let language: String
    private let file: MappedFile
    private let config: ConfigFile

    /// Languages that compute norms in code of their own.
    private static let ownNorms: Set = ["hi", "ht", "ne"]
    /// Components that write what a component writes, or change it: with them spaCy would say something else.
    private static let rivals: [PipelineComponent: Set<String>] = [
        .ner: ["beam_ner", "entity_ruler", "span_ruler"], .parser: ["beam_parser", "sentencizer", "senter"],
        .tagger: [],
    ]

    init(_ path: FilePath) throws(ModelError) {
        self.path = path
        let meta = try MappedFile(path.appending("meta.json"))
        guard let description = try? JSONDecoder().decode(Description.self, from: Data(meta.bytes)) else {
            throw meta.damaged("it is no description of a pipeline")
        }
        self.description = description
        file = try MappedFile(path.appending("config.cfg"))
        config = try ConfigFile(String(decoding: file.bytes, as: UTF8.self))
        guard let language = config.string("nlp.lang") else { throw file.damaged("it has no nlp.lang") }
        guard !Self.ownNorms.contains(language) else { throw .unsupported("the language \(language)") }
        self.language = language
        try require("nlp.tokenizer.@tokenizers", "spacy.Tokenizer.v1")
        if config.hasSection("nlp.vectors") { try require("nlp.vectors.@vectors", "spacy.Vectors.v1") }
    }

    /// Where a component lies, after a look at whether it can be run here. Components that nobody asks for are passed over.
    func component(_ factory: PipelineComponent) throws(ModelError) -> Component {
        let disabled = config.strings("nlp.disabled") ?? []
        var name: String?
        for component in config.strings("nlp.pipeline") ?? [] where !disabled.contains(component) {
            let other = config.string("components.\(component).factory") ?? ""
            if Self.rivals[factory]?.contains(other) == true { throw .unsupported("the component \(other)") }
            if other == factory.rawValue { name = component }
        }
        guard let name else { throw .unsupported("a pipeline without the component \(factory.rawValue)") }
        let model = "components.\(name).model"
        switch factory {
        case .tagger: try require(model + ".@architectures", "spacy.Tagger.v2")
        case .parser, .ner:
            try require(model + ".@architectures", "spacy.TransitionBasedParser.v2")
            try require(model + ".state_type", factory.rawValue)
        }
        let encoder = try encoder(of: name, model + ".tok2vec")
        for name in [name, encoder] where FilePath.Component(name) == nil || name.hasPrefix(".") {
            throw file.damaged("\(name) is no name of a folder")
        }
        if factory != .tagger {
            let settings = try MappedFile(path.appending(name).appending("cfg"))
            let beam = try? JSONDecoder().decode(ParserSettings.self, from: Data(settings.bytes)).beam_width
            guard beam ?? 1 == 1 else { throw .unsupported("a beam of width \(beam ?? 0)") }
        }
        return Component(factory: factory, name: name, encoder: encoder)
    }

    /// The component that holds the encoder: the one that a listener names, else the component itself.
    private func encoder(of component: String, _ key: String) throws(ModelError) -> String {
        var (component, key) = (component, key)
        if config.string(key + ".@architectures") == "spacy.Tok2VecListener.v1" {
            let upstream = config.string(key + ".upstream") ?? "*"
            component = upstream == "*" ? "tok2vec" : upstream
            key = "components.\(component).model"
        }
        try require(key + ".@architectures", "spacy.Tok2Vec.v2", "spacy.HashEmbedCNN.v2")
        if config.string(key + ".@architectures") == "spacy.Tok2Vec.v2" {
            try require(key + ".embed.@architectures", "spacy.MultiHashEmbed.v2")
            try require(key + ".encode.@architectures", "spacy.MaxoutWindowEncoder.v2")
        }
        return component
    }

    private func require(_ key: String, _ allowed: String...) throws(ModelError) {
        let value = config.string(key)
        guard allowed.contains(where: { $0 == value }) else {
            throw value.map { .unsupported("\($0) (\(key))") } ?? file.damaged("it has no \(key)")
        }
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
