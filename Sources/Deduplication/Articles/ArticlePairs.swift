import Records

/// Compares the words of candidate pairs, and keeps what is verified.
struct ArticlePairs {
    /// Pairs of one cluster.
    private(set) var links: [Link] = []
    /// Passages of the run's articles that have quotes, which stand in another article too.
    private var passages: [UInt64: SharedPassages] = [:]

    /// In a fixed order.
    var sharedPassages: [SharedPassages] { passages.sorted { $0.key < $1.key }.map(\.value) }

    struct SharedPassages {
        var from: Int
        var to: Int
        var isForward: Bool
        var fromWords: [Range<Int>]
        var toWords: [Range<Int>]
    }

    /// Of the smaller one's fingerprints, the share that must vote for a pair before its words are compared.
    static let leastVotes = 0.06

    /// - Parameters:
    ///   - relations: takes the relation of each verified pair, for one of the run's articles.
    init(_ candidates: consuming CandidatePairs, _ corpus: Corpus, relations: inout HeldRecords) throws {
        var comparer = PairComparer(corpus)
        var ancestry = Ancestry()
        var unsaid: [(first: UInt32, second: UInt32)] = []
        while let candidate = try candidates.next() {
            guard let pair = try comparer.compare(candidate.first, candidate.second) else { continue }
            if pair.judgement.joins {
                links.append(
                    Link(
                        first: pair.first, second: pair.second, shared: pair.comparison.shared,
                        kind: Relation.Kind.allCases.firstIndex(of: pair.judgement.kind) ?? 0))
            }
            let found = try comparer.relation(of: pair, Ancestry())
            if found.isSaid {
                if found.isForward { ancestry.add(found.from, found.to) }
            } else {
                unsaid.append((UInt32(candidate.first), UInt32(candidate.second)))
            }
            try take(found, corpus, &relations)
        }
        for (first, second) in unsaid where ancestry.connects(Int(first), Int(second)) {
            guard let pair = try comparer.compare(Int(first), Int(second)) else { continue }
            try take(try comparer.relation(of: pair, ancestry), corpus, &relations)
        }
    }

    /// What is taken of a pair later holds.
    private mutating func take(_ found: PairRelation, _ corpus: Corpus, _ relations: inout HeldRecords) throws {
        let (low, high) = (min(found.from, found.to), max(found.from, found.to))
        // Of two earlier articles neither has a row to come: the run's first one carries it.
        let holder = corpus.isOwn(low) ? low : corpus.isOwn(high) ? high : corpus.own
        try relations.add(found.relation, to: holder)
        guard [low, high].contains(where: { corpus.isOwn($0) && corpus.articles[$0].quotes > 0 }) else { return }
        passages[UInt64(low) << 32 | UInt64(high)] = SharedPassages(
            from: found.from, to: found.to, isForward: found.isForward, fromWords: found.fromPassages,
            toWords: found.toPassages)
    }
}

/// Compares two articles word by word.
private struct PairComparer {
    private let corpus: Corpus
    private var aligner = Aligner(shingle: 3)
    private var indexed = -1
    private var rows: [Int: ArticleRow] = [:]
    /// The article compared last, since the next pair mostly has it too.
    private var inHand: (number: Int, words: ComparedWords) = (-1, ComparedWords(words: []))

    private static let mostRows = 4096

    init(_ corpus: Corpus) { self.corpus = corpus }

    /// Null where the two have nothing to do with each other.
    mutating func compare(_ one: Int, _ another: Int) throws -> PairRelation.Pair? {
        if inHand.number != one { inHand = (one, try corpus.words(of: one)) }
        let other = try corpus.words(of: another)
        let (entry, otherEntry) = (corpus.articles[one], corpus.articles[another])
        // The one with more words is indexed; where they are equal, their keys decide.
        let isShorter = (inHand.words.count, entry.key) < (other.count, otherEntry.key)
        let words = isShorter ? (first: inHand.words, second: other) : (first: other, second: inHand.words)
        let (first, second) = isShorter ? (one, another) : (another, one)
        let comparison = words.first.words.withUnsafeBufferPointer { shorter in
            words.second.words.withUnsafeBufferPointer { longer in
                if indexed != second { aligner.index(longer[...]) }
                return Comparison(shorter[...], longer[...], by: aligner)
            }
        }
        indexed = second
        let isSameOutlet = entry.outlet != 0 && entry.outlet == otherEntry.outlet
        guard let judgement = Judgement(comparison, sameOutlet: isSameOutlet) else { return nil }
        return PairRelation.Pair(
            first: first, second: second, words: words, comparison: comparison, judgement: judgement)
    }

    mutating func relation(of pair: PairRelation.Pair, _ ancestry: Ancestry) throws -> PairRelation {
        try PairRelation(pair, rows: (try row(pair.first), try row(pair.second)), ancestry, in: corpus)
    }

    private mutating func row(_ article: Int) throws -> ArticleRow {
        if let row = rows[article] { return row }
        if rows.count == Self.mostRows { rows.removeAll(keepingCapacity: true) }
        let row = try corpus.row(of: article)
        rows[article] = row
        return row
    }
}
