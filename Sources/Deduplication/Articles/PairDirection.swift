import Records

/// Which of two articles comes first in their relation, and what settles that.
struct PairDirection {
    /// Numbers of the articles in the order of the relation.
    let from: Int
    let to: Int
    let direction: CopyDirection

    /// Whether it is settled.
    var isForward: Bool {
        switch direction {
        case .forward, .backward: true
        case .sibling, .unknown: false
        }
    }

    /// - Parameters:
    ///   - pair: of these articles.
    ///   - ancestry: what other pairs say of themselves.
    init(
        _ pair: VerifiedPair, _ articles: (first: Provenance, second: Provenance), _ ancestry: Ancestry,
        in corpus: Corpus
    ) {
        // The order in which the two are looked at depends on their keys alone.
        let isSwapped = corpus.articles[pair.second].key < corpus.articles[pair.first].key
        let (low, high) = isSwapped ? (pair.second, pair.first) : (pair.first, pair.second)
        let (lowest, highest) = isSwapped ? (articles.second, articles.first) : (articles.first, articles.second)
        let part = Self.isPart(pair) ? (isSwapped ? CopyDirection.Part.second : .first) : nil
        var direction = CopyDirection(lowest, highest, part: part)
        if !direction.isSaid {
            switch (ancestry.leads(from: low, to: high), ancestry.leads(from: high, to: low)) {
            case (true, false): direction = .forward(.chain)
            case (false, true): direction = .backward(.chain)
            default: break
            }
        }
        self.direction = direction
        if case .backward = direction { (from, to) = (high, low) } else { (from, to) = (low, high) }
    }

    /// Whether the shorter is hardly more than the longer's beginning.
    private static func isPart(_ pair: VerifiedPair) -> Bool {
        pair.judgement.kind == .truncated && pair.coverage >= 0.97
            && Double(pair.firstCount) < 0.7 * Double(pair.secondCount)
    }
}
