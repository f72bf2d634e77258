import Records

/// What a row tells of a verified pair.
struct PairRelation {
    private(set) var relation = Relation()

    private static let mostPassages = 8
    private static let mostDifferences = 16

    /// What is known of an article of a pair.
    struct Side {
        var number: Int
        var article: Provenance
        var words: ComparedWords
        var wordings: Wordings
        var passages: [Range<Int>] = []
    }

    init(
        _ pair: VerifiedPair, _ direction: PairDirection, _ sides: (first: Side, second: Side), in corpus: Corpus
    ) throws {
        let passages = SharedPassages(pair.runs, of: (sides.first.words, sides.second.words))
        let isFirst = direction.from == pair.first
        var (from, to) = isFirst ? sides : (sides.second, sides.first)
        (from.passages, to.passages) = isFirst ? (passages.first, passages.second) : (passages.second, passages.first)
        switch direction.direction {
        case .forward(let basis), .backward(let basis):
            relation.direction = .forward
            relation.basis = basis.rawValue
            relation.delay = Self.delay(from.article.time, to.article.time)
        case .sibling(let source):
            relation.direction = .sibling
            relation.basis = CopyDirection.Basis.creditLine.rawValue
            relation.source = source
        case .unknown: break
        }
        relation.from = from.article.row.id
        relation.to = to.article.row.id
        relation.kind = pair.judgement.kind
        relation.coverage = (pair.coverage * 1000).rounded() / 1000
        relation.evidence.words = from.words.count
        relation.evidence.otherWords = to.words.count
        relation.evidence.sharedWords = pair.shared
        relation.evidence.passages = Self.longest(from, to)
        relation.evidence.differences = pair.differences.prefix(Self.mostDifferences).map { difference in
            let (one, other) =
                isFirst ? (difference.first, difference.second) : (difference.second, difference.first)
            return Relation.Difference(
                difference.isNumber ? .number : .name, from: Self.wording(one, from, difference.isNumber),
                to: Self.wording(other, to, difference.isNumber))
        }
        try compareQuotes(from, corpus)
    }

    private static func delay(_ from: PublicationTime?, _ to: PublicationTime?) -> [Int]? {
        guard let from, let to, to.end - 1 >= from.start else { return nil }
        return [max(0, to.start - (from.end - 1)), to.end - 1 - from.start]
    }

    private static func longest(_ from: Side, _ to: Side) -> [Relation.Passage] {
        let longest = from.passages.indices.sorted {
            (-from.passages[$0].count, $0) < (-from.passages[$1].count, $1)
        }
        return longest.prefix(mostPassages).compactMap { index in
            guard let one = from.wordings.span(from.passages[index]), let other = to.wordings.span(to.passages[index])
            else { return nil }
            return Relation.Passage(from: one, to: other)
        }.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    }

    private static func wording(_ range: Range<Int>, _ side: Side, _ isNumber: Bool) -> String {
        range.filter { isNumber ? side.words[$0].isNumber : side.words[$0].isCapitalised }
            .compactMap { side.wordings.fact(side.words.place($0)) }.joined(separator: " ")
    }

    /// A quote is dropped where hardly a word of it stands in a passage, altered where not nearly all do.
    private mutating func compareQuotes(_ from: Side, _ corpus: Corpus) throws {
        for number in corpus.quotes(of: from.number) {
            let entry = corpus.quotes[number]
            let place = Int(entry.start)..<Int(max(entry.start, entry.end))
            guard !place.isEmpty else { continue }
            let shared = from.passages.reduce(0) { $0 + $1.clamped(to: place).count }
            if 10 * shared < 2 * place.count {
                relation.evidence.quotesDropped.append(try corpus.row(ofQuote: number).id)
            } else if 10 * shared < 9 * place.count {
                relation.evidence.quotesAltered.append(try corpus.row(ofQuote: number).id)
            }
        }
    }
}
