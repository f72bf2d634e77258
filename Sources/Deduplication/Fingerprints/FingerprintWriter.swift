import Digest
import Records

/// The first half of deduplication, a map: what comparison needs of each article, and its sampled shingles as keys.
///
/// Texts are not kept in memory: the records of articles and quotes go to spools, the keys to external sorters.
struct FingerprintWriter: ~Copyable {
    private let texts = Spool(mostInMemory: 64 << 20)
    private let articles = Spool(mostInMemory: 4 << 20)
    private let utterances = Spool(mostInMemory: 8 << 20)
    private let quotes = Spool(mostInMemory: 4 << 20)
    private var postings = ExternalSorter(capacity: 1 << 21, lowest: 32)
    private var paragraphs = ExternalSorter(capacity: 1 << 19, lowest: 32)
    private var quotePostings = ExternalSorter(capacity: 1 << 20, lowest: 32)
    private(set) var count: UInt32 = 0
    private var quoteCount: UInt32 = 0
    private var comparison = ComparisonText()
    private var winnowing = Winnowing(.articles)
    private var quoteWinnowing = Winnowing(.quotes)
    private var keys = KeyMaker()
    private var paragraphEntries: [ParagraphEntry] = []
    private var row = JSONWriter()

    /// Adds an article and returns its number.
    mutating func add(_ article: ComparableArticle, key: UInt64, version: String) throws -> UInt32 {
        var text = article.text
        text.withUTF8 { comparison.read($0, outlet: article.outlet?.name) }
        var entry = ArticleEntry()
        entry.key = key
        entry.version = Self.hash(version)
        entry.outlet = OutletForms.key(article.outlet).map { UInt32(truncatingIfNeeded: Self.hash($0)) | 1 } ?? 0
        entry.words = UInt32(comparison.words.count)
        entry.paragraphs = UInt32(comparison.paragraphs.count)
        entry.isSilent =
            comparison.credits.isEmpty && article.citations.isEmpty
            && (article.canonicalURL == nil || article.canonicalURL == article.url)
        paragraphEntries.removeAll(keepingCapacity: true)
        for paragraph in comparison.paragraphs {
            let hash = paragraph.hash.map { max(1, UInt32(truncatingIfNeeded: $0 >> 32)) } ?? 0
            paragraphEntries.append(ParagraphEntry(hash: hash, end: UInt32(paragraph.words.upperBound)))
            if hash != 0 { try paragraphs.append(UInt64(hash) << 32 | UInt64(count)) }
        }
        entry.text = UInt32(text.utf8.count)
        row.removeAll()
        ArticleRow.write(article, credits: comparison.credits, into: &row)
        entry.row = UInt32(row.bytes.count)
        entry.offset = UInt64(try paragraphEntries.withUnsafeBytes { try texts.append($0) })
        _ = try comparison.words.withUnsafeBytes { try texts.append($0) }
        _ = try text.withUTF8 { try texts.append(UnsafeRawBufferPointer($0)) }
        _ = try row.bytes.withUnsafeBytes { try texts.append($0) }
        if !article.quotes.isEmpty {
            let offsets = ScalarOffsets(text)
            for quote in article.quotes {
                try add(quote, keys.quote(quote.id, of: article.id, version: version), in: offsets, &entry)
            }
        }
        comparison.words.withUnsafeBufferPointer { winnowing.sample($0) }
        try postings.append(winnowing.found, of: count)
        entry.fingerprints = UInt32(winnowing.found.count)
        try withUnsafeBytes(of: entry) { _ = try articles.append($0) }
        count += 1
        return count - 1
    }

    private mutating func add(
        _ quote: Quote, _ key: UInt64, in text: ScalarOffsets, _ entry: inout ArticleEntry
    ) throws {
        let utterance = Utterance(quote, in: text)
        let start = text.byte(atScalar: quote.start)
        let place = comparison.words(within: start..<max(start, text.byte(atScalar: quote.end)))
        var item = QuoteEntry()
        item.key = key
        item.article = count
        item.words = UInt32(utterance.words.count)
        item.start = UInt32(place.lowerBound)
        item.end = UInt32(place.upperBound)
        item.index = entry.quotes
        row.removeAll()
        QuoteRow(quote, text: utterance.text).write(json: &row)
        item.row = UInt32(row.bytes.count)
        item.offset = UInt64(try utterance.words.withUnsafeBytes { try utterances.append($0) })
        try utterance.places.withUnsafeBytes { _ = try utterances.append($0) }
        try row.bytes.withUnsafeBytes { _ = try utterances.append($0) }
        try withUnsafeBytes(of: item) { _ = try quotes.append($0) }
        if utterance.words.count >= UtteranceMatch.leastWords {
            utterance.words.withUnsafeBufferPointer { quoteWinnowing.sample($0) }
            try quotePostings.append(quoteWinnowing.found, of: quoteCount)
        }
        quoteCount += 1
        entry.quotes += 1
    }

    static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0x9e37_79b9_7f4a_7c15) { mixed($0 ^ UInt64($1)) }
    }

    /// Whether an entry is of this version.
    static func isVersion(_ version: String, _ entry: ArticleEntry) -> Bool { entry.version == hash(version) }

    /// - Parameter alone: whether no other date's articles are compared with these, so that keys of one article alone say
    ///   nothing.
    consuming func finish(alone: Bool) throws -> Fingerprints {
        Fingerprints(
            articles: articles, articleCount: Int(count), quotes: quotes, quoteCount: Int(quoteCount), texts: texts,
            utterances: utterances, postings: try postings.finish(recurring: alone),
            paragraphs: try paragraphs.finish(recurring: alone),
            quotePostings: try quotePostings.finish(recurring: alone))
    }
}

/// What the first half leaves: tables and records in the order of arrival, keys in ascending order.
struct Fingerprints: ~Copyable {
    let articles: Spool
    let articleCount: Int
    let quotes: Spool
    let quoteCount: Int
    let texts: Spool
    let utterances: Spool
    var postings: SortedNumbers
    var paragraphs: SortedNumbers
    var quotePostings: SortedNumbers
}
