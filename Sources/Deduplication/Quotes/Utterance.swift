import Records

/// A quote as comparison holds it. Its words lie in a common array.
struct Utterance: Sendable {
    /// Number of the article.
    var article: Int
    /// Id of the quote in its article.
    var quote: String
    var speaker: SpeakerIdentity
    /// Into the common array.
    var words: Range<Int>
    /// The words of the article's comparison text in which it stands.
    var place: Range<Int>
}

/// All quotes of a run with their words.
struct Utterances: Sendable {
    private(set) var all: [Utterance] = []
    private(set) var words: [Word] = []
    /// Where each word stands, in scalars of its quote's content.
    private(set) var places: [TextSpan] = []

    mutating func add(_ quote: Quote, of article: Int, in text: ScalarOffsets, _ comparison: ComparisonText) {
        let first = words.count
        addWords(of: quote, in: text)
        let start = text.byte(atScalar: quote.start)
        let end = max(start, text.byte(atScalar: quote.end))
        all.append(
            Utterance(
                article: article, quote: quote.id, speaker: SpeakerIdentity(quote), words: first..<words.count,
                place: comparison.words(within: start..<end)))
    }

    /// The content is the spans one after the other, a space between them. What stands in square brackets was put
    /// there by an editor and does not count.
    private mutating func addWords(of quote: Quote, in text: ScalarOffsets) {
        let spans = quote.spans.isEmpty ? [TextSpan(quote.start, quote.end)] : quote.spans
        let content = ScalarOffsets(spans.map { text[$0] }.joined(separator: " "))
        content.utf8.withUnsafeBufferPointer { bytes in
            var start = 0
            for edit in Self.brackets(content.utf8) + [bytes.count..<bytes.count] {
                WordScanner.scan(bytes, start..<max(start, edit.lowerBound)) { word, place in
                    words.append(word)
                    places.append(content.span(place))
                }
                start = edit.upperBound
            }
        }
    }

    private static func brackets(_ bytes: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var open: Int?
        for (index, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "["), open == nil { open = index }
            if byte == UInt8(ascii: "]"), let start = open {
                found.append(start..<index + 1)
                open = nil
            }
        }
        return found
    }

    /// Moves the places of quotes where stretches of words were cut out of their articles.
    mutating func cutOut(_ removed: [Int: [Range<Int>]]) {
        for index in all.indices {
            guard let ranges = removed[all[index].article] else { continue }
            func moved(_ word: Int) -> Int {
                word - ranges.reduce(0) { $0 + max(0, min(word, $1.upperBound) - $1.lowerBound) }
            }
            let place = all[index].place
            all[index].place = moved(place.lowerBound)..<moved(place.upperBound)
        }
    }

    /// The same without quotes whose article has no new number, by the new numbers, then in their old order.
    func renumbered(_ numbers: [Int?]) -> [(index: Int, utterance: Utterance)] {
        var kept: [(index: Int, utterance: Utterance)] = []
        for (index, utterance) in all.enumerated() {
            guard let number = numbers[utterance.article] else { continue }
            var utterance = utterance
            utterance.article = number
            kept.append((index, utterance))
        }
        return kept.sorted { ($0.utterance.article, $0.index) < ($1.utterance.article, $1.index) }
    }
}
