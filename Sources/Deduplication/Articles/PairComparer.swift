/// Compares two articles word by word.
struct PairComparer {
    private let corpus: Corpus
    /// The article that pairs mostly have one after the other, and the other one.
    private var one = Article()
    private var other = Article()
    /// Of the words of `one`.
    private var sketch = ShingleSketch()

    /// An article's words, indexed once where it is the longer of a pair.
    private struct Article {
        var number = -1
        var words = ComparedWords()
        private var aligner = Aligner(shingle: 3)
        private var isIndexed = false

        mutating func take(_ number: Int, _ corpus: Corpus) throws {
            (self.number, isIndexed) = (-1, false)
            try corpus.read(number, into: &words)
            self.number = number
        }

        mutating func compare(_ shorter: UnsafeBufferPointer<Word>) -> Comparison {
            words.withWords { words in
                if !isIndexed { aligner.index(words) }
                isIndexed = true
                return Comparison(shorter, words, by: aligner)
            }
        }
    }

    init(_ corpus: Corpus) { self.corpus = corpus }

    /// Null where the two have nothing to do with each other.
    mutating func compare(_ first: Int, _ second: Int) throws -> VerifiedPair? {
        if one.number != first {
            try one.take(first, corpus)
            one.words.withWords { sketch.take($0) }
        }
        try other.take(second, corpus)
        let outlets = (corpus.articles[first].outlet, corpus.articles[second].outlet)
        let isSameOutlet = outlets.0 != 0 && outlets.0 == outlets.1
        // The one with more words is indexed; where they are equal, their keys decide.
        let isShorter = (one.words.count, corpus.articles[first].key) < (other.words.count, corpus.articles[second].key)
        let least = Judgement.leastShared(of: min(one.words.count, other.words.count), sameOutlet: isSameOutlet)
        let comparison = one.words.withWords { words in
            other.words.withWords { others -> Comparison? in
                let mayShare =
                    isShorter
                    ? sketch.mayShare(least, withLonger: others) : sketch.mayShare(least, withShorter: others)
                guard mayShare || words.elementsEqual(others) else { return nil }
                return isShorter ? other.compare(words) : one.compare(others)
            }
        }
        guard let comparison, let judgement = Judgement(comparison, sameOutlet: isSameOutlet) else { return nil }
        return VerifiedPair(isShorter ? first : second, isShorter ? second : first, comparison, judgement)
    }

    /// Of the pair that was compared last.
    func passages(of pair: VerifiedPair) -> SharedPassages {
        SharedPassages(pair.runs, of: pair.first == one.number ? (one.words, other.words) : (other.words, one.words))
    }
}
