import Digest
import Records

/// The first half of deduplication, a map: what comparison needs of each article, and its sampled shingles as keys.
///
/// Texts are not kept in memory: the records of articles and quotes go to spools, the keys to external sorters.
struct FingerprintWriter: ~Copyable {
    private let texts: Spool
    private let articles: Spool
    private let utterances: Spool
    private let quotes: Spool
    private var postings = ExternalSorter(capacity: 1 << 21, lowest: 4)
    private var paragraphs = ExternalSorter(capacity: 1 << 19, lowest: 4)
    private var quotePostings = ExternalSorter(capacity: 1 << 20, lowest: 4)
    private(set) var count: UInt32 = 0
    private var quoteCount: UInt32 = 0
    private var comparison = ComparisonText()
    private var winnowing = Winnowing(.articles)
    private var quoteWinnowing = Winnowing(.quotes)
    private var record: [UInt8] = []

    init() throws {
        self.init(texts: try Spool(), articles: try Spool(), utterances: try Spool(), quotes: try Spool())
    }

    private init(texts: Spool, articles: Spool, utterances: Spool, quotes: Spool) {
        self.texts = texts
        self.articles = articles
        self.utterances = utterances
        self.quotes = quotes
    }

    /// Adds an article and returns its number.
    mutating func add(_ article: ComparableArticle, key: UInt64, version: String) throws -> UInt32 {
        let text = ScalarOffsets(article.text)
        text.utf8.withUnsafeBufferPointer { comparison.read($0, outlet: article.outlet?.name) }
        var entry = ArticleEntry()
        entry.key = key
        entry.version = Self.hash(version)
        entry.words = UInt32(comparison.words.count)
        entry.paragraphs = UInt32(comparison.paragraphs.count)
        record.removeAll(keepingCapacity: true)
        for paragraph in comparison.paragraphs {
            let words = comparison.words[paragraph.words]
            let hash = Boilerplate.mayBe(words) ? max(1, UInt32(truncatingIfNeeded: paragraph.hash >> 32)) : 0
            append(ParagraphEntry(hash: hash, end: UInt32(words.endIndex)))
            if hash != 0 { try paragraphs.append(UInt64(hash) << 32 | UInt64(count)) }
        }
        comparison.words.withUnsafeBytes { record.append(contentsOf: $0) }
        entry.places = appendPlaces(text)
        entry.facts = appendFacts(text)
        let row = ArticleRow(article, version: version, credits: comparison.credits)
        entry.outlet = row.outlet.isEmpty ? 0 : UInt32(truncatingIfNeeded: Self.hash(row.outlet)) | 1
        entry.row = append(row)
        for quote in article.quotes {
            try add(quote, Key.quote(quote.id, of: article.id, version: version), in: text, &entry)
        }
        entry.offset = UInt64(try record.withUnsafeBytes { try texts.append($0) })
        let number = UInt64(count)
        winnowing.sample(comparison.words)
        for fingerprint in winnowing.found { try postings.append(UInt64(fingerprint) << 32 | number) }
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
        var row = JSONWriter()
        QuoteRow(quote, text: utterance.text).write(json: &row)
        item.row = UInt32(row.bytes.count)
        item.offset = UInt64(try utterance.words.withUnsafeBytes { try utterances.append($0) })
        try utterance.places.withUnsafeBytes { _ = try utterances.append($0) }
        try row.bytes.withUnsafeBytes { _ = try utterances.append($0) }
        try withUnsafeBytes(of: item) { _ = try quotes.append($0) }
        let number = UInt64(quoteCount)
        if utterance.words.count >= UtteranceMatch.leastWords {
            quoteWinnowing.sample(utterance.words)
            for fingerprint in quoteWinnowing.found { try quotePostings.append(UInt64(fingerprint) << 32 | number) }
        }
        quoteCount += 1
        entry.quotes += 1
    }

    private mutating func append(_ value: some BitwiseCopyable) {
        withUnsafeBytes(of: value) { record.append(contentsOf: $0) }
    }

    private mutating func append(_ row: ArticleRow) -> UInt32 {
        var json = JSONWriter()
        row.write(json: &json)
        record += json.bytes
        return UInt32(json.bytes.count)
    }

    /// Of each word, in scalars, how far behind the last one's end it begins, and its length.
    private mutating func appendPlaces(_ text: ScalarOffsets) -> UInt32 {
        let first = record.count
        let isASCII = text.count == text.utf8.count
        record.reserveCapacity(record.count + 2 * comparison.places.count + 64)
        text.utf8.withUnsafeBufferPointer { bytes in
            var end = 0
            for place in comparison.places {
                if isASCII, place.lowerBound - end < 0x80, place.count < 0x80 {
                    record.append(UInt8(truncatingIfNeeded: place.lowerBound - end))
                    record.append(UInt8(truncatingIfNeeded: place.count))
                    end = place.upperBound
                    continue
                }
                Varint.append(UInt64(Self.scalars(bytes, end..<place.lowerBound)), to: &record)
                Varint.append(UInt64(Self.scalars(bytes, place)), to: &record)
                end = place.upperBound
            }
        }
        return UInt32(record.count - first)
    }

    /// The wording of each number and name: its length, then its bytes.
    private mutating func appendFacts(_ text: ScalarOffsets) -> UInt32 {
        let first = record.count
        for (word, place) in zip(comparison.words, comparison.places) where word.isFact {
            let count = min(place.count, Self.longestFact)
            record.append(UInt8(count))
            text.utf8.withUnsafeBufferPointer {
                record.append(
                    contentsOf: UnsafeBufferPointer(rebasing: $0[place.lowerBound..<place.lowerBound + count]))
            }
        }
        return UInt32(record.count - first)
    }

    /// Scalars that begin in a stretch of well-formed UTF-8.
    @inline(__always)
    private static func scalars(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
        var count = 0
        for index in range where bytes[index] & 0xc0 != 0x80 { count += 1 }
        return count
    }

    private static let longestFact = 60

    static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0x9e37_79b9_7f4a_7c15) { mixed($0 ^ UInt64($1)) }
    }

    /// Whether an entry is of this version.
    static func isVersion(_ version: String, _ entry: ArticleEntry) -> Bool { entry.version == hash(version) }

    consuming func finish() throws -> Fingerprints {
        Fingerprints(
            articles: articles, articleCount: Int(count), quotes: quotes, quoteCount: Int(quoteCount), texts: texts,
            utterances: utterances, postings: try postings.finish(), paragraphs: try paragraphs.finish(),
            quotePostings: try quotePostings.finish())
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
