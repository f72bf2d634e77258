import Glibc
import Records

/// A text as comparison sees it: the words of its paragraphs without datelines, bylines and credits.
struct ComparisonText {
    struct Paragraph {
        /// Into `words`.
        var words: Range<Int>
        /// The same for the notices that outlets of one owner share, each with its own name in them.
        var hash: UInt64
    }

    private(set) var words: [Word] = []
    /// The bytes of the text that each word stands in.
    private(set) var places: [Range<Int>] = []
    private(set) var paragraphs: [Paragraph] = []
    /// Agencies and outlets that datelines and credit lines name, as printed.
    private(set) var credits: [String] = []

    /// The outlet's own name, as words and as it stands in addresses.
    private var ownName: [Word] = []
    private var ownLabel: Word?

    init() {}

    init(_ text: String) {
        var text = text
        text.withUTF8 { read($0) }
    }

    /// Takes another text in place of the last.
    ///
    /// - Parameter outlet: the name of the outlet that published the text.
    mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, outlet: String?) {
        ownName = outlet.map { ComparisonText($0).words } ?? []
        ownLabel = outlet.flatMap { ComparisonText(OutletForms.folded($0)).words.first }
        words.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
        paragraphs.removeAll(keepingCapacity: true)
        credits.removeAll()
        read(bytes)
    }

    private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
        words.reserveCapacity(bytes.count / 5)
        places.reserveCapacity(bytes.count / 5)
        var hasDateline = false
        for (index, paragraph) in Self.paragraphs(bytes).enumerated() {
            var body = paragraph
            if let line = SourceLine(bytes, paragraph: paragraph, index: index), !hasDateline || line.range == paragraph
            {
                if let credit = line.credit { credits.append(credit) }
                hasDateline = hasDateline || line.range != paragraph
                body = line.range.upperBound..<paragraph.upperBound
            }
            let first = words.count
            WordScanner.scan(bytes, body) { word, place in
                words.append(word)
                places.append(place)
            }
            if words.count > first {
                paragraphs.append(Paragraph(words: first..<words.count, hash: hash(words[first...])))
            }
        }
    }

    /// A hash in which the outlet's own name is as good as another's.
    private func hash(_ words: ArraySlice<Word>) -> UInt64 {
        guard let name = ownName.first, words.contains(where: { $0 == name || $0 == ownLabel }) else {
            return words.hash
        }
        var hashed: [Word] = []
        hashed.reserveCapacity(words.count)
        var rest = words
        while let word = rest.first {
            if word == name, rest.starts(with: ownName) {
                hashed.append(Self.anyOutlet)
                rest = rest.dropFirst(ownName.count)
            } else {
                hashed.append(word == ownLabel ? Self.anyOutlet : word)
                rest = rest.dropFirst()
            }
        }
        return hashed.hash
    }

    private static let anyOutlet = Word(bits: 0)

    /// The words that stand wholly within a stretch of bytes.
    func words(within bytes: Range<Int>) -> Range<Int> {
        let first = places.partitioningIndex { $0.lowerBound >= bytes.lowerBound }
        let end = places.partitioningIndex { $0.upperBound > bytes.upperBound }
        return first..<max(first, end)
    }

    private static func newline(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard let base = UnsafeRawPointer(bytes.baseAddress), start < bytes.count else { return nil }
        return memchr(base + start, Int32(UInt8(ascii: "\n")), bytes.count - start).map { UnsafeRawPointer($0) - base }
    }

    /// Stretches between blank lines or, in a text without any, between line feeds.
    private static func paragraphs(_ bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        while start <= bytes.count {
            let index = newline(bytes, from: start) ?? bytes.count
            var first = start
            var end = index
            while first < end, bytes[first] <= UInt8(ascii: " ") { first += 1 }
            while first < end, bytes[end - 1] <= UInt8(ascii: " ") { end -= 1 }
            lines.append(first..<end)
            start = index + 1
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        guard lines.contains(where: \.isEmpty) else { return lines }
        var paragraphs: [Range<Int>] = []
        var open: Range<Int>?
        for line in lines {
            if line.isEmpty {
                if let open { paragraphs.append(open) }
                open = nil
            } else {
                open = (open?.lowerBound ?? line.lowerBound)..<line.upperBound
            }
        }
        if let open { paragraphs.append(open) }
        return paragraphs
    }
}

extension RandomAccessCollection {
    /// The first index whose element satisfies a predicate that is false, then true.
    func partitioningIndex(where predicate: (Element) -> Bool) -> Index {
        var low = startIndex
        var count = self.count
        while count > 0 {
            let middle = index(low, offsetBy: count / 2)
            if predicate(self[middle]) {
                count /= 2
            } else {
                low = index(after: middle)
                count -= count / 2 + 1
            }
        }
        return low
    }
}
