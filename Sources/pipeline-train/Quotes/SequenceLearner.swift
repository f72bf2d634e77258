import Extraction

/// Learns the weights of a linear chain by AdaGrad on the conditional likelihood (Duchi, Hazan, Singer 2011).
struct SequenceLearner {
    typealias Scores = SequenceLattice.Scores

    var epochs = 8
    var rate: Float = 0.12
    /// Pull towards 0 at each visit, which keeps rare features out.
    var penalty: Float = 2e-4
    /// The score of steps that cannot be, by lane.
    var forbidden: [Int] = []

    /// Weights by feature number, from the sequences of the articles for which `uses` holds.
    func learn(_ set: TrainingSet, uses: (Int) -> Bool) -> [Scores] {
        var weights = [Scores](repeating: Scores(), count: set.index.features.count)
        var squares = [Scores](repeating: Scores(repeating: 1e-3), count: weights.count)
        var order = set.sequences.indices.filter { uses(set.sequences[$0].article) }
        var random = SplitMix(state: 7)
        for _ in 0..<epochs {
            order.shuffle(using: &random)
            for sequence in order { step(set.sequences[sequence].tokens, set, &weights, &squares) }
        }
        return weights
    }

    private func scores(_ tokens: Range<Int>, _ set: TrainingSet, _ weights: [Scores]) -> [Scores] {
        tokens.map { token in
            var sum = Scores()
            for feature in set.features[(token == 0 ? 0 : set.ends[token - 1])..<set.ends[token]] {
                sum += weights[Int(feature)]
            }
            for lane in forbidden { sum[lane] = -60 }
            return sum
        }
    }

    private func step(_ tokens: Range<Int>, _ set: TrainingSet, _ weights: inout [Scores], _ squares: inout [Scores]) {
        var lattice = SequenceLattice(scores(tokens, set, weights))
        lattice.sum()
        var previous = 0
        for (place, token) in tokens.enumerated() {
            var gradient = lattice.steps[place]
            let label = Int(set.labels[token])
            gradient[3 * previous + label] -= 1
            previous = label
            for lane in SequenceLattice.edges..<16 { gradient[lane] = 0 }
            // Tokens that the model is sure of teach nothing.
            guard gradient.max() > 0.01 || gradient.min() < -0.01 else { continue }
            let square = gradient * gradient
            for feature in set.features[(token == 0 ? 0 : set.ends[token - 1])..<set.ends[token]] {
                let index = Int(feature)
                squares[index] += square
                let pace = rate / squares[index].squareRoot()
                let moved = weights[index] - pace * gradient
                let pull = pace * penalty
                let shrunk = moved.clamped(lowerBound: -pull, upperBound: pull)
                weights[index] = moved - shrunk
            }
        }
    }
}
