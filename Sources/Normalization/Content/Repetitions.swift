internal import Markup

/// What a page prints twice among its text: pull quotes, and boxes that stand in several places.
struct Repetitions {
    private let outline: PageOutline
    private let kept: [Int]

    /// - Parameter kept: the segments that are the text, captions not among them, in order.
    init(_ outline: PageOutline, kept: [Int]) {
        self.outline = outline
        self.kept = kept
    }

    /// The segments to leave out.
    var superfluous: [Int] { boxes + pullQuotes }

    /// Words that a segment of a box has at least.
    private static let words = 5

    /// Both copies of boxes: four segments or more in a row that come again elsewhere.
    private var boxes: [Int] {
        var places: [UInt64: [Int]] = [:]
        for index in kept where outline.texts[index].words >= Self.words && !isHeading(index) {
            places[outline.texts[index].hash, default: []].append(index)
        }
        let repeated = kept.filter { (places[outline.texts[$0].hash]?.count ?? 0) > 1 && !isHeading($0) }
        let bytes = kept.reduce(0) { $0 + outline.segments[$1].count }
        // A page that prints all of its text twice has no box.
        guard repeated.reduce(0, { $0 + outline.segments[$1].count }) * 3 < bytes else { return [] }
        var found: [Int] = []
        var run: [Int] = []
        for index in kept {
            if places[outline.texts[index].hash].map({ $0.count > 1 }) ?? false, !isHeading(index) {
                run.append(index)
            } else {
                if run.count >= 4 { found += run }
                run = []
            }
        }
        return run.count >= 4 ? found + run : found
    }

    private func isHeading(_ index: Int) -> Bool {
        outline.segmenter.above[outline.segments[index].node].contains(.heading)
    }

    /// Quotes set apart whose words stand in a paragraph too. At most 40 are looked at.
    private var pullQuotes: [Int] {
        kept.filter(mayBePullQuote).prefix(40).filter { index in
            outline.withBytes(of: index) { quote in
                let words = Self.trimmed(quote)
                guard words.count > 20 else { return false }
                return kept.contains { other in
                    other != index && outline.segments[other].count > outline.segments[index].count
                        && outline.withBytes(of: other) { Self.holds($0, words) }
                }
            }
        }
    }

    private func mayBePullQuote(_ index: Int) -> Bool {
        let segment = outline.segments[index]
        guard (24..<600).contains(segment.count) else { return false }
        let parent = Int(outline.tree.nodes[segment.node].parent)
        let names = outline.segmenter.own[segment.node].union(outline.segmenter.own[parent])
        let above = outline.segmenter.above[segment.node]
        return names.contains(.quote) || !above.isDisjoint(with: [.blockquote, .aside, .figure])
    }

    /// Without the marks around it: ASCII ones, and those of three bytes, which curly quotation marks are.
    private static func trimmed(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        func isWord(_ byte: UInt8) -> Bool { byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }
        var start = 0
        var end = text.count
        while start < end, !isWord(text[start]) || text[start] == 0xe2 { start += text[start] == 0xe2 ? 3 : 1 }
        while start < end, !isWord(text[end - 1]) || end - start > 3 && text[end - 3] == 0xe2 {
            end -= isWord(text[end - 1]) ? 3 : 1
        }
        return UnsafeBufferPointer(rebasing: text[min(start, end)..<end])
    }

    private static func holds(_ text: UnsafeBufferPointer<UInt8>, _ words: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = words.first, text.count >= words.count else { return false }
        for start in 0...text.count - words.count where text[start] == first {
            if text[start..<start + words.count].elementsEqual(words) { return true }
        }
        return false
    }
}
