import Records

/// A text as comparison sees it: the words of its paragraphs without datelines, bylines and credits.
struct ComparisonText {
    struct Paragraph {
        /// Into `words`.
        var words: Range<Int>
        /// The same for the notices that outlets of one owner share, each with its own name in them.
        /// Null where it can be no boilerplate.
        var hash: UInt64?
    }

    private(set) var paragraphs: [Paragraph] = []
    /// Agencies and outlets that datelines and credit lines name, as printed.
    private(set) var credits: [String] = []

    /// Room for words and places, of which the first `count` are the text's.
    private var wordRoom: [Word] = []
    private var placeRoom: [WordScanner.Place] = []
    private var count = 0
    private var stretches = Stretches()
    private var names: [String: OwnName] = [:]

    /// An outlet's own name, as words and as it stands in addresses.
    private struct OwnName {
        var words: [Word] = []
        var label: Word?
    }

    private static let mostNames = 1 << 12

    var words: ArraySlice<Word> { wordRoom[..<count] }
    var places: ArraySlice<WordScanner.Place> { placeRoom[..<count] }

    init() {}

    init(_ text: String) {
        var text = text
        text.withUTF8 { read($0, OwnName()) }
    }

    /// Takes another text in place of the last.
    ///
    /// - Parameter outlet: the name of the outlet that published the text.
    mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, outlet: String?) {
        read(bytes, outlet.map { name($0) } ?? OwnName())
    }

    private mutating func name(_ outlet: String) -> OwnName {
        if let known = names[outlet] { return known }
        if names.count == Self.mostNames { names.removeAll() }
        let name = OwnName(
            words: Array(ComparisonText(outlet).words), label: ComparisonText(OutletForms.folded(outlet)).words.first)
        names[outlet] = name
        return name
    }

    private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, _ ownName: OwnName) {
        paragraphs.removeAll(keepingCapacity: true)
        credits.removeAll()
        count = 0
        let most = WordScanner.room(for: bytes.count)
        if wordRoom.count < most {
            wordRoom = Array(repeating: Word(bits: 0), count: most)
            placeRoom = Array(repeating: WordScanner.Place(start: 0, end: 0), count: most)
        }
        stretches.find(in: bytes)
        var hasDateline = false
        for (index, paragraph) in stretches.paragraphs.enumerated() {
            var body = paragraph
            if let line = SourceLine(bytes, paragraph: paragraph, index: index), !hasDateline || line.range == paragraph
            {
                if let credit = line.credit { credits.append(credit) }
                hasDateline = hasDateline || line.range != paragraph
                body = line.range.upperBound..<paragraph.upperBound
            }
            let first = count
            let stretch = scan(bytes, body)
            count = stretch.end
            if count > first { paragraphs.append(describe(first, stretch, ownName)) }
        }
    }

    private func describe(_ first: Int, _ stretch: WordScanner.Stretch, _ own: OwnName) -> Paragraph {
        let range = first..<stretch.end
        guard Boilerplate.mayBe(words: range.count, numbers: stretch.numbers) else { return Paragraph(words: range) }
        return wordRoom.withUnsafeBufferPointer { room in
            let words = UnsafeBufferPointer(rebasing: room[range])
            // Few have their outlet's name in them.
            let isNamed = own.words.first.map { name in words.contains { $0 == name || $0 == own.label } } ?? false
            return Paragraph(words: range, hash: isNamed ? Self.hash(words, own) : stretch.hash.value)
        }
    }

    private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, _ body: Range<Int>) -> WordScanner.Stretch {
        let first = count
        return wordRoom.withUnsafeMutableBufferPointer { words in
            placeRoom.withUnsafeMutableBufferPointer { places in
                WordScanner.scan(bytes, body, into: words, places, from: first)
            }
        }
    }

    /// A hash in which the outlet's own name is as good as another's.
    private static func hash(_ words: UnsafeBufferPointer<Word>, _ own: OwnName) -> UInt64 {
        var hashed: [Word] = []
        hashed.reserveCapacity(words.count)
        var rest = words[...]
        while let word = rest.first {
            if word == own.words.first, rest.starts(with: own.words) {
                hashed.append(anyOutlet)
                rest = rest.dropFirst(own.words.count)
            } else {
                hashed.append(word == own.label ? anyOutlet : word)
                rest = rest.dropFirst()
            }
        }
        return hashed.hash
    }

    private static let anyOutlet = Word(bits: 0)

    /// The words that stand wholly within a stretch of bytes.
    func words(within bytes: Range<Int>) -> Range<Int> {
        let first = places.partitioningIndex { Int($0.start) >= bytes.lowerBound }
        let end = places.partitioningIndex { Int($0.end) > bytes.upperBound }
        return first..<max(first, end)
    }
}
