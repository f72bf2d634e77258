import Files
import Records
import Staging
import SystemPackage

/// Takes all articles of a run, in any order, and finds out which are copies of which.
///
/// Runs both halves: fingerprints of each article, then clusters of all.
public struct Deduplicator: ~Copyable {
    private let settings: DeduplicateSettings
    private let segments: [Segment]
    /// How many of the segments, counted from the last, are compared with.
    private let window: Int
    private let corpus: Corpus
    private var fingerprints: FingerprintWriter
    private var keys = KeyMaker()
    /// Whether other dates are asked, or will ask, which version of an article they have.
    private let isIndexed: Bool
    private var dropped: Set<UInt32> = []

    public init(settings: DeduplicateSettings = DeduplicateSettings()) throws {
        try self.init(settings: settings, segments: [], window: 0, isIndexed: false)
    }

    init(settings: DeduplicateSettings, segments: [Segment], window: Int, isIndexed: Bool) throws {
        let corpus = try Corpus(segments, window: window)
        self.settings = settings
        self.segments = segments
        self.window = window
        self.corpus = corpus
        self.isIndexed = isIndexed
        fingerprints = FingerprintWriter()
    }

    /// Whether an earlier date holds this very version.
    func isUnchanged(_ version: String, of key: UInt64) -> Bool {
        guard let known = corpus.number(of: key, earlier: true) else { return false }
        return FingerprintWriter.isVersion(version, corpus.articles[known])
    }

    /// Whether an earlier date holds any version.
    func isKnown(_ key: UInt64) -> Bool { corpus.number(of: key, earlier: true) != nil }

    /// Adds an article, whose id no other article of this run may have, and returns its number.
    public mutating func add(_ article: ComparableArticle) throws -> Int {
        let (key, version) = identify(article)
        return try add(article, key: key, version: version)
    }

    /// The version is empty where nobody asks for it: it takes a digest of the text.
    mutating func identify(_ article: ComparableArticle) -> (key: UInt64, version: String) {
        let isAskedFor = isIndexed || !article.quotes.isEmpty
        return (keys.article(article.id), isAskedFor ? keys.version(of: article) : article.version ?? "")
    }

    mutating func add(_ article: ComparableArticle, key: UInt64, version: String) throws -> Int {
        Int(try fingerprints.add(article, key: key, version: version))
    }

    /// Takes back an article that turned out to be the second of its id.
    public mutating func remove(_ number: Int) {
        dropped.insert(UInt32(number))
    }

    /// Compares all articles. Nothing depends on the order in which they were added.
    public consuming func finish() throws -> Deduplication {
        try finish(writing: nil)
    }

    consuming func finish(writing writer: SegmentWriter?) throws -> Deduplication {
        let compared = Array(segments.suffix(window))
        let corpus = corpus
        let leastArticles = settings.boilerplateArticles
        let found = try fingerprints.finish(alone: !isIndexed)
        let numbers = try corpus.add(found, dropping: dropped)
        var clustering = Clustering(
            corpus: corpus, segments: segments, compared: compared, numbers: numbers, writer: writer)
        let boilerplate = try clustering.findBoilerplate(found.paragraphs, least: leastArticles)
        var held = Deduplication.Held()
        let articles = try clustering.clusterArticles(found.postings, boilerplate, &held)
        let quotes = try clustering.clusterQuotes(found.quotePostings, &held)
        try clustering.finish()
        return try Deduplication(
            corpus: corpus, numbers: numbers.articles, articles: articles.clusters, pairs: articles.pairs,
            quotes: quotes, held: held)
    }
}
