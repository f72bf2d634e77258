import Records

/// A verified pair as the relation of its two articles.
struct PairRelation {
    /// Numbers of the articles in the order of the relation.
    let from: Int
    let to: Int
    private(set) var relation = Relation()
    /// Whether the direction is settled, and which words of each stand in passages of the other.
    var isForward: Bool { relation.direction == .forward }
    /// Whether one of the two says of itself where its words come from.
    let isSaid: Bool
    private(set) var fromPassages: [Range<Int>] = []
    private(set) var toPassages: [Range<Int>] = []

    /// Fewer words in common are no passage.
    private static let passage = 6
    /// Passages are one across so many words that differ.
    private static let gap = 8
    private static let mostPassages = 8
    private static let mostDifferences = 16

    /// What a pair consists of: `first` is the shorter.
    struct Pair {
        var first: Int
        var second: Int
        var words: (first: ComparedWords, second: ComparedWords)
        var comparison: Comparison
        var judgement: Judgement
    }

    /// - Parameter ancestry: what pairs say of themselves.
    init(
        _ pair: Pair, articles: (first: Provenance, second: Provenance), wordings: (first: Wordings, second: Wordings),
        _ ancestry: Ancestry, in corpus: Corpus
    ) throws {
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
        isSaid = direction.isSaid
        var isBackward = false
        if case .backward = direction { isBackward = true }
        (from, to) = isBackward ? (high, low) : (low, high)
        switch direction {
        case .forward(let basis), .backward(let basis):
            relation.direction = .forward
            relation.basis = basis.rawValue
        case .sibling(let source):
            relation.direction = .sibling
            relation.basis = CopyDirection.Basis.creditLine.rawValue
            relation.source = source
        case .unknown: break
        }
        let (original, copy) = isBackward ? (highest, lowest) : (lowest, highest)
        relation.from = original.row.id
        relation.to = copy.row.id
        relation.kind = pair.judgement.kind
        relation.coverage = (pair.comparison.coverage * 1000).rounded() / 1000
        if isForward { relation.delay = Self.delay(original.time, copy.time) }
        describe(pair, isFirst: from == pair.first, wordings)
        try compareQuotes(corpus)
    }

    /// Whether the shorter is hardly more than the longer's beginning.
    private static func isPart(_ pair: Pair) -> Bool {
        pair.judgement.kind == .truncated && pair.comparison.coverage >= 0.97
            && Double(pair.comparison.firstCount) < 0.7 * Double(pair.comparison.secondCount)
    }

    private static func delay(_ from: PublicationTime?, _ to: PublicationTime?) -> [Int]? {
        guard let from, let to, to.end - 1 >= from.start else { return nil }
        return [max(0, to.start - (from.end - 1)), to.end - 1 - from.start]
    }

    private mutating func describe(
        _ pair: Pair, isFirst: Bool, _ wordings: (first: Wordings, second: Wordings)
    ) {
        let words = isFirst ? pair.words : (first: pair.words.second, second: pair.words.first)
        relation.evidence.words = words.first.count
        relation.evidence.otherWords = words.second.count
        relation.evidence.sharedWords = pair.comparison.shared
        let runs = Self.joined(pair.comparison.runs)
        for run in runs.filter({ $0.words >= Self.passage }) {
            fromPassages.append(words.first.range(isFirst ? run.first : run.second))
            toPassages.append(words.second.range(isFirst ? run.second : run.first))
        }
        let (here, there) = isFirst ? wordings : (wordings.second, wordings.first)
        let longest = fromPassages.indices.sorted { (-fromPassages[$0].count, $0) < (-fromPassages[$1].count, $1) }
        relation.evidence.passages = longest.prefix(Self.mostPassages).compactMap { index in
            guard let one = here.span(fromPassages[index]), let other = there.span(toPassages[index]) else {
                return nil
            }
            return Relation.Passage(from: one, to: other)
        }.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
        relation.evidence.differences = pair.comparison.differences.prefix(Self.mostDifferences).map { difference in
            let (one, other) =
                isFirst ? (difference.first, difference.second) : (difference.second, difference.first)
            return Relation.Difference(
                difference.isNumber ? .number : .name,
                from: Self.wording(one, words.first, here, difference.isNumber),
                to: Self.wording(other, words.second, there, difference.isNumber))
        }
    }

    private static func wording(
        _ range: Range<Int>, _ words: ComparedWords, _ wordings: Wordings, _ isNumber: Bool
    ) -> String {
        range.filter { isNumber ? words.words[$0].isNumber : words.words[$0].isCapitalised }
            .compactMap { wordings.fact(words.place($0)) }.joined(separator: " ")
    }

    /// A quote is dropped where hardly a word of it stands in a passage, altered where not nearly all do.
    private mutating func compareQuotes(_ corpus: Corpus) throws {
        for number in corpus.quotes(of: from) {
            let entry = corpus.quotes[number]
            let place = Int(entry.start)..<Int(max(entry.start, entry.end))
            guard !place.isEmpty else { continue }
            let shared = fromPassages.reduce(0) { $0 + $1.clamped(to: place).count }
            if 10 * shared < 2 * place.count {
                relation.evidence.quotesDropped.append(try corpus.row(ofQuote: number).id)
            } else if 10 * shared < 9 * place.count {
                relation.evidence.quotesAltered.append(try corpus.row(ofQuote: number).id)
            }
        }
    }

    /// Runs that stand beside each other in both texts, as one; with the words that they have in common.
    private static func joined(_ runs: [CommonRun]) -> [(first: Range<Int>, second: Range<Int>, words: Int)] {
        var result: [(first: Range<Int>, second: Range<Int>, words: Int)] = []
        for run in runs {
            if let last = result.last, run.second >= last.second.upperBound, run.first - last.first.upperBound <= gap,
                run.second - last.second.upperBound <= gap
            {
                result[result.count - 1] = (
                    last.first.lowerBound..<run.firstEnd, last.second.lowerBound..<run.secondEnd,
                    last.words + run.count
                )
            } else {
                result.append((run.first..<run.firstEnd, run.second..<run.secondEnd, run.count))
            }
        }
        return result
    }
}
