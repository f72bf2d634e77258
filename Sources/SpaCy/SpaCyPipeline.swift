import CSpaCyKernels
public import SystemPackage

/// A token of a text.
public struct Token: Sendable, Equatable {
    /// Bytes into the text, half-open.
    public var start: Int
    public var end: Int

    public init(start: Int, end: Int) {
        self.start = start
        self.end = end
    }
}

/// A named entity as the model tags it.
public struct NamedSpan: Sendable, Equatable {
    /// The model's own label, such as "ORG".
    public var label: String
    /// Bytes into the text, half-open.
    public var start: Int
    public var end: Int
    /// Its tokens.
    public var tokens: Range<Int>

    public init(label: String, start: Int, end: Int, tokens: Range<Int>) {
        self.label = label
        self.start = start
        self.end = end
        self.tokens = tokens
    }
}

/// A pipeline that spaCy 3 wrote: its tokenizer and its recogniser of entities, as spaCy runs them.
///
/// An instance belongs to one thread at a time. The numbers behind a decision are the same on every CPU.
public final class SpaCyPipeline {
    /// What meta.json says; empty where it is silent.
    public let name: String
    public let version: String
    public let license: String
    /// The language's code, such as "en".
    public let languageCode: String

    private var tokenizer: Tokenizer
    private var encoder: TokenEncoder
    private var recognizer: EntityRecognizer
    private let words: WordAttributes
    private var list = TokenList()

    /// Loads the folder that holds config.cfg. Throws where a file is missing or damaged, or where the pipeline asks
    /// for what this runtime does not have.
    public init(folder path: FilePath) throws(ModelError) {
        let folder = try PipelineFolder(path)
        let vocab = path.appending("vocab")
        name = folder.description.name ?? ""
        version = folder.description.version ?? ""
        license = folder.description.license ?? ""
        languageCode = folder.language
        words = WordAttributes(lexemeNorms: try folder.lexemeNorms())
        tokenizer = Tokenizer(try TokenizerRules(try MappedFile(path.appending("tokenizer"))))
        let cpu = spacy_cpu_best()
        let recognizerPath = path.appending(folder.recognizer)
        let file = try MappedFile(recognizerPath.appending("model"))
        let model = try ThincModel(file)
        let encoderModel =
            folder.encoder == folder.recognizer
            ? model : try ThincModel(try MappedFile(path.appending(folder.encoder).appending("model")))
        encoder = try TokenEncoder(encoderModel, vocab: vocab, cpu: cpu)
        let actions = try EntityActions(try MappedFile(recognizerPath.appending("moves")))
        recognizer = try EntityRecognizer(
            actions, try EntityScorer(model, width: encoder.width, cpu: cpu), file)
    }

    /// The files of a pipeline's folder that decide what the runtime says; throws as loading does where it is no pipeline.
    public static func files(of folder: FilePath) throws(ModelError) -> [FilePath] {
        let pipeline = try PipelineFolder(folder)
        let components = Set([pipeline.recognizer, pipeline.encoder]).sorted()
        let paths =
            ["meta.json", "config.cfg", "tokenizer"]
            + components.flatMap { ["\($0)/cfg", "\($0)/model", "\($0)/moves"] }
            + ["vocab/lookups.bin", "vocab/vectors.cfg", "vocab/vectors", "vocab/key2row"]
        return paths.map { folder.pushing(FilePath($0)) }.filter { (try? $0.stat()) != nil }
    }

    /// The labels that entities can have.
    public var labels: [String] { recognizer.actions.labels }

    /// The tokens of a text in UTF-8.
    public func tokens(in text: UnsafeBufferPointer<UInt8>) -> [Token] {
        tokenize(text)
        return list.items.map { Token(start: $0.start, end: $0.end) }
    }

    /// The tokens and the named entities of a text in UTF-8. No entity reaches over one of `sentenceStarts`, byte
    /// offsets in ascending order; without any, sentences play no part, as in a spaCy pipeline of `ner` alone.
    public func entities(
        in text: UnsafeBufferPointer<UInt8>, sentenceStarts: [Int] = []
    ) -> (tokens: [Token], entities: [NamedSpan]) {
        tokenize(text)
        let starts = tokenStarts(sentenceStarts)
        recognizer.begin()
        var index = 0
        while index < list.count {
            let block = index..<min(index + TokenEncoder.blockSize, list.count)
            let vectors = encoder.encode(list, block, tokenizer.lexicon, words)
            recognizer.recognize(
                list, block, vectors, stride: encoder.width, tokenizer.lexicon,
                startsSentence: { starts.isEmpty ? false : starts[$0] })
            index = block.upperBound
        }
        let entities = recognizer.found().map { span in
            NamedSpan(
                label: labels[span.label], start: list.items[span.range.lowerBound].start,
                end: list.items[span.range.upperBound - 1].end, tokens: span.range)
        }
        return (list.items.map { Token(start: $0.start, end: $0.end) }, entities)
    }

    private func tokenize(_ text: UnsafeBufferPointer<UInt8>) {
        if tokenizer.trim() { encoder.forgetForms() }
        tokenizer.tokenize(text, into: &list)
    }

    /// Of each token, whether it is the first at or behind the start of a sentence.
    private func tokenStarts(_ sentences: [Int]) -> [Bool] {
        guard !sentences.isEmpty else { return [] }
        var starts = Array(repeating: false, count: list.count)
        var next = 0
        for (index, token) in list.items.enumerated() {
            while next < sentences.count, sentences[next] <= token.start {
                starts[index] = true
                next += 1
            }
        }
        return starts
    }
}
