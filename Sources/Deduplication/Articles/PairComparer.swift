/// Compares two articles word by word.
struct PairComparer {
    private let corpus: Corpus
    /// The article that pairs mostly have one after the other, and the other one.
    private var one = Article()
    private var other = Article()

    /// An article's words, and what is made of them once where it is the longer of a pair.
    private struct Article {
        var number = -1
        var words = ComparedWords()
        private var sketch = ShingleSketch()
        private var aligner = Aligner(shingle: 3)
        private var isSketched = false
        private var isIndexed = false

        mutating func take(_ number: Int, _ corpus: Corpus) throws {
            guard self.number != number else { return }
            (self.number, isSketched, isIndexed) = (-1, false, false)
            try corpus.read(number, into: &words)
            self.number = number
        }

        /// What a shorter article has in common with this one; null where that is fewer words than `least`.
        mutating func compare(_ shorter: ComparedWords, least: Int) -> Comparison? {
            words.withWords { second in
                shorter.withWords { first in
                    if !isSketched { sketch.take(second) }
                    isSketched = true
                    guard sketch.mostShared(first) >= least || first.elementsEqual(second) else { return nil }
                    if !isIndexed { aligner.index(second) }
                    isIndexed = true
                    return Comparison(first, second, by: aligner)
                }
            }
        }
    }

    init(_ corpus: Corpus) { self.corpus = corpus }

    /// Null where the two have nothing to do with each other.
    mutating func compare(_ first: Int, _ second: Int) throws -> VerifiedPair? {
        try one.take(first, corpus)
        try other.take(second, corpus)
        let outlets = (corpus.articles[first].outlet, corpus.articles[second].outlet)
        let isSameOutlet = outlets.0 != 0 && outlets.0 == outlets.1
        // The one with more words is indexed; where they are equal, their keys decide.
        let isShorter = (one.words.count, corpus.articles[first].key) < (other.words.count, corpus.articles[second].key)
        let least = Judgement.leastShared(of: min(one.words.count, other.words.count), sameOutlet: isSameOutlet)
        let comparison = isShorter ? other.compare(one.words, least: least) : one.compare(other.words, least: least)
        guard let comparison, let judgement = Judgement(comparison, sameOutlet: isSameOutlet) else { return nil }
        return VerifiedPair(isShorter ? first : second, isShorter ? second : first, comparison, judgement)
    }

    /// Of the pair that was compared last.
    func passages(of pair: VerifiedPair) -> SharedPassages {
        SharedPassages(pair.runs, of: pair.first == one.number ? (one.words, other.words) : (other.words, one.words))
    }
}
