/// Compares two articles word by word.
struct PairComparer {
    private let corpus: Corpus
    private var aligner = Aligner(shingle: 3)
    private var sketch = ShingleSketch()
    /// The article that the aligner, and that the sketch, was made of.
    private var indexed = -1
    private var sketched = -1
    /// The article compared last, since the next pair mostly has it too, and the other one.
    private var inHand = -1
    private var words = ComparedWords()
    private var otherWords = ComparedWords()

    init(_ corpus: Corpus) { self.corpus = corpus }

    /// Null where the two have nothing to do with each other.
    mutating func compare(_ one: Int, _ another: Int) throws -> VerifiedPair? {
        if inHand != one {
            inHand = -1
            try corpus.read(one, into: &words)
            inHand = one
        }
        try corpus.read(another, into: &otherWords)
        // The one with more words is indexed; where they are equal, their keys decide.
        let isShorter =
            (words.count, corpus.articles[one].key) < (otherWords.count, corpus.articles[another].key)
        let (shorter, longer) = isShorter ? (one, another) : (another, one)
        let outlets = (corpus.articles[one].outlet, corpus.articles[another].outlet)
        let isSameOutlet = outlets.0 != 0 && outlets.0 == outlets.1
        let comparison = words.withWords { words in
            otherWords.withWords { others in
                compare(isShorter ? words : others, with: isShorter ? others : words, longer, isSameOutlet)
            }
        }
        guard let comparison, let judgement = Judgement(comparison, sameOutlet: isSameOutlet) else { return nil }
        return VerifiedPair(shorter, longer, comparison, judgement)
    }

    /// Of the pair that was compared last.
    func passages(of pair: VerifiedPair) -> SharedPassages {
        SharedPassages(pair.runs, of: pair.first == inHand ? (words, otherWords) : (otherWords, words))
    }

    private mutating func compare(
        _ first: UnsafeBufferPointer<Word>, with second: UnsafeBufferPointer<Word>, _ longer: Int, _ isSameOutlet: Bool
    ) -> Comparison? {
        if sketched != longer { sketch.take(second) }
        sketched = longer
        let least = Judgement.leastShared(of: first.count, sameOutlet: isSameOutlet)
        guard sketch.mostShared(first) >= least || first.elementsEqual(second) else { return nil }
        if indexed != longer { aligner.index(second) }
        indexed = longer
        return Comparison(first, second, by: aligner)
    }
}
