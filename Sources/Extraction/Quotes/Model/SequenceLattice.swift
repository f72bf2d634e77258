/// A linear chain over three labels whose every edge has a score (Lafferty, McCallum, Pereira 2001).
///
/// Lane `3 * previous + next` of a token's scores is the score of that step; before the first token the label is 0.
package struct SequenceLattice {
    package typealias Scores = SIMD16<Float>
    package static let labels = 3
    package static let edges = 9

    package let scores: [Scores]
    /// Probability of each step at each token.
    package private(set) var steps: [Scores] = []
    package private(set) var logPartition: Float = 0

    package init(_ scores: [Scores]) {
        self.scores = scores
    }

    /// The likeliest labels and their score.
    package func best() -> (labels: [UInt8], score: Float) {
        var back: [SIMD4<UInt8>] = []
        back.reserveCapacity(scores.count)
        var score = SIMD4<Float>(0, -Float.infinity, -Float.infinity, 0)
        for edge in scores {
            var next = SIMD4<Float>(repeating: -Float.infinity)
            var from = SIMD4<UInt8>()
            for label in 0..<3 {
                for previous in 0..<3 where score[previous] + edge[3 * previous + label] > next[label] {
                    next[label] = score[previous] + edge[3 * previous + label]
                    from[label] = UInt8(previous)
                }
            }
            back.append(from)
            score = next
        }
        var label = 0
        for other in 1..<3 where score[other] > score[label] { label = other }
        let total = score[label]
        var labels = [UInt8](repeating: 0, count: scores.count)
        for index in scores.indices.reversed() {
            labels[index] = UInt8(label)
            label = Int(back[index][label])
        }
        return (labels, total)
    }

    /// Forward and backward sums, scaled at each token (Rabiner 1989, section V.A).
    package mutating func sum() {
        let count = scores.count
        steps = []
        steps.reserveCapacity(count)
        var forward: [SIMD4<Float>] = []
        forward.reserveCapacity(count + 1)
        var alpha = SIMD4<Float>(1, 0, 0, 0)
        forward.append(alpha)
        logPartition = 0
        for edge in scores {
            var top = edge[0]
            for lane in 1..<Self.edges where edge[lane] > top { top = edge[lane] }
            let weight = Exponential.of(edge - top)
            steps.append(weight)
            let from0 = SIMD4<Float>(weight[0], weight[1], weight[2], 0) * alpha[0]
            let from1 = SIMD4<Float>(weight[3], weight[4], weight[5], 0) * alpha[1]
            let from2 = SIMD4<Float>(weight[6], weight[7], weight[8], 0) * alpha[2]
            alpha = from0 + from1 + from2
            let scale = max(alpha[0] + alpha[1] + alpha[2], .leastNormalMagnitude)
            alpha /= scale
            forward.append(alpha)
            logPartition += top + Logarithm.of(scale)
        }
        var beta = SIMD4<Float>(1, 1, 1, 0)
        for index in scores.indices.reversed() {
            let weight = steps[index]
            let alpha = forward[index]
            var joint = Scores()
            for previous in 0..<3 {
                for label in 0..<3 {
                    joint[3 * previous + label] = alpha[previous] * weight[3 * previous + label] * beta[label]
                }
            }
            let total = max(joint.sum(), .leastNormalMagnitude)
            steps[index] = joint / total
            var next = SIMD4<Float>()
            for previous in 0..<3 {
                next[previous] =
                    weight[3 * previous] * beta[0] + weight[3 * previous + 1] * beta[1]
                    + weight[3 * previous + 2] * beta[2]
            }
            beta = next / max(next[0] + next[1] + next[2], .leastNormalMagnitude)
        }
    }

    /// The probability of a label at a token, after `sum()`.
    package func probability(of label: Int, at index: Int) -> Float {
        steps[index][label] + steps[index][3 + label] + steps[index][6 + label]
    }

    /// Score of given labels.
    package func score(of labels: [UInt8]) -> Float {
        var total: Float = 0
        var previous = 0
        for (edge, label) in zip(scores, labels) {
            total += edge[3 * previous + Int(label)]
            previous = Int(label)
        }
        return total
    }
}
