import Records

/// Where an article's words stand in its text, and how its numbers and names are printed.
struct Wordings {
    private let text: ScalarOffsets
    private let places: [WordScanner.Place]

    private static let longestFact = 60

    /// - Parameters:
    ///   - text: from which the article's words came.
    ///   - comparison: takes the text in place of its last.
    init(_ text: [UInt8], by comparison: inout ComparisonText) {
        text.withUnsafeBufferPointer { comparison.read($0, outlet: nil) }
        places = Array(comparison.places)
        self.text = ScalarOffsets(utf8: text)
    }

    /// The text from the first to the last of some words; null where there are none.
    func span(_ words: Range<Int>) -> TextSpan? {
        guard !words.isEmpty, words.upperBound <= places.count else { return nil }
        return text.span(Int(places[words.lowerBound].start)..<Int(places[words.upperBound - 1].end))
    }

    /// The wording of a word that is a number or a name.
    func fact(_ word: Int) -> String? {
        guard word < places.count else { return nil }
        let place = Int(places[word].start)..<min(Int(places[word].end), Int(places[word].start) + Self.longestFact)
        return String(decoding: text.utf8[place], as: UTF8.self)
    }
}
