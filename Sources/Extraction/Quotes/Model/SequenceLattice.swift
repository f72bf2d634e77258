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
        var back: [SIMD4<Int32>] = []
        back.reserveCapacity(scores.count)
        var score = SIMD4<Float>(0, -Float.infinity, -Float.infinity, 0)
        for index in scores.indices {
            let edge = scores[index]
            var next = Self.row0(edge) + score[0]
            var from = SIMD4<Int32>()
            let by1 = Self.row1(edge) + score[1]
            let is1 = by1 .> next
            next.replace(with: by1, where: is1)
            from.replace(with: 1, where: is1)
            let by2 = Self.row2(edge) + score[2]
            let is2 = by2 .> next
            next.replace(with: by2, where: is2)
            from.replace(with: 2, where: is2)
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
        var forward: [SIMD4<Float>] = []
        forward.reserveCapacity(scores.count)
        steps = []
        steps.reserveCapacity(scores.count)
        var alpha = SIMD4<Float>(1, 0, 0, 0)
        logPartition = 0
        for index in scores.indices {
            let edge = scores[index]
            forward.append(alpha)
            let top = max(Self.row0(edge).max(), Self.row1(edge).max(), Self.row2(edge).max())
            let weight = Exponential.of(edge - top)
            steps.append(weight)
            alpha = Self.row0(weight) * alpha[0] + Self.row1(weight) * alpha[1] + Self.row2(weight) * alpha[2]
            let scale = max(Self.sum(alpha), .leastNormalMagnitude)
            alpha /= scale
            logPartition += top + Logarithm.of(scale)
        }
        var beta = SIMD4<Float>(1, 1, 1, 0)
        for index in scores.indices.reversed() {
            let alpha = forward[index]
            let weight = steps[index]
            let (to0, to1, to2) = (Self.row0(weight) * beta, Self.row1(weight) * beta, Self.row2(weight) * beta)
            beta = SIMD4(Self.sum(to0), Self.sum(to1), Self.sum(to2), 0)
            let share = alpha / max(Self.sum(alpha * beta), .leastNormalMagnitude)
            let (p0, p1, p2) = (to0 * share[0], to1 * share[1], to2 * share[2])
            steps[index] = Scores(
                p0[0], p0[1], p0[2], p1[0], p1[1], p1[2], p2[0], p2[1], p2[2], 0, 0, 0, 0, 0, 0, 0)
            beta /= max(Self.sum(beta), .leastNormalMagnitude)
        }
    }

    /// The steps from one label; the last lane is that of no step.
    @inline(__always)
    private static func row0(_ edge: Scores) -> SIMD4<Float> { SIMD4(edge[0], edge[1], edge[2], edge[0]) }
    @inline(__always)
    private static func row1(_ edge: Scores) -> SIMD4<Float> { SIMD4(edge[3], edge[4], edge[5], edge[3]) }
    @inline(__always)
    private static func row2(_ edge: Scores) -> SIMD4<Float> { SIMD4(edge[6], edge[7], edge[8], edge[6]) }

    /// Of the three labels.
    @inline(__always)
    private static func sum(_ values: SIMD4<Float>) -> Float { values[0] + values[1] + values[2] }

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
