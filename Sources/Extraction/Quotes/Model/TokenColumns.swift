import Language
import Records

/// What the features of all learnt models read of a token, made once for an article.
struct TokenColumns {
    /// Identity of the word; numbers by their length, so that they are seen again.
    private(set) var word: [UInt64] = []
    private(set) var suffix: [UInt64] = []
    private(set) var shape: [UInt64] = []
    /// A word class as coarse as a part of speech.
    private(set) var category: [UInt64] = []
    /// Where the token stands in its outermost quotation.
    private(set) var quotation: [UInt64] = []
    /// Where the token stands in a name, with its type.
    private(set) var name: [UInt64] = []
    private(set) var sentence: [Int32] = []
    /// What the rules found, as bits of `Rule`.
    private(set) var rule: [UInt64] = []
    /// For each token the first attribution of the rules whose cue holds it; -1 for none.
    private(set) var ruleAtCue: [Int32]
    /// Of finite verbs, commas, quotation marks, "that" and cues, how many stand before each token.
    private(set) var verbsBefore: [Int32] = []
    private(set) var commasBefore: [Int32] = []
    private(set) var marksBefore: [Int32] = []
    private(set) var thatsBefore: [Int32] = []
    private(set) var cuesBefore: [Int32] = []

    enum Rule {
        static let cue: UInt64 = 1
        static let contentStart: UInt64 = 2
        static let content: UInt64 = 4
        static let contentEnd: UInt64 = 8
        static let subject: UInt64 = 16
    }

    static let outside = UInt64.max

    init(_ document: Document, _ names: NameIndex, rules: [Attribution]) {
        let tokens = document.tokens.count
        ruleAtCue = [Int32](repeating: -1, count: tokens)
        sentence = [Int32](repeating: 0, count: tokens)
        for (index, range) in document.sentences.enumerated() {
            for token in range { sentence[token] = Int32(index) }
        }
        for column in [\Self.word, \.suffix, \.shape, \.category, \.quotation, \.name] {
            self[keyPath: column].reserveCapacity(tokens)
        }
        for index in 0..<tokens { describe(index, document, names) }
        count(document)
        rule = [UInt64](repeating: 0, count: tokens)
        for (index, attribution) in rules.enumerated() { note(attribution, index) }
    }

    private mutating func describe(_ index: Int, _ document: Document, _ names: NameIndex) {
        let token = document.tokens[index]
        let length = token.end - token.start
        word.append(token.kind == .number ? 1000 + UInt64(length) : token.hash.value)
        var ending: UInt64 = UInt64(min(length, 4))
        if token.isWord {
            for byte in document.text[max(token.start, token.end - 3)..<token.end] {
                ending = ending << 8 | UInt64(byte | 0x20)
            }
        }
        suffix.append(ending)
        let size = UInt64(min(length, 3)) << 16
        shape.append(UInt64(token.shape.rawValue & 0x4f) | UInt64(token.kind.rawValue) << 8 | size)
        category.append(TokenCategory.of(index, document, names))
        quotation.append(state(index, document))
        name.append(
            names.name(at: index).map {
                let found = names.names[$0]
                let place: UInt64 = found.range.lowerBound == index ? 1 : 2
                let end: UInt64 = found.range.upperBound == index + 1 ? 4 : 0
                return place | end | UInt64(TokenCategory.rank(found.type)) << 3
            } ?? 0)
    }

    private func state(_ index: Int, _ document: Document) -> UInt64 {
        let covering = document.covering[index]
        guard covering >= 0 else {
            let before: UInt64 = document.isQuoted(index - 1) ? 1 : 0
            let after: UInt64 = document.isQuoted(index + 1) ? 2 : 0
            return before | after
        }
        let quotation = document.quotations[Int(covering)]
        if index == quotation.range.lowerBound { return quotation.range.count > 6 ? 4 : 5 }
        if index == quotation.range.upperBound - 1 { return quotation.range.count > 6 ? 6 : 7 }
        return quotation.range.count > 6 ? 8 : 9
    }

    private mutating func count(_ document: Document) {
        var counts = (verbs: Int32(0), commas: Int32(0), marks: Int32(0), thats: Int32(0), cues: Int32(0))
        for index in document.tokens.indices {
            verbsBefore.append(counts.verbs)
            commasBefore.append(counts.commas)
            marksBefore.append(counts.marks)
            thatsBefore.append(counts.thats)
            cuesBefore.append(counts.cues)
            let token = document.tokens[index]
            if token.isWord {
                if document.has(index, [.finiteVerb, .modal]) { counts.verbs += 1 }
                if token.hash == Word.that { counts.thats += 1 }
                if document.has(index, .cue) { counts.cues += 1 }
            } else if token.kind == .quote {
                counts.marks += 1
            } else if document.sign(index, ",") {
                counts.commas += 1
            }
        }
    }

    private mutating func note(_ attribution: Attribution, _ index: Int) {
        for token in attribution.cue ?? 0..<0 {
            rule[token] |= Rule.cue
            if ruleAtCue[token] < 0 { ruleAtCue[token] = Int32(index) }
        }
        for token in attribution.subject ?? 0..<0 { rule[token] |= Rule.subject }
        for piece in attribution.content where !piece.isEmpty {
            rule[piece.lowerBound] |= Rule.contentStart
            rule[piece.upperBound - 1] |= Rule.contentEnd
            for token in piece { rule[token] |= Rule.content }
        }
    }
}
