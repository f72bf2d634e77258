import Files
import SpaCy
import SystemPackage
import TestSupport
import Testing

/// Whatever lies in the folder, loading ends with a pipeline or an error that names what is wrong.
@Suite struct DamagedPipelineTests {
    /// A file of one of the pipelines.
    struct Part: CustomTestStringConvertible {
        var pipeline: FilePath
        var file: String

        var bytes: [UInt8] { get throws { try pipeline.pushing(FilePath(file)).readBytes() } }
        var testDescription: String { "\(pipeline.stem ?? "")/\(file)" }
    }

    static let parts =
        [
            "meta.json", "config.cfg", "tokenizer", "ner/cfg", "ner/moves", "ner/model", "vocab/lookups.bin",
            "vocab/key2row", "vocab/vectors", "vocab/vectors.cfg",
        ].map { Part(pipeline: PipelineTests.tiny, file: $0) }
        + [
            "encoder/model", "tagger/cfg", "tagger/model", "parser/cfg", "parser/moves", "parser/model",
        ].map { Part(pipeline: PipelineTests.syntax, file: $0) }

    private let folder: TemporaryFolder
    private var path: FilePath { folder.path }

    init() throws { folder = try TemporaryFolder() }

    /// Makes the folder hold a pipeline.
    private func copy(_ pipeline: FilePath) throws {
        for file in try pipeline.filesBelow() {
            try folder.write(file.relative(to: pipeline).string, try file.readBytes())
        }
    }

    /// Whether all that the pipeline has can be loaded.
    private func loads() throws -> Bool {
        do {
            let hasSyntax = try path.names().contains("parser")
            let pipeline = try SpaCyPipeline(
                folder: path, components: hasSyntax ? Set(PipelineComponent.allCases) : [.ner])
            // What loads must also run.
            _ = Array("Maria Okafor (c) don't.".utf8).withUnsafeBufferPointer { pipeline.annotations(of: $0) }
            return true
        } catch let error as ModelError {
            #expect(!error.description.isEmpty)
            return false
        }
    }

    @Test(arguments: [PipelineTests.tiny, PipelineTests.syntax]) func intactPipelineLoads(_ pipeline: FilePath) throws {
        try copy(pipeline)
        #expect(try loads())
    }

    @Test(arguments: parts.filter { $0.file != "vocab/lookups.bin" }) func missingFileIsNamed(_ part: Part) throws {
        try copy(part.pipeline)
        try path.pushing(FilePath(part.file)).removeAll()
        let error = #expect(throws: ModelError.self) {
            try SpaCyPipeline(
                folder: path, components: part.pipeline == PipelineTests.tiny ? [.ner] : Set(PipelineComponent.allCases)
            )
        }
        #expect(error?.description.contains(part.file) == true)
    }

    @Test func normsMayBeMissing() throws {
        try copy(PipelineTests.tiny)
        try path.pushing("vocab/lookups.bin").removeAll()
        #expect(try loads())
    }

    @Test(arguments: parts) func truncatedFileIsRefusedOrHarmless(_ part: Part) throws {
        try copy(part.pipeline)
        let whole = try part.bytes
        let isTable = !part.file.hasSuffix("cfg") && part.file != "meta.json"
        for size in 0..<24 {
            try folder.write(part.file, Array(whole.prefix(whole.count * size / 24)))
            let isLoaded = try loads()
            // An empty table of norms is none.
            if isTable, size > 0 || part.file != "vocab/lookups.bin" { #expect(!isLoaded, "\(size) of 24 parts") }
        }
    }

    @Test(arguments: parts) func changedBytesDoNoHarm(_ part: Part) throws {
        try copy(part.pipeline)
        let whole = try part.bytes
        var random = SeededGenerator(seed: UInt64(whole.count))
        for _ in 0..<60 {
            var bytes = whole
            // Structure lies more often at the beginning.
            let limit = Bool.random(using: &random) ? bytes.count : min(bytes.count, 6000)
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                bytes[Int.random(in: 0..<limit, using: &random)] =
                    [
                        UInt8.random(in: 0...255, using: &random), 0xdd, 0xdf, 0xc6, 0xff, 0x7f, 0xcf,
                    ][Int.random(in: 0..<7, using: &random)]
            }
            try folder.write(part.file, bytes)
            _ = try loads()
        }
    }

    @Test(arguments: [
        ("spacy.TransitionBasedParser.v2", "spacy.TransitionBasedParser.v1"),
        ("spacy.Tok2Vec.v2", "spacy-transformers.TransformerListener.v1"),
        ("spacy.MultiHashEmbed.v2", "spacy.CharacterEmbed.v2"),
        ("spacy.MaxoutWindowEncoder.v2", "spacy.TorchBiLSTMEncoder.v1"),
        ("spacy.Tokenizer.v1", "spacy.ja.JapaneseTokenizer"),
        ("factory = \"ner\"", "factory = \"beam_ner\""),
        ("lang = \"en\"", "lang = \"ht\""),
    ])
    func unknownPartsAreNamed(_ known: String, _ other: String) throws {
        try expect(PipelineTests.tiny, [.ner], known, other, toName: other.split(separator: "\"").last ?? "")
    }

    @Test(
        arguments: [
            ("spacy.Tagger.v2", "acme.Tagger.v9", [.tagger], "acme.Tagger.v9"),
            ("state_type = \"parser\"", "state_type = \"graph\"", [.parser], "graph"),
            (
                "spacy.Tok2VecListener.v1", "spacy-curated-transformers.X.v1", [.tagger],
                "spacy-curated-transformers.X.v1"
            ),
            ("spacy.HashEmbedCNN.v2", "acme.Encoder.v1", [.parser], "acme.Encoder.v1"),
            ("factory = \"tagger\"", "factory = \"morphologizer\"", [.tagger], "component tagger"),
            ("disabled = [\"senter\"]", "disabled = []", [.parser], "component senter"),
        ] as [(String, String, Set<PipelineComponent>, String)])
    func unknownPartsOfSyntaxAreNamed(
        _ known: String, _ other: String, _ components: Set<PipelineComponent>, _ named: String
    ) throws {
        try expect(PipelineTests.syntax, components, known, other, toName: named[...])
    }

    /// A pipeline whose configuration has one thing in another's place is refused, by name.
    private func expect(
        _ pipeline: FilePath, _ components: Set<PipelineComponent>, _ known: String, _ other: String,
        toName named: Substring
    ) throws {
        try copy(pipeline)
        let config = String(decoding: try path.appending("config.cfg").readBytes(), as: UTF8.self)
        #expect(config.contains(known))
        try folder.write(
            "config.cfg", config.split(separator: known, omittingEmptySubsequences: false).joined(separator: other))
        let error = #expect(throws: ModelError.self) { try SpaCyPipeline(folder: path, components: components) }
        guard case .unsupported(let what) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(what.contains(named))
    }
}
