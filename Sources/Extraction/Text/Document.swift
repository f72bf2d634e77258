import Language
import Records

/// An article's text, cut and looked up once for all rules. Ranges are of token indices unless they say bytes.
struct Document {
    struct Paragraph {
        enum Kind {
            case body
            case heading
            case listItem
            /// A quotation by the page's structure.
            case blockquote
        }

        var kind: Kind
        var tokens: Range<Int>
        var sentences: Range<Int>
        /// Most words are capitalised, so that capitals tell nothing.
        var isTitleCase: Bool
    }

    let text: [UInt8]
    let tokens: [Token]
    let classes: [WordClass]
    let sentences: [Range<Int>]
    let paragraphs: [Paragraph]
    let quotations: [Quotation]
    /// For each token the outermost quotation around it, marks included; -1 for none.
    private(set) var covering: [Int32]
    /// For each token its paragraph.
    let paragraphOf: [Int32]
    let lexicon = Lexicon.english
    /// The one sieve that is not applied, to tell what it gives.
    var leftOut: Sieve?

    init(offsets: ScalarOffsets, blocks: [Block]) {
        text = offsets.utf8
        tokens = Tokenizer.tokens(text)
        let lexicon = lexicon
        classes = tokens.map { $0.kind == .word || $0.kind == .number ? lexicon[$0.hash] : [] }
        sentences = Sentences.ranges(tokens, in: text)
        paragraphs = Paragraphs.find(tokens, classes, sentences, text, Paragraphs.kinds(blocks, offsets))
        var paragraphOf = [Int32](repeating: 0, count: tokens.count)
        for (index, paragraph) in paragraphs.enumerated() {
            for token in paragraph.tokens { paragraphOf[token] = Int32(index) }
        }
        self.paragraphOf = paragraphOf
        let classes = classes
        var finder = QuotationFinder(tokens: tokens, text: text, sentences: sentences) { classes[$0].contains(.cue) }
        for paragraph in paragraphs { finder.read(paragraph) }
        quotations = finder.finish()
        var covering = [Int32](repeating: -1, count: tokens.count)
        for (index, quotation) in quotations.enumerated() where quotation.parent == nil {
            for token in quotation.range { covering[token] = Int32(index) }
        }
        self.covering = covering
    }

    /// As it reads from within its outermost quotations: only those inside them count.
    func withinQuotations() -> Document {
        var inner = self
        inner.covering = [Int32](repeating: -1, count: tokens.count)
        for (index, quotation) in quotations.enumerated() {
            guard let parent = quotation.parent, quotations[parent].parent == nil else { continue }
            for token in quotation.range { inner.covering[token] = Int32(index) }
        }
        return inner
    }

    func uses(_ sieve: Sieve) -> Bool { leftOut != sieve }

    /// The sentence of a token.
    func sentence(of token: Int) -> Range<Int> {
        sentenceIndex(of: token).map { sentences[$0] } ?? token..<token + 1
    }

    func sentenceIndex(of token: Int) -> Int? {
        guard let last = sentences.indices.last else { return nil }
        return sentences[..<last].partitioningIndex { $0.upperBound > token }
    }

    func has(_ index: Int, _ type: WordClass) -> Bool {
        classes.indices.contains(index) && !classes[index].isDisjoint(with: type)
    }

    /// Whether the token is this one ASCII sign.
    func sign(_ index: Int, _ sign: Unicode.Scalar) -> Bool {
        tokens.indices.contains(index) && tokens[index].kind != .word
            && text[tokens[index].start] == UInt8(ascii: sign)
    }

    /// A dash between words: U+2012 to U+2015, or hyphens that stand alone.
    func isDash(_ index: Int) -> Bool {
        guard tokens.indices.contains(index), tokens[index].kind == .punctuation else { return false }
        let start = tokens[index].start
        if text[start] == UInt8(ascii: "-") { return true }
        return text[start] == 0xe2 && text[start + 1] == 0x80 && (0x92...0x95).contains(text[start + 2])
    }

    func bytes(_ range: Range<Int>) -> Range<Int> {
        guard let first = range.first, let last = range.last else { return 0..<0 }
        return tokens[first].start..<tokens[last].end
    }

    func string(_ range: Range<Int>) -> String {
        String(decoding: text[bytes(range)], as: UTF8.self)
    }

    func isWord(_ index: Int, _ hash: WordHash) -> Bool {
        tokens.indices.contains(index) && tokens[index].hash == hash
    }

    /// Whether the token stands in a quotation.
    func isQuoted(_ index: Int) -> Bool { covering.indices.contains(index) && covering[index] >= 0 }
}

/// Words that rules ask for by name.
enum Word {
    static let that = WordHash("that")
    static let to = WordHash("to")
    static let of = WordHash("of")
    static let the = WordHash("the")
    static let and = WordHash("and")
    static let but = WordHash("but")
    static let by = WordHash("by")
    static let `as` = WordHash("as")
    static let it = WordHash("it")
    static let this = WordHash("this")
    static let so = WordHash("so")
    static let i = WordHash("i")
    static let he = WordHash("he")
    static let she = WordHash("she")
    static let they = WordHash("they")
    static let his = WordHash("his")
    static let her = WordHash("her")
    static let their = WordHash("their")
    static let its = WordHash("its")
    static let who = WordHash("who")
    static let which = WordHash("which")
    static let according = WordHash("according")
    static let citing = WordHash("citing")
    static let possessive = WordHash("'s")
    static let `in` = WordHash("in")
    static let on = WordHash("on")
    static let at = WordHash("at")
    static let out = WordHash("out")
    static let up = WordHash("up")
    static let from = WordHash("from")
    static let `for` = WordHash("for")
    static let with = WordHash("with")
    static let per = WordHash("per")
}
