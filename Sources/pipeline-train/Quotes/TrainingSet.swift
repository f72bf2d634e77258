import Extraction

/// Sequences of tokens with numbered features and right labels.
struct TrainingSet {
    struct Sequence {
        /// The article that it comes from.
        var article: Int
        var tokens: Range<Int>
    }

    private(set) var sequences: [Sequence] = []
    private(set) var labels: [UInt8] = []
    private(set) var features: [Int32] = []
    /// For each token where its features end.
    private(set) var ends: [Int] = []
    private(set) var index: FeatureIndex

    init(leastCount: Int, without: Set<Feature.Group>) {
        index = FeatureIndex(leastCount: leastCount, without: without)
    }

    mutating func count(_ tokens: [[Feature]]) {
        for token in tokens { index.count(token) }
    }

    mutating func add(_ tokens: [[Feature]], labels: [UInt8], article: Int) {
        let start = self.labels.count
        for token in tokens {
            index.numbers(token, into: &features)
            ends.append(features.count)
        }
        self.labels += labels
        sequences.append(Sequence(article: article, tokens: start..<start + tokens.count))
    }
}
