import Records

/// The words of an article that count in comparison. Keeps its memory from article to article.
struct ComparedWords {
    /// Of which the first `count` are the article's.
    private var words: [Word] = []
    private(set) var count = 0
    /// Where something was cut out: the first word behind it, and how many words were cut out before that one.
    private var cuts: [(word: Int, before: Int)] = []

    /// Takes another article in place of the last.
    ///
    /// - Parameter record: an article's paragraphs, then its words.
    mutating func take(_ record: UnsafeRawBufferPointer, of entry: ArticleEntry, cutting boilerplate: BoilerplateTable)
    {
        let start = entry.wordsOffset - Int(entry.offset)
        let all = Int(entry.words)
        count = 0
        cuts.removeAll(keepingCapacity: true)
        if words.count < all { words = [Word](repeating: Word(bits: 0), count: 2 * all) }
        func paragraph(_ index: Int) -> ParagraphEntry {
            record.loadUnaligned(fromByteOffset: 8 * index, as: ParagraphEntry.self)
        }
        let paragraphs = 0..<Int(entry.paragraphs)
        guard !boilerplate.isEmpty, paragraphs.contains(where: { boilerplate.contains(paragraph($0).hash) }) else {
            append(record, start, 0..<all)
            return
        }
        var first = 0
        for paragraph in paragraphs.lazy.map(paragraph) {
            let end = max(first, min(all, Int(paragraph.end)))
            if !boilerplate.contains(paragraph.hash) {
                if cuts.last?.before ?? 0 < first - count { cuts.append((count, first - count)) }
                append(record, start, first..<end)
            }
            first = end
        }
    }

    private mutating func append(_ record: UnsafeRawBufferPointer, _ start: Int, _ range: Range<Int>) {
        let size = MemoryLayout<Word>.stride
        let source = UnsafeRawBufferPointer(
            rebasing: record[start + size * range.lowerBound..<start + size * range.upperBound])
        let first = count
        words.withUnsafeMutableBytes { words in
            UnsafeMutableRawBufferPointer(rebasing: words[(size * first)...]).copyMemory(from: source)
        }
        count += range.count
    }

    func withWords<R>(_ body: (UnsafeBufferPointer<Word>) throws -> R) rethrows -> R {
        try words.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[..<count])) }
    }

    subscript(word: Int) -> Word { words[word] }

    /// The number of a word among all of the article.
    func place(_ word: Int) -> Int {
        let next = cuts.partitioningIndex { $0.word > word }
        return next == 0 ? word : word + cuts[next - 1].before
    }

    /// The same of a stretch that is not empty.
    func range(_ words: Range<Int>) -> Range<Int> {
        words.isEmpty ? 0..<0 : place(words.lowerBound)..<place(words.upperBound - 1) + 1
    }
}
