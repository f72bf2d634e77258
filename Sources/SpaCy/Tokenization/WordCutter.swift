/// Cuts one word between spaces as spaCy does: exceptions first, then prefixes and suffixes from outside in, then a
/// match of the whole, then infixes (`Tokenizer._split_affixes` and `_attach_tokens`).
struct WordCutter {
    private let rules: TokenizerRules
    private let exceptions: Exceptions
    private var machine = PatternMachine()
    private var scalars = Scalars()
    /// Longer words stay whole: cutting costs the square of the length.
    private static let longest = 1024

    init(_ rules: TokenizerRules, _ exceptions: Exceptions) {
        self.rules = rules
        self.exceptions = exceptions
    }

    /// The pieces of a word. Exceptions play no part where `usesExceptions` is false.
    mutating func cut(
        _ word: UnsafeBufferPointer<UInt8>, usesExceptions: Bool, _ lexicon: inout Lexicon
    ) -> [Piece] {
        if usesExceptions, let pieces = exceptions.find(word) { return pieces }
        scalars.assign(word)
        guard scalars.count <= Self.longest else {
            return [Piece(form: lexicon.form(word), length: Int32(clamping: word.count))]
        }
        let offsets = scalars.offsets
        return scalars.values.withUnsafeBufferPointer { values in
            let text = Text(word: word, values: values, offsets: offsets)
            return cut(text, usesExceptions, &lexicon)
        }
    }

    private struct Text {
        let word: UnsafeBufferPointer<UInt8>
        let values: UnsafeBufferPointer<UInt32>
        let offsets: [Int]

        func bytes(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
            UnsafeBufferPointer(rebasing: word[offsets[range.lowerBound]..<offsets[range.upperBound]])
        }

        func scalars(_ range: Range<Int>) -> UnsafeBufferPointer<UInt32> {
            UnsafeBufferPointer(rebasing: values[range])
        }
    }

    private mutating func cut(_ text: Text, _ usesExceptions: Bool, _ lexicon: inout Lexicon) -> [Piece] {
        func piece(_ range: Range<Int>) -> Piece {
            let bytes = text.bytes(range)
            return Piece(form: lexicon.form(bytes), length: Int32(bytes.count))
        }
        func exception(_ range: Range<Int>) -> [Piece]? {
            usesExceptions && !range.isEmpty ? exceptions.find(text.bytes(range)) : nil
        }
        var pieces: [Piece] = []
        var suffixes: [Piece] = []
        var rest = 0..<text.values.count
        var lastCount = 0
        while !rest.isEmpty, rest.count != lastCount {
            if rules.token?.matches(text.scalars(rest), &machine) ?? false { break }
            if exception(rest) != nil { break }
            lastCount = rest.count
            let start = length(rules.prefix, text.scalars(rest))
            let withoutPrefix = rest.lowerBound + start..<rest.upperBound
            if start > 0, exception(withoutPrefix) != nil {
                pieces.append(piece(rest.lowerBound..<withoutPrefix.lowerBound))
                rest = withoutPrefix
                break
            }
            let end = length(rules.suffix, text.scalars(withoutPrefix))
            let withoutSuffix = rest.lowerBound..<rest.upperBound - end
            if end > 0, exception(withoutSuffix) != nil {
                suffixes.append(piece(withoutSuffix.upperBound..<rest.upperBound))
                rest = withoutSuffix
                break
            }
            if start > 0 { pieces.append(piece(rest.lowerBound..<withoutPrefix.lowerBound)) }
            if end > 0 { suffixes.append(piece(withoutSuffix.upperBound..<rest.upperBound)) }
            rest = withoutPrefix.lowerBound..<withoutSuffix.upperBound
        }
        if let parts = exception(rest) {
            pieces += parts
        } else if !rest.isEmpty {
            let inner = text.scalars(rest)
            let isWhole =
                rules.token?.matches(inner, &machine) ?? false || rules.url?.matches(inner, &machine) ?? false
            let cuts = isWhole ? [] : infixes(inner, rest)
            pieces += cuts.isEmpty ? [piece(rest)] : cuts.map(piece)
        }
        return pieces + suffixes.reversed()
    }

    private mutating func length(_ pattern: Pattern?, _ text: UnsafeBufferPointer<UInt32>) -> Int {
        pattern?.search(text, &machine)?.count ?? 0
    }

    /// The parts of a text between infixes and these themselves; empty where there is no infix.
    private mutating func infixes(_ text: UnsafeBufferPointer<UInt32>, _ place: Range<Int>) -> [Range<Int>] {
        guard let pattern = rules.infix else { return [] }
        var parts: [Range<Int>] = []
        var start = place.lowerBound
        for match in pattern.matches(in: text, &machine) where match.lowerBound > 0 {
            let infix = match.lowerBound + place.lowerBound..<match.upperBound + place.lowerBound
            if infix.lowerBound != start { parts.append(start..<infix.lowerBound) }
            if !infix.isEmpty { parts.append(infix) }
            start = infix.upperBound
        }
        if start < place.upperBound { parts.append(start..<place.upperBound) }
        return parts
    }
}
