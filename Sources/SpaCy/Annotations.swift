/// A component of a spaCy pipeline that can be run here, named by its factory.
public enum PipelineComponent: String, Sendable, CaseIterable {
    case tagger
    case parser
    case ner
}

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

/// All that a pipeline says of a text. What belongs to a component that was not loaded is empty.
public struct Annotations: Sendable, Equatable {
    public internal(set) var tokens: [Token] = []
    /// By token, the tagger's label, such as "NNP".
    public internal(set) var tags: [String] = []
    /// By token, the token that it depends on; the root of a sentence is its own head.
    public internal(set) var heads: [Int] = []
    /// By token, the kind of dependency, such as "nsubj".
    public internal(set) var dependencies: [String] = []
    /// The parser's sentences: their first tokens, in ascending order.
    public internal(set) var sentenceStarts: [Int] = []
    public internal(set) var entities: [NamedSpan] = []
}
