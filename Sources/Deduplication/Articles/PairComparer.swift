/// Compares two articles word by word.
struct PairComparer {
    private let corpus: Corpus
    private var aligner = Aligner(shingle: 3)
    private var sketch = ShingleSketch()
    /// The article that the aligner, and that the sketch, was made of.
    private var indexed = -1
    private var sketched = -1
    private var articles: [Int: Provenance] = [:]
    /// The article compared last, since the next pair mostly has it too.
    private var inHand: (number: Int, words: ComparedWords) = (-1, ComparedWords(words: []))

    private var comparison = ComparisonText()
    private var wordings: [Int: Wordings] = [:]
    /// Of the texts of `wordings`.
    private var wordingBytes = 0

    private static let mostArticles = 4096
    private static let mostWordingBytes = 1 << 20

    init(_ corpus: Corpus) { self.corpus = corpus }

    /// Null where the two have nothing to do with each other.
    mutating func compare(_ one: Int, _ another: Int) throws -> PairRelation.Pair? {
        if inHand.number != one { inHand = (one, try corpus.words(of: one)) }
        let other = try corpus.words(of: another)
        // The one with more words is indexed; where they are equal, their keys decide.
        let isShorter =
            (inHand.words.count, corpus.articles[one].key) < (other.count, corpus.articles[another].key)
        return isShorter
            ? compare((one, inHand.words), (another, other)) : compare((another, other), (one, inHand.words))
    }

    private mutating func compare(
        _ shorter: (number: Int, words: ComparedWords), _ longer: (number: Int, words: ComparedWords)
    ) -> PairRelation.Pair? {
        let outlets = (corpus.articles[shorter.number].outlet, corpus.articles[longer.number].outlet)
        let isSameOutlet = outlets.0 != 0 && outlets.0 == outlets.1
        let comparison = shorter.words.words.withUnsafeBufferPointer { first in
            longer.words.words.withUnsafeBufferPointer { second -> Comparison? in
                if sketched != longer.number { sketch.take(second) }
                sketched = longer.number
                let least = Judgement.leastShared(of: first.count, sameOutlet: isSameOutlet)
                guard sketch.mostShared(first) >= least || first.elementsEqual(second) else { return nil }
                if indexed != longer.number { aligner.index(second) }
                indexed = longer.number
                return Comparison(first, second, by: aligner)
            }
        }
        guard let comparison, let judgement = Judgement(comparison, sameOutlet: isSameOutlet) else { return nil }
        return PairRelation.Pair(
            first: shorter.number, second: longer.number, words: (shorter.words, longer.words),
            comparison: comparison, judgement: judgement)
    }

    mutating func relation(of pair: PairRelation.Pair, _ ancestry: Ancestry) throws -> PairRelation {
        try PairRelation(
            pair, articles: (try provenance(of: pair.first), try provenance(of: pair.second)),
            wordings: (try wordings(of: pair.first), try wordings(of: pair.second)), ancestry, in: corpus)
    }

    private mutating func wordings(of article: Int) throws -> Wordings {
        if let known = wordings[article] { return known }
        if wordingBytes >= Self.mostWordingBytes {
            wordings.removeAll(keepingCapacity: true)
            wordingBytes = 0
        }
        let found = try corpus.wordings(of: article, by: &comparison)
        wordings[article] = found
        wordingBytes += Int(corpus.articles[article].text)
        return found
    }

    private mutating func provenance(of article: Int) throws -> Provenance {
        if let known = articles[article] { return known }
        if articles.count == Self.mostArticles { articles.removeAll(keepingCapacity: true) }
        let provenance = try corpus.provenance(of: article)
        articles[article] = provenance
        return provenance
    }
}
