import Records

/// A verified pair of articles.
struct VerifiedPair: Sendable {
    /// The shorter, then the longer.
    var first: Int
    var second: Int
    var kind: Relation.Kind
    var joins: Bool
    var comparison: Comparison
}

/// Compares articles and puts copies into clusters. Articles of earlier dates come first; each group ascends by id.
struct ArticleClusters {
    let articles: [ComparedArticle]
    let words: [Word]
    private(set) var pairs: [VerifiedPair] = []
    /// For each article the number of its representative.
    private(set) var centers: [Int] = []

    /// Of the smaller one's fingerprints, the share that must vote for a pair before its words are compared.
    private static let leastVotes = 0.08

    init(_ articles: [ComparedArticle], words: [Word]) {
        self.articles = articles
        self.words = words
        verify()
        cluster()
    }

    private mutating func verify() {
        let old = articles.prefix(while: \.isEarlier).count
        var postings: [UInt64] = []
        var counts: [Int] = []
        words.withUnsafeBufferPointer { words in
            for (number, article) in articles.enumerated() {
                let fingerprints = Winnowing.articles.fingerprints(words[article.words])
                counts.append(fingerprints.count)
                for fingerprint in fingerprints { postings.append(UInt64(fingerprint) << 32 | UInt64(number)) }
            }
        }
        let candidates = CandidatePairs.find(postings, old: old).filter { candidate in
            let fewest = min(counts[candidate.first], counts[candidate.second])
            return Double(candidate.votes) >= Self.leastVotes * Double(fewest)
                && articles[candidate.first].id != articles[candidate.second].id
        }
        words.withUnsafeBufferPointer { words in
            var aligner = Aligner(shingle: 3)
            var indexed = -1
            for candidate in candidates {
                let isShorter = articles[candidate.first].words.count < articles[candidate.second].words.count
                // The one with more words is indexed; where they are equal, the same one for a row of candidates.
                let (first, second) =
                    isShorter ? (candidate.first, candidate.second) : (candidate.second, candidate.first)
                let longer = words[articles[second].words]
                if indexed != second {
                    aligner.index(longer)
                    indexed = second
                }
                let comparison = Comparison(words[articles[first].words], longer, by: aligner)
                let key = articles[first].outlet.key
                let sameOutlet = !key.isEmpty && key == articles[second].outlet.key
                if let judgement = Judgement(comparison, sameOutlet: sameOutlet) {
                    pairs.append(
                        VerifiedPair(
                            first: first, second: second, kind: judgement.kind, joins: judgement.joins,
                            comparison: comparison))
                }
            }
        }
    }

    private mutating func cluster() {
        let edges = pairs.filter(\.joins).map {
            StarClustering.Edge(first: $0.first, second: $0.second, weight: $0.comparison.shared)
        }
        var fixed: Set<Int> = []
        var representatives: [String: Int] = [:]
        for (number, article) in articles.enumerated() where article.settled?.isRepresentative == true {
            fixed.insert(number)
            if let cluster = article.settled?.cluster { representatives[cluster] = number }
        }
        var members: [Int: Int] = [:]
        for (number, article) in articles.enumerated() {
            if let cluster = article.settled?.cluster { members[number] = representatives[cluster] ?? number }
        }
        let stars = StarClustering(
            count: articles.count, edges: edges, fixed: fixed, members: members, order: articles.map(\.words.count))
        centers = stars.centers
    }
}
