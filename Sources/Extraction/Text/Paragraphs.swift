import Language
import Records

/// Paragraphs with their kinds: by the page's blocks where they are given, else by shape.
enum Paragraphs {
    typealias Kind = Document.Paragraph.Kind

    /// Kinds by byte offsets.
    static func kinds(_ blocks: [Block], _ offsets: ScalarOffsets) -> [(bytes: Range<Int>, kind: Kind)] {
        var kinds: [(bytes: Range<Int>, kind: Kind)] = []
        var last = 0
        for block in blocks.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
            guard block.start >= 0, block.start < block.end else { continue }
            let start = max(last, offsets.byte(atScalar: block.start))
            let end = offsets.byte(atScalar: block.end)
            guard start < end else { continue }
            last = end
            let kind: Kind =
                switch block.kind {
                case .heading: .heading
                case .listItem: .listItem
                case .blockquote, .embed: .blockquote
                case .paragraph, .entry: .body
                }
            kinds.append((start..<end, kind))
        }
        return kinds
    }

    static func find(
        _ tokens: [Token], _ classes: [WordClass], _ sentences: [Range<Int>], _ text: [UInt8],
        _ kinds: [(bytes: Range<Int>, kind: Kind)]
    ) -> [Document.Paragraph] {
        var paragraphs: [Document.Paragraph] = []
        var first = 0
        var block = 0
        for index in sentences.indices {
            let next = index + 1
            guard next == sentences.count || tokens[sentences[next].lowerBound].shape.contains(.paragraphBefore)
            else { continue }
            let range = sentences[first].lowerBound..<sentences[index].upperBound
            let start = tokens[range.lowerBound].start
            while block < kinds.count, kinds[block].bytes.upperBound <= start { block += 1 }
            let given = block < kinds.count && kinds[block].bytes.contains(start) ? kinds[block].kind : nil
            let isTitleCase = isTitleCase(range, tokens, classes)
            paragraphs.append(
                Document.Paragraph(
                    kind: given ?? shape(range, tokens, text), tokens: range, sentences: first..<next,
                    isTitleCase: isTitleCase))
            first = next
        }
        return paragraphs
    }

    /// A list item begins with its bullet; a heading is short and ends without a mark.
    private static func shape(_ range: Range<Int>, _ tokens: [Token], _ text: [UInt8]) -> Kind {
        let first = tokens[range.lowerBound]
        if first.kind == .punctuation || first.kind == .symbol, range.count > 1,
            text[first.start] == UInt8(ascii: "-") || text[first.start] == UInt8(ascii: "*")
                || text[first.start] == 0xe2
        {
            return .listItem
        }
        let last = tokens[range.upperBound - 1]
        return range.count <= 18 && (last.isWord || last.kind == .number) && first.kind != .quote ? .heading : .body
    }

    private static func isTitleCase(_ range: Range<Int>, _ tokens: [Token], _ classes: [WordClass]) -> Bool {
        var words = 0
        var capitals = 0
        for index in range where tokens[index].isWord && !tokens[index].shape.contains(.clitic) {
            if tokens[index].isCapitalised {
                words += 1
                capitals += 1
            } else if classes[index].isDisjoint(with: [.preposition, .article, .conjunction, .be]) {
                words += 1
            }
            // Titles are short; a long line with many names is a lead.
            if words > 14 { return false }
        }
        return words >= 4 && capitals * 4 >= words * 3
    }
}
