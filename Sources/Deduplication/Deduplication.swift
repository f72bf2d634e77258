public import Records

/// What was found out about the articles of a run.
public struct Deduplication {
    /// Of one article.
    public struct Finding: Equatable {
        public var membership: Membership
        /// Each verified pair of the run stands with one of its two articles.
        public var relations: [Relation] = []
        /// In the order of the article's quotes.
        public var quotes: [(membership: QuoteMembership, inCopiedPassage: Bool)] = []
        /// What the run changed of earlier dates, as far as this article tells it.
        public var earlier = EarlierMembers()

        public static func == (one: Finding, other: Finding) -> Bool {
            one.membership == other.membership && one.relations == other.relations && one.earlier == other.earlier
                && one.quotes.elementsEqual(other.quotes, by: ==)
        }
    }

    /// Records of rows to come, on disk.
    struct Held {
        var articles: HeldRecords
        var quotes: HeldRecords
        var aliases: HeldRecords
        var quoteAliases: HeldRecords

        init() {
            articles = HeldRecords()
            quotes = HeldRecords()
            aliases = HeldRecords()
            quoteAliases = HeldRecords()
        }

        /// To be called once, before reading.
        mutating func sort() {
            articles.sort()
            quotes.sort()
            aliases.sort()
            quoteAliases.sort()
        }
    }

    private let corpus: Corpus
    /// By ordinal.
    private let numbers: [UInt32]
    private let articles: ArticleClusters
    private let quotes: QuoteClusters
    private let pairs: VerifiedPairs
    private let ancestry: Ancestry
    private let reader: PairReader
    private let held: Held
    private var copied: [Int: [Range<Int>]] = [:]

    init(
        corpus: Corpus, numbers: [UInt32], articles: ArticleClusters, pairs: ArticlePairs,
        quotes: QuoteClusters, held: Held
    ) throws {
        self.corpus = corpus
        self.numbers = numbers
        self.articles = articles
        self.quotes = quotes
        var held = held
        held.sort()
        self.held = held
        var verified = pairs.verified
        verified.sort()
        self.pairs = verified
        ancestry = pairs.ancestry
        reader = pairs.reader
        for pair in pairs.passages {
            let isToLater = isToLater(pair)
            copied[isToLater ? pair.to : pair.from, default: []] += isToLater ? pair.toWords : pair.fromWords
        }
        copied = copied.mapValues(Self.united)
    }

    /// The cluster of the article with the number that `Deduplicator.add` gave; null where it was taken back.
    public func membership(_ number: Int) -> Membership? {
        numbers[number] == .max ? nil : articles.membership(of: Int(numbers[number]), corpus)
    }

    /// Of the article with the number that `Deduplicator.add` gave; null where it was taken back.
    public func finding(_ number: Int) throws -> Finding? {
        guard numbers[number] != .max else { return nil }
        let article = Int(numbers[number])
        var finding = Finding(membership: articles.membership(of: article, corpus))
        finding.relations = try pairs.pairs(of: article).map { try reader.relation(of: $0, ancestry).relation }
        if corpus.number(of: corpus.articles[article].key, earlier: true) != nil {
            finding.relations.append(try newVersion(article))
        }
        guard corpus.own > 0 || !corpus.quotes.isEmpty else { return finding }
        finding.earlier.articles = try held.articles.records(of: article)
        finding.earlier.quotes = try held.quotes.records(of: article)
        finding.earlier.aliases = try held.aliases.records(of: article)
        finding.earlier.quoteAliases = try held.quoteAliases.records(of: article)
        for quote in corpus.quotes(of: article) {
            finding.quotes.append((try quotes.membership(of: quote, corpus), isCopied(quote, of: article)))
        }
        return finding
    }

    private func newVersion(_ article: Int) throws -> Relation {
        var relation = Relation()
        relation.from = try corpus.row(of: article).id
        relation.to = relation.from
        relation.kind = .update
        relation.direction = .forward
        relation.basis = CopyDirection.Basis.version.rawValue
        relation.evidence.otherWords = Int(corpus.articles[article].words)
        return relation
    }

    /// Whether a quote stands, for its greater part, in a passage that an article with the better claim has too.
    private func isCopied(_ quote: Int, of article: Int) -> Bool {
        let entry = corpus.quotes[quote]
        let words = Int(entry.start)..<Int(max(entry.start, entry.end))
        let shared = copied[article, default: []].reduce(0) { $0 + $1.clamped(to: words).count }
        return !words.isEmpty && 5 * shared >= 4 * words.count
    }

    /// Which of two has the lesser claim to their common words, so that of each pair exactly one has copied passages.
    private func isToLater(_ pair: ArticlePairs.QuotingPair) -> Bool {
        let (from, to) = (pair.from, pair.to)
        if let canonical = articles.canonical(of: from), canonical == articles.canonical(of: to) {
            if canonical == from { return true }
            if canonical == to { return false }
        }
        if pair.isForward { return true }
        let (one, other) = (corpus.articles[from], corpus.articles[to])
        return (one.words, other.key) > (other.words, one.key)
    }

    private static func united(_ ranges: [Range<Int>]) -> [Range<Int>] {
        var result: [Range<Int>] = []
        for range in ranges.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
            if let last = result.last, range.lowerBound <= last.upperBound {
                result[result.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                result.append(range)
            }
        }
        return result
    }
}
