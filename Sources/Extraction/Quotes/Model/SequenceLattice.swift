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
        let count = scores.count
        let forward = [SIMD4<Float>](unsafeUninitializedCapacity: count) { forward, initialized in
            steps = [Scores](unsafeUninitializedCapacity: count) { steps, initialized in
                logPartition = Self.forward(scores, &forward, &steps)
                initialized = count
            }
            initialized = count
        }
        var beta = SIMD4<Float>(1, 1, 1, 0)
        for index in steps.indices.reversed() { Self.back(&steps[index], forward[index], &beta) }
    }

    /// Leaves the exponential of each step in `steps`, the labels' sums before each token in `forward`.
    private static func forward(
        _ scores: [Scores], _ forward: inout UnsafeMutableBufferPointer<SIMD4<Float>>,
        _ steps: inout UnsafeMutableBufferPointer<Scores>
    ) -> Float {
        var alpha = SIMD4<Float>(1, 0, 0, 0)
        var logPartition: Float = 0
        // Scales of some tokens are multiplied before the logarithm is taken.
        var scales = 1.0
        for index in scores.indices {
            let edge = scores[index]
            forward.initializeElement(at: index, to: alpha)
            // By the step from 0 to 0, whose own exponential is 1.
            var exponents = edge.lowHalf - edge[0]
            exponents[0] = edge[8] - edge[0]
            let e = Exponential.of(exponents)
            steps.initializeElement(
                at: index, to: Scores(1, e[1], e[2], e[3], e[4], e[5], e[6], e[7], e[0], 0, 0, 0, 0, 0, 0, 0))
            let next0 = alpha[0] + alpha[1] * e[3] + alpha[2] * e[6]
            let next1 = alpha[0] * e[1] + alpha[1] * e[4] + alpha[2] * e[7]
            let next2 = alpha[0] * e[2] + alpha[1] * e[5] + alpha[2] * e[0]
            let scale = max(next0 + next1 + next2, .leastNormalMagnitude)
            alpha = SIMD4(next0, next1, next2, 0) / scale
            logPartition += edge[0]
            scales *= Double(scale)
            if index & 3 == 3 || index == scores.count - 1 {
                let (exponent, significand) = (scales.exponent, Float(scales.significand))
                logPartition += Logarithm.of(significand) + Float(exponent) * 0.693147180
                scales = 1
            }
        }
        return logPartition
    }

    /// Turns a token's exponentials into the probabilities of its steps.
    @inline(__always)
    private static func back(_ step: inout Scores, _ alpha: SIMD4<Float>, _ beta: inout SIMD4<Float>) {
        let to0 = SIMD4(step[0], step[1], step[2], 0) * beta
        let to1 = SIMD4(step[3], step[4], step[5], 0) * beta
        let to2 = SIMD4(step[6], step[7], step[8], 0) * beta
        let from = SIMD4(sum(to0), sum(to1), sum(to2), 0)
        let share = alpha / max(sum(alpha * from), .leastNormalMagnitude)
        let (p0, p1, p2) = (to0 * share[0], to1 * share[1], to2 * share[2])
        step = Scores(p0[0], p0[1], p0[2], p1[0], p1[1], p1[2], p2[0], p2[1], p2[2], 0, 0, 0, 0, 0, 0, 0)
        beta = from / max(sum(from), .leastNormalMagnitude)
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
