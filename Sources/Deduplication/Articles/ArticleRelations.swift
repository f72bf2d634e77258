import Records

/// The relations of all verified pairs, and which words of each article came from elsewhere.
struct ArticleRelations {
    /// Each with the number of the article whose row holds it, by that number, then by the ids.
    private(set) var held: [(holder: Int, relation: Relation)] = []
    /// For each article, stretches of its words, ascending and apart.
    private var copied: [[Range<Int>]]

    /// Fewer words in common are no passage.
    private static let passage = 6

    init(_ clusters: ArticleClusters, _ memberships: ClusterMemberships) {
        let articles = clusters.articles
        copied = articles.map { _ in [] }
        for pair in clusters.pairs { add(pair, articles, memberships) }
        for (number, article) in articles.enumerated() where !article.isEarlier && article.settled != nil {
            held.append((number, Self.newVersion(of: article)))
        }
        held.sort { ($0.holder, $0.relation.from, $0.relation.to) < ($1.holder, $1.relation.from, $1.relation.to) }
        copied = copied.map(Self.united)
    }

    /// Whether a quote stands, for its greater part, in a passage that an article with the better claim has too.
    func isCopied(_ words: Range<Int>, of article: Int) -> Bool {
        let shared = copied[article].reduce(0) { $0 + $1.clamped(to: words).count }
        return !words.isEmpty && 5 * shared >= 4 * words.count
    }

    private mutating func add(
        _ pair: VerifiedPair, _ articles: [ComparedArticle], _ memberships: ClusterMemberships
    ) {
        // Article numbers ascend by id, so the first named does not depend on lengths.
        let (low, high) = (min(pair.first, pair.second), max(pair.first, pair.second))
        var relation = Relation()
        var (from, to) = (low, high)
        switch CopyDirection(articles[low], articles[high]) {
        case .forward(let basis):
            relation.direction = .forward
            relation.basis = basis.rawValue
        case .backward(let basis):
            (from, to) = (high, low)
            relation.direction = .forward
            relation.basis = basis.rawValue
        case .sibling:
            relation.direction = .sibling
            relation.basis = CopyDirection.Basis.creditLine.rawValue
        case .unknown: break
        }
        relation.from = articles[from].id
        relation.to = articles[to].id
        relation.kind = pair.kind
        relation.coverage = (pair.comparison.coverage * 1000).rounded() / 1000
        relation.evidence.words = articles[from].words.count
        relation.evidence.otherWords = articles[to].words.count
        relation.evidence.sharedWords = pair.comparison.shared
        let holder = articles[from].isEarlier ? to : articles[to].isEarlier ? from : from
        held.append((holder, relation))
        let isForward = relation.direction == .forward
        let later = Self.later(from, to, isSettled: isForward, articles, memberships)
        copied[later] += pair.comparison.runs.filter { $0.count >= Self.passage }.map {
            later == pair.first ? $0.first..<$0.firstEnd : $0.second..<$0.secondEnd
        }
    }

    /// Which of two has the lesser claim to their common words, so that of each pair exactly one has copied passages.
    private static func later(
        _ from: Int, _ to: Int, isSettled: Bool, _ articles: [ComparedArticle], _ memberships: ClusterMemberships
    ) -> Int {
        if memberships.canonical[from] == memberships.canonical[to] {
            if memberships.canonical[from] == from { return to }
            if memberships.canonical[to] == to { return from }
        }
        if isSettled || articles[from].isEarlier { return to }
        if articles[to].isEarlier { return from }
        let (one, other) = (articles[from].words.count, articles[to].words.count)
        return one == other ? max(from, to) : one > other ? to : from
    }

    private static func newVersion(of article: ComparedArticle) -> Relation {
        var relation = Relation()
        relation.from = article.id
        relation.to = article.id
        relation.kind = .update
        relation.direction = .forward
        relation.basis = CopyDirection.Basis.version.rawValue
        relation.evidence.otherWords = article.words.count
        return relation
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
