import Files
import SpaCy
import SystemPackage
import TestSupport
import Testing

/// Whatever lies in the folder, loading ends with a pipeline or an error that names what is wrong.
@Suite struct DamagedPipelineTests {
    static let files = [
        "meta.json", "config.cfg", "tokenizer", "ner/cfg", "ner/moves", "ner/model", "vocab/lookups.bin",
        "vocab/key2row", "vocab/vectors", "vocab/vectors.cfg",
    ]

    private let folder: TemporaryFolder
    private var path: FilePath { folder.path }

    init() throws {
        folder = try TemporaryFolder()
        for file in Self.files { try folder.write(file, try Self.bytes(file)) }
    }

    static func bytes(_ file: String) throws -> [UInt8] {
        try PipelineTests.tiny.pushing(FilePath(file)).readBytes()
    }

    private func loads() throws -> Bool {
        do {
            let pipeline = try SpaCyPipeline(folder: path)
            // What loads must also run.
            _ = Array("Maria Okafor (c) don't.".utf8).withUnsafeBufferPointer { pipeline.entities(in: $0) }
            return true
        } catch {
            #expect(!error.description.isEmpty)
            return false
        }
    }

    @Test func intactPipelineLoads() throws { #expect(try loads()) }

    @Test(arguments: files.filter { $0 != "vocab/lookups.bin" }) func missingFileIsNamed(_ file: String) throws {
        try path.pushing(FilePath(file)).removeAll()
        let error = #expect(throws: ModelError.self) { try SpaCyPipeline(folder: path) }
        #expect(error?.description.contains(file) == true)
    }

    @Test func normsMayBeMissing() throws {
        try path.pushing("vocab/lookups.bin").removeAll()
        #expect(try loads())
    }

    @Test(arguments: files) func truncatedFileIsRefusedOrHarmless(_ file: String) throws {
        let whole = try Self.bytes(file)
        let isTable = !file.hasSuffix("cfg") && file != "meta.json"
        for part in 0..<24 {
            try folder.write(file, Array(whole.prefix(whole.count * part / 24)))
            let isLoaded = try loads()
            // An empty table of norms is none.
            if isTable, part > 0 || file != "vocab/lookups.bin" { #expect(!isLoaded, "\(part) of 24 parts") }
        }
    }

    @Test(arguments: files) func changedBytesDoNoHarm(_ file: String) throws {
        let whole = try Self.bytes(file)
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
            try folder.write(file, bytes)
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
        let config = String(decoding: try Self.bytes("config.cfg"), as: UTF8.self)
        #expect(config.contains(known))
        try folder.write(
            "config.cfg", config.split(separator: known, omittingEmptySubsequences: false).joined(separator: other))
        let error = #expect(throws: ModelError.self) { try SpaCyPipeline(folder: path) }
        guard case .unsupported(let what) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(what.contains(other.split(separator: "\"").last ?? ""))
    }
}
