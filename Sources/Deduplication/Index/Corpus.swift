import Records
import Staging

/// All articles that are compared, and those of dates outside the window: their tables, and where their records lie.
///
/// Numbers ascend by date, within a date by key. The run's own come last. 56 bytes an article and 40 a quote are
/// held in memory; words, for verification, are read from the parts.
final class Corpus {
    /// One date's articles.
    struct Part {
        let articles: Range<Int>
        let quotes: Range<Int>
        let texts: Spool
        let utterances: Spool
    }

    // Read for every pair, and written only before.
    @exclusivity(unchecked) private(set) var articles: [ArticleEntry] = []
    private(set) var quotes: [QuoteEntry] = []
    /// Numbers of articles that are compared: the last version of each within the window.
    private(set) var isLive: [Bool] = []
    @exclusivity(unchecked) private(set) var parts: [Part] = []
    /// The first article and quote of the run itself.
    @exclusivity(unchecked) private(set) var own = 0
    private(set) var ownQuotes = 0
    private var earlierKeys: KeyIndex
    private var ownKeys: KeyIndex
    /// The first quote of each article.
    private(set) var firstQuotes: [UInt32] = []
    @exclusivity(unchecked) private var boilerplate = BoilerplateTable()

    /// - Parameter window: how many of the segments, counted from the last, are compared with.
    init(_ segments: [Segment], window: Int) throws {
        // Room for the run's own too, as address space alone: so many articles are not to be moved.
        let count = segments.reduce(0) { $0 + $1.articles }
        if count > 0 { articles.reserveCapacity(2 * count + 1 << 16) }
        for (index, segment) in segments.enumerated() {
            let (first, firstQuote) = (articles.count, quotes.count)
            try segment.append(.articles, to: &articles)
            try segment.append(.quotes, to: &quotes)
            for quote in firstQuote..<quotes.count { quotes[quote].article += UInt32(first) }
            isLive += repeatElement(index >= segments.count - window, count: articles.count - first)
            parts.append(
                Part(
                    articles: first..<articles.count, quotes: firstQuote..<quotes.count,
                    texts: try segment.spool(.texts), utterances: try segment.spool(.utterances)))
        }
        own = articles.count
        ownQuotes = quotes.count
        guard articles.reduce(0, { $0 + Int($1.quotes) }) == ownQuotes else {
            throw StageFailure(.io, "the index does not hold the quotes that its articles have")
        }
        earlierKeys = KeyIndex(0..<own) { [articles] in articles[$0].key }
        ownKeys = KeyIndex(0..<0) { _ in 0 }
        for number in earlierKeys.superseded { isLive[number] = false }
    }

    /// Takes the run's own articles; returns the number of each by its ordinal, and of each quote. `UInt32.max` where
    /// the article is dropped.
    func add(_ fingerprints: borrowing Fingerprints, dropping dropped: Set<UInt32>) throws
        -> (articles: [UInt32], quotes: [UInt32])
    {
        var numbers = [UInt32](repeating: .max, count: fingerprints.articleCount)
        let count = try number(fingerprints, dropping: dropped, &numbers)
        articles.reserveCapacity(own + count)
        articles += repeatElement(ArticleEntry(), count: count)
        try Self.each(fingerprints.articles, fingerprints.articleCount, of: ArticleEntry.self) { ordinal, entry in
            if numbers[ordinal] != .max { articles[Int(numbers[ordinal])] = entry }
        }
        isLive += repeatElement(true, count: count)
        let quoteNumbers = try addQuotes(fingerprints, numbers)
        parts.append(
            Part(
                articles: own..<articles.count, quotes: ownQuotes..<quotes.count, texts: fingerprints.texts,
                utterances: fingerprints.utterances))
        ownKeys = KeyIndex(own..<articles.count) { articles[$0].key }
        for number in own..<articles.count {
            if let earlier = self.number(of: articles[number].key, earlier: true) { isLive[earlier] = false }
        }
        return (numbers, quoteNumbers)
    }

    /// Numbers the run's articles in the order of their keys; returns how many there are.
    private func number(
        _ fingerprints: borrowing Fingerprints, dropping dropped: Set<UInt32>, _ numbers: inout [UInt32]
    ) throws -> Int {
        var keys: [UInt64] = []
        keys.reserveCapacity(numbers.count)
        try Self.each(fingerprints.articles, fingerprints.articleCount, of: ArticleEntry.self) { ordinal, entry in
            keys.append(entry.key)
        }
        let order = KeyOrder.ascending(keys.indices.lazy.filter { !dropped.contains(UInt32($0)) }) { keys[$0] }
        for (rank, ordinal) in order.enumerated() { numbers[Int(ordinal)] = UInt32(own + rank) }
        return order.count
    }

    private func addQuotes(_ fingerprints: borrowing Fingerprints, _ numbers: [UInt32]) throws -> [UInt32] {
        firstQuotes = [UInt32](repeating: 0, count: articles.count + 1)
        for (number, article) in articles.enumerated() {
            firstQuotes[number + 1] = firstQuotes[number] + article.quotes
        }
        var quoteNumbers = [UInt32](repeating: .max, count: fingerprints.quoteCount)
        quotes += repeatElement(QuoteEntry(), count: Int(firstQuotes[articles.count]) - ownQuotes)
        try Self.each(fingerprints.quotes, fingerprints.quoteCount, of: QuoteEntry.self) { ordinal, entry in
            let article = numbers[Int(entry.article)]
            guard article != .max else { return }
            let number = firstQuotes[Int(article)] + entry.index
            quoteNumbers[ordinal] = number
            quotes[Int(number)] = entry
            quotes[Int(number)].article = article
        }
        return quoteNumbers
    }

    private static func each<Entry: BitwiseCopyable>(
        _ spool: Spool, _ count: Int, of type: Entry.Type, _ body: (Int, Entry) -> Void
    ) throws {
        let block = 1 << 14
        for start in stride(from: 0, to: count, by: block) {
            let entries = try spool.elements(
                at: start * MemoryLayout<Entry>.stride, count: min(block, count - start), of: type)
            for (index, entry) in entries.enumerated() { body(start + index, entry) }
        }
    }

    /// The newest article with a key, and before the run's own where `earlier` is set.
    func number(of key: UInt64, earlier: Bool = false) -> Int? {
        (earlier ? nil : ownKeys.last(key) { articles[$0].key }) ?? earlierKeys.last(key) { articles[$0].key }
    }

    func isOwn(_ number: Int) -> Bool { number >= own }

    func quotes(of article: Int) -> Range<Int> { Int(firstQuotes[article])..<Int(firstQuotes[article + 1]) }

    /// From here on these paragraphs are no part of any article's words.
    func cut(_ boilerplate: BoilerplateTable) { self.boilerplate = boilerplate }

    private func texts(of article: Int) -> Spool {
        if article >= own, let last = parts.last { return last.texts }
        return parts[parts.partitioningIndex { $0.articles.upperBound > article }].texts
    }

    private func part(ofQuote quote: Int) -> Part {
        parts[parts.partitioningIndex { $0.quotes.upperBound > quote }]
    }

    /// Reads the words of an article that count in comparison.
    func read(_ article: Int, into words: inout ComparedWords) throws {
        let entry = articles[article]
        let size = entry.textOffset - Int(entry.offset)
        try texts(of: article).withBytes(at: Int(entry.offset), count: size) {
            words.take($0, of: entry, cutting: boilerplate)
        }
    }

    func comparedWords(of article: Int) throws -> ComparedWords {
        var words = ComparedWords()
        try read(article, into: &words)
        return words
    }

    /// All words of an article, boilerplate too.
    func words(of article: Int) throws -> [Word] {
        let entry = articles[article]
        return try texts(of: article).elements(at: entry.wordsOffset, count: Int(entry.words), of: Word.self)
    }

    func paragraphs(of article: Int) throws -> [ParagraphEntry] {
        let entry = articles[article]
        return try texts(of: article).elements(
            at: Int(entry.offset), count: Int(entry.paragraphs), of: ParagraphEntry.self)
    }

    func row(of article: Int) throws -> ArticleRow {
        let entry = articles[article]
        return try Record.decode(try texts(of: article).bytes(at: entry.rowOffset, count: Int(entry.row)))
    }

    func wordings(of article: Int, by comparison: inout ComparisonText) throws -> Wordings {
        let entry = articles[article]
        let text = try texts(of: article).bytes(at: entry.textOffset, count: Int(entry.text))
        return Wordings(text, by: &comparison)
    }

    func words(ofQuote quote: Int) throws -> [Word] {
        let entry = quotes[quote]
        return try part(ofQuote: quote).utterances.elements(
            at: Int(entry.offset), count: Int(entry.words), of: Word.self)
    }

    func places(ofQuote quote: Int) throws -> [Utterance.Place] {
        let entry = quotes[quote]
        return try part(ofQuote: quote).utterances.elements(
            at: entry.placesOffset, count: Int(entry.words), of: Utterance.Place.self)
    }

    func row(ofQuote quote: Int) throws -> QuoteRow {
        let entry = quotes[quote]
        return try Record.decode(
            try part(ofQuote: quote).utterances.bytes(at: entry.rowOffset, count: Int(entry.row)))
    }
}
