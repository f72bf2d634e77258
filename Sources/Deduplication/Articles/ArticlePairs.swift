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
    static let leastVotes = 0.1

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
