/// Reads what is told of articles that have copies, and keeps what was read last, since the next pair mostly has one of them
/// too.
final class PairReader {
    private let corpus: Corpus
    private var articles: [Int: Provenance] = [:]
    private var comparison = ComparisonText()
    private var wordings: [Int: Wordings] = [:]
    /// Of the texts of `wordings`.
    private var wordingBytes = 0

    private static let mostArticles = 4096
    private static let mostWordingBytes = 1 << 22

    init(_ corpus: Corpus) { self.corpus = corpus }

    func relation(of pair: VerifiedPair, _ ancestry: Ancestry) throws -> PairRelation {
        try PairRelation(
            pair, try direction(of: pair, ancestry), (try side(pair.first), try side(pair.second)), in: corpus)
    }

    func direction(of pair: VerifiedPair, _ ancestry: Ancestry) throws -> PairDirection {
        PairDirection(pair, (try provenance(of: pair.first), try provenance(of: pair.second)), ancestry, in: corpus)
    }

    private func side(_ number: Int) throws -> PairRelation.Side {
        PairRelation.Side(
            number: number, article: try provenance(of: number), words: try corpus.comparedWords(of: number),
            wordings: try wordings(of: number))
    }

    private func wordings(of article: Int) throws -> Wordings {
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

    func provenance(of article: Int) throws -> Provenance {
        if let known = articles[article] { return known }
        if articles.count == Self.mostArticles { articles.removeAll(keepingCapacity: true) }
        let provenance = Provenance(try corpus.row(of: article))
        articles[article] = provenance
        return provenance
    }
}
