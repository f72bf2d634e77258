/// spaCy's tokenizer (`spacy.Tokenizer.v1`).
struct Tokenizer {
    private(set) var lexicon: Lexicon
    private var cutter: WordCutter
    private var cache = WordCache()
    private let exceptions: Exceptions
    private var phrases = ExceptionPhrases()

    init(_ rules: TokenizerRules) {
        var exceptions = Exceptions()
        var lexicon = Lexicon()
        for exception in rules.exceptions {
            let pieces = exception.parts.map { part in
                let word = Array(part.word.utf8)
                let form =
                    part.norm.map { lexicon.form(word, norm: Array($0.utf8)) }
                    ?? word.withUnsafeBufferPointer { lexicon.form($0) }
                return Piece(form: form, length: Int32(clamping: word.count))
            }
            exceptions.insert(Array(exception.word.utf8), pieces)
        }
        self.exceptions = exceptions
        self.lexicon = lexicon
        cutter = WordCutter(rules, exceptions)
        for exception in rules.exceptions where !rules.isFast || Self.hasAffixes(exception.word, rules) {
            var tokens = TokenList()
            Array(exception.word.utf8).withUnsafeBufferPointer { cut($0, usesExceptions: false, into: &tokens) }
            phrases.insert(tokens.items.map(\.form))
            if let first = tokens.items.first { self.lexicon.markPhraseStart(first.form) }
        }
        // An exception's own parts can begin another.
        for exception in exceptions.all {
            for piece in exception where self.lexicon.startsPhrase(self.lexicon.bases[Int(piece.form)]) {
                self.lexicon.markPhraseStart(piece.form)
            }
        }
        self.lexicon.seal()
    }

    private static func hasAffixes(_ word: String, _ rules: TokenizerRules) -> Bool {
        word.contains(" ")
            || [rules.prefix, rules.infix, rules.suffix].contains { $0?.matches(in: word).first != nil }
    }

    /// Cuts a text. Forms are valid until the next call of `trim`.
    mutating func tokenize(_ text: UnsafeBufferPointer<UInt8>, into tokens: inout TokenList) {
        tokens.items.removeAll(keepingCapacity: true)
        cut(text, usesExceptions: true, into: &tokens)
        phrases.apply(to: &tokens, of: text, exceptions, lexicon)
    }

    /// Forgets words where there are too many; returns whether forms have changed.
    mutating func trim() -> Bool {
        let isTrimmed = lexicon.trim()
        if isTrimmed { cache.clear() }
        return isTrimmed
    }

    /// Runs of white space and of anything else are words; a single space between two is none.
    private mutating func cut(
        _ text: UnsafeBufferPointer<UInt8>, usesExceptions: Bool, into tokens: inout TokenList
    ) {
        guard !text.isEmpty else { return }
        var start = 0
        var index = 0
        var isInSpace = isSpace(text, at: 0)
        while index < text.count {
            let isSpace = isSpace(text, at: index)
            if isSpace != isInSpace {
                if start < index {
                    append(text, start..<index, usesExceptions, &tokens)
                }
                if text[index] == 0x20 {
                    tokens.items[tokens.count - 1].isFollowedBySpace = true
                    start = index + 1
                } else {
                    start = index
                }
                isInSpace = isSpace
            }
            index += 1
            while index < text.count, text[index] & 0xc0 == 0x80 { index += 1 }
        }
        if start < text.count { append(text, start..<text.count, usesExceptions, &tokens) }
    }

    @inline(__always) private func isSpace(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        let byte = text[index]
        if byte > 0x20, byte < 0x80 { return false }
        return UnicodeClasses.isSpace(Scalars.scalar(text, at: index).0)
    }

    @inline(__always) private mutating func append(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ usesExceptions: Bool, _ tokens: inout TokenList
    ) {
        let word = UnsafeBufferPointer(rebasing: text[range])
        if usesExceptions, let pieces = cache.find(word) {
            tokens.append(pieces, at: range.lowerBound)
            return
        }
        let pieces = cutter.cut(word, usesExceptions: usesExceptions, &lexicon)
        if cache.isFull { cache.clear() }
        if usesExceptions { cache.insert(word, pieces) }
        tokens.append(pieces[...], at: range.lowerBound)
    }
}
