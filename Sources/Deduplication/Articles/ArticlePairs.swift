import Records

/// Compares the words of candidate pairs, and keeps what is verified.
struct ArticlePairs {
    /// Of one cluster.
    private(set) var links: [Link] = []
    private(set) var verified = VerifiedPairs()
    /// What pairs say of themselves.
    private(set) var ancestry = Ancestry()
    let reader: PairReader
    /// Passages of the run's articles that have quotes, which stand in another article too.
    private(set) var passages: [QuotingPair] = []

    struct QuotingPair {
        var from: Int
        var to: Int
        var isForward: Bool
        var fromWords: [Range<Int>]
        var toWords: [Range<Int>]
    }

    /// Of the smaller one's fingerprints, the share that must vote for a pair before its words are compared.
    static let leastVotes = 0.1

    init(_ candidates: consuming CandidatePairs, _ corpus: Corpus) throws {
        var comparer = PairComparer(corpus)
        reader = PairReader(corpus)
        var quoting: [(pair: VerifiedPair, passages: SharedPassages)] = []
        while let candidate = try candidates.next() {
            guard var pair = try comparer.compare(candidate.first, candidate.second) else { continue }
            let ends = [candidate.first, candidate.second]
            // Of two earlier articles neither has a row to come: the run's first one carries it.
            try verified.add(pair, to: ends.first(where: corpus.isOwn) ?? corpus.own)
            if pair.judgement.joins {
                links.append(
                    Link(first: pair.first, second: pair.second, shared: pair.shared, kind: pair.judgement.kind.place))
            }
            if ends.contains(where: { !corpus.articles[$0].isSilent }) {
                let found = try reader.direction(of: pair, Ancestry())
                if found.direction.isSaid, found.isForward { ancestry.add(found.from, found.to) }
            }
            if ends.contains(where: { corpus.isOwn($0) && corpus.articles[$0].quotes > 0 }) {
                let passages = comparer.passages(of: pair)
                (pair.runs, pair.differences) = ([], [])
                quoting.append((pair, passages))
            }
        }
        for (pair, passages) in quoting {
            let found = try reader.direction(of: pair, ancestry)
            let isFirst = found.from == pair.first
            self.passages.append(
                QuotingPair(
                    from: found.from, to: found.to, isForward: found.isForward,
                    fromWords: isFirst ? passages.first : passages.second,
                    toWords: isFirst ? passages.second : passages.first))
        }
    }
}
