import Records
import Staging

/// The words of an article that count in comparison.
struct ComparedWords {
    private(set) var words: [Word]
    /// For each, its number among all words of the article; empty where nothing is cut out.
    private var places: [UInt32] = []

    init(words: [Word]) { self.words = words }

    init(_ all: [Word], _ paragraphs: [ParagraphEntry], cutting isCut: (ParagraphEntry) -> Bool) {
        words = []
        var start = 0
        for paragraph in paragraphs {
            let end = max(start, min(all.count, Int(paragraph.end)))
            if !isCut(paragraph) {
                words += all[start..<end]
                places += (start..<end).map { UInt32($0) }
            }
            start = end
        }
    }

    var count: Int { words.count }

    /// The number of a word among all of the article.
    func place(_ word: Int) -> Int { places.isEmpty ? word : Int(places[word]) }

    /// The same of a stretch that is not empty.
    func range(_ words: Range<Int>) -> Range<Int> {
        words.isEmpty ? 0..<0 : place(words.lowerBound)..<place(words.upperBound - 1) + 1
    }
}

/// Where an article's words stand in its text, and how its numbers and names are printed.
struct Wordings {
    private let places: [TextSpan]
    /// By the number of the word.
    private let facts: [Int: String]

    init(_ bytes: [UInt8], words all: [Word], places length: Int) {
        var spans: [TextSpan] = []
        var place = 0
        var end = 0
        // Room for a number that a damaged file cuts off.
        let padded = bytes + [UInt8](repeating: 0, count: 20)
        padded.withUnsafeBufferPointer { bytes in
            while spans.count < all.count, place < length {
                let start = end + Int(truncatingIfNeeded: Varint.read(bytes, &place) & 0xffff_ffff)
                end = start + Int(truncatingIfNeeded: Varint.read(bytes, &place) & 0xffff_ffff)
                spans.append(TextSpan(start, end))
            }
        }
        places = spans
        var facts: [Int: String] = [:]
        place = length
        for (number, word) in all.enumerated() where word.isFact && place < bytes.count {
            let end = min(bytes.count, place + 1 + Int(bytes[place]))
            facts[number] = String(decoding: bytes[place + 1..<end], as: UTF8.self)
            place = end
        }
        self.facts = facts
    }

    /// The text from the first to the last of some words; null where there are none.
    func span(_ words: Range<Int>) -> TextSpan? {
        guard !words.isEmpty, words.upperBound <= places.count else { return nil }
        return TextSpan(places[words.lowerBound].start, places[words.upperBound - 1].end)
    }

    /// The wording of a word that is a number or a name.
    func fact(_ word: Int) -> String? { facts[word] }
}

/// Rows of the index's own files.
enum Record {
    static func decode<R: JSONRecord>(_ bytes: [UInt8]) throws -> R {
        do { return try Row(bytes).decode() } catch {
            throw StageFailure(.io, "the index holds a damaged record: \(error)")
        }
    }
}
