import Extraction
import Glibc
import TestSupport
import Testing

/// Sums and best paths against all label sequences written out.
struct SequenceLatticeTests {
    private static func lattice(_ count: Int, _ random: inout SeededGenerator) -> SequenceLattice {
        SequenceLattice(
            (0..<count).map { _ in
                var scores = SequenceLattice.Scores()
                for lane in 0..<SequenceLattice.edges { scores[lane] = Float.random(in: -3...3, using: &random) }
                return scores
            })
    }

    private static func paths(_ count: Int) -> [[UInt8]] {
        count == 0 ? [[]] : paths(count - 1).flatMap { path in (0..<3).map { path + [UInt8($0)] } }
    }

    @Test(arguments: 1...6)
    func sumsAndBestPathAgreeWithEnumeration(count: Int) {
        var random = SeededGenerator(seed: UInt64(count))
        var lattice = Self.lattice(count, &random)
        lattice.sum()
        let paths = Self.paths(count)
        let weights = paths.map { exp(Double(lattice.score(of: $0))) }
        let total = weights.reduce(0, +)
        #expect(abs(Double(lattice.logPartition) - log(total)) < 1e-4)
        for place in 0..<count {
            for label in 0..<3 {
                let expected = zip(paths, weights).reduce(0) { $0 + (Int($1.0[place]) == label ? $1.1 : 0) } / total
                #expect(abs(Double(lattice.probability(of: label, at: place)) - expected) < 1e-4)
            }
        }
        let best = lattice.best()
        #expect(abs(Double(best.score) - log(weights.max() ?? 0)) < 1e-4)
        #expect(lattice.score(of: best.labels) == best.score)
    }

    @Test(arguments: [-90, -30, -1, -0.001, 0, 0.5, 1, 10, 79] as [Float])
    func exponentialAgreesWithTheLibrary(x: Float) {
        let expected = exp(Double(max(-80, x)))
        #expect(abs(Double(Exponential.of(x)) - expected) <= 1e-6 * expected)
    }

    @Test func extremeScoresStayFinite() {
        var lattice = SequenceLattice([SequenceLattice.Scores](repeating: .init(repeating: 500), count: 400))
        lattice.sum()
        #expect(lattice.logPartition.isFinite)
        #expect(abs(lattice.probability(of: 0, at: 200) - 1 / 3) < 1e-4)
    }
}
