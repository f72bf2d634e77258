import CSpaCyKernels
public import SystemPackage

/// A pipeline that spaCy 3 wrote: its tokenizer, and those of its components that are asked for, as spaCy runs them.
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
    private var encoders: [TokenEncoder] = []
    /// Components with the places of their encoders.
    private var tagger: (model: Tagger, encoder: Int)?
    private var parser: (model: DependencyParser, encoder: Int)?
    private var recognizer: (model: EntityRecognizer, encoder: Int)?
    private let words: WordAttributes
    private var list = TokenList()

    /// Loads the folder that holds config.cfg, of its components only those named. Throws where a file is missing or
    /// damaged, or where they ask for what this runtime does not have.
    public init(folder path: FilePath, components: Set<PipelineComponent> = [.ner]) throws(ModelError) {
        let folder = try PipelineFolder(path)
        name = folder.description.name ?? ""
        version = folder.description.version ?? ""
        license = folder.description.license ?? ""
        languageCode = folder.language
        words = WordAttributes(lexemeNorms: try folder.lexemeNorms())
        tokenizer = Tokenizer(try TokenizerRules(try MappedFile(path.appending("tokenizer"))))
        let cpu = spacy_cpu_best()
        var names: [String] = []
        for factory in PipelineComponent.allCases where components.contains(factory) {
            let component = try folder.component(factory)
            let own = path.appending(component.name)
            let file = try MappedFile(own.appending("model"))
            let model = try ThincModel(file)
            let place = names.firstIndex(of: component.encoder) ?? names.count
            if place == names.count {
                let encoder =
                    component.encoder == component.name
                    ? model : try ThincModel(try MappedFile(path.appending(component.encoder).appending("model")))
                encoders.append(try TokenEncoder(encoder, vocab: path.appending("vocab"), cpu: cpu))
                names.append(component.encoder)
            }
            let width = encoders[place].width
            switch factory {
            case .tagger:
                let settings = try MappedFile(own.appending("cfg"))
                tagger = (try Tagger(model, settings: settings, width: width, cpu: cpu), place)
            case .parser:
                let actions = try ParserActions(try MappedFile(own.appending("moves")))
                let scorer = try TransitionScorer(model, features: DependencyParser.features, width: width, cpu: cpu)
                parser = (try DependencyParser(actions, scorer, file), place)
            case .ner:
                let actions = try EntityActions(try MappedFile(own.appending("moves")))
                let scorer = try TransitionScorer(model, features: EntityRecognizer.features, width: width, cpu: cpu)
                recognizer = (try EntityRecognizer(actions, scorer, file), place)
            }
        }
    }

    /// The files of a pipeline's folder that decide what these components say; throws as loading does where they cannot
    /// be run.
    public static func files(
        of folder: FilePath, components: Set<PipelineComponent> = [.ner]
    ) throws(ModelError) -> [FilePath] {
        let pipeline = try PipelineFolder(folder)
        var names: Set<String> = []
        for factory in components {
            let component = try pipeline.component(factory)
            names.formUnion([component.name, component.encoder])
        }
        let paths =
            ["meta.json", "config.cfg", "tokenizer"]
            + names.sorted().flatMap { ["\($0)/cfg", "\($0)/model", "\($0)/moves"] }
            + ["vocab/lookups.bin", "vocab/vectors.cfg", "vocab/vectors", "vocab/key2row"]
        return paths.map { folder.pushing(FilePath($0)) }.filter { (try? $0.stat()) != nil }
    }

    /// The labels that entities can have.
    public var labels: [String] { recognizer?.model.actions.labels ?? [] }

    /// The tokens of a text in UTF-8.
    public func tokens(in text: UnsafeBufferPointer<UInt8>) -> [Token] {
        tokenize(text)
        return listed
    }

    /// The tokens and the named entities of a text in UTF-8. No entity reaches over one of `sentenceStarts`, byte
    /// offsets in ascending order; without any, sentences play no part, as in a spaCy pipeline of `ner` alone.
    public func entities(
        in text: UnsafeBufferPointer<UInt8>, sentenceStarts: [Int] = []
    ) -> (tokens: [Token], entities: [NamedSpan]) {
        tokenize(text)
        return (listed, entities(sentenceStarts: tokens(at: sentenceStarts)))
    }

    /// What all loaded components say of a text in UTF-8. No entity reaches over a sentence that the parser begins, as
    /// where spaCy runs `ner` behind it. A token takes some hundred bytes of memory in the meantime.
    public func annotations(of text: UnsafeBufferPointer<UInt8>) -> Annotations {
        tokenize(text)
        var annotations = Annotations()
        annotations.tokens = listed
        parser?.model.begin(count: list.count)
        for place in encoders.indices where tagger?.encoder == place || parser?.encoder == place {
            encode(by: place) { block, vectors, width in
                if let tagger, tagger.encoder == place {
                    let tags = tagger.model.tags(vectors, stride: width, rows: block.count)
                    annotations.tags.append(contentsOf: tags.map { tagger.model.labels[$0] })
                }
                if parser?.encoder == place { parser?.model.parse(vectors, stride: width, rows: block.count) }
            }
        }
        if let parser = parser?.model {
            let tree = parser.tree { tokenizer.lexicon.isSpace(list.items[$0].form) }
            annotations.heads = tree.heads
            annotations.dependencies = tree.labels.map { parser.actions.labels[$0] }
            annotations.sentenceStarts = tree.sentenceStarts
        }
        annotations.entities = entities(sentenceStarts: annotations.sentenceStarts)
        return annotations
    }

    private var listed: [Token] { list.items.map { Token(start: $0.start, end: $0.end) } }

    private func tokenize(_ text: UnsafeBufferPointer<UInt8>) {
        if tokenizer.trim() {
            for place in encoders.indices { encoders[place].forgetForms() }
        }
        tokenizer.tokenize(text, into: &list)
    }

    /// Gives the vectors of all tokens to `body`, block by block, with the numbers of each.
    private func encode(by place: Int, _ body: (Range<Int>, UnsafePointer<Float>, Int) -> Void) {
        var index = 0
        while index < list.count {
            let block = index..<min(index + TokenEncoder.blockSize, list.count)
            let vectors = encoders[place].encode(list, block, tokenizer.lexicon, words)
            body(block, vectors, encoders[place].width)
            index = block.upperBound
        }
    }

    /// The named entities of the tokens, given the first tokens of sentences.
    private func entities(sentenceStarts: [Int]) -> [NamedSpan] {
        guard let place = recognizer?.encoder else { return [] }
        var starts: [Bool] = []
        if !sentenceStarts.isEmpty {
            starts = Array(repeating: false, count: list.count)
            for token in sentenceStarts { starts[token] = true }
        }
        recognizer?.model.begin()
        encode(by: place) { block, vectors, width in
            recognizer?.model.recognize(
                list, block, vectors, stride: width, tokenizer.lexicon,
                startsSentence: { starts.isEmpty ? false : starts[$0] })
        }
        return (recognizer?.model.found() ?? []).map { span in
            NamedSpan(
                label: labels[span.label], start: list.items[span.range.lowerBound].start,
                end: list.items[span.range.upperBound - 1].end, tokens: span.range)
        }
    }

    /// The first tokens at or behind places in the text, which ascend.
    private func tokens(at places: [Int]) -> [Int] {
        guard !places.isEmpty else { return [] }
        var tokens: [Int] = []
        var next = 0
        for (index, token) in list.items.enumerated() {
            let before = next
            while next < places.count, places[next] <= token.start { next += 1 }
            if next > before { tokens.append(index) }
        }
        return tokens
    }
}
