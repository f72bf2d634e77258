/// What two texts were found to have in common. `first` is the shorter.
struct Comparison: Sendable {
    var runs: [CommonRun]
    var firstCount: Int
    var secondCount: Int
    /// Words of the shorter that stand in common runs.
    var shared: Int
    /// Places where both go on alike on both sides of a few words, and these hold other numbers or names.
    var differences: [Difference] = []
    /// Numbers and names within common runs.
    var agreeingFacts = 0
    var differingNumbers: Int { differences.count(where: \.isNumber) }
    var differingNames: Int { differences.count { !$0.isNumber } }

    struct Difference: BitwiseCopyable, Sendable {
        private let starts: (first: Int32, second: Int32)
        private let ends: (first: Int32, second: Int32)
        /// Of names otherwise.
        let isNumber: Bool

        init(first: Range<Int>, second: Range<Int>, isNumber: Bool) {
            starts = (Int32(first.lowerBound), Int32(second.lowerBound))
            ends = (Int32(first.upperBound), Int32(second.upperBound))
            self.isNumber = isNumber
        }

        var first: Range<Int> { Int(starts.first)..<Int(ends.first) }
        var second: Range<Int> { Int(starts.second)..<Int(ends.second) }
    }

    /// Runs shorter than this count only beside another run, in the same order in both texts.
    private static let standing = 6
    /// Words between two runs that still put them beside each other.
    private static let gap = 8

    /// Share of the shorter text's words that the longer one has too.
    var coverage: Double { firstCount == 0 ? 0 : Double(shared) / Double(firstCount) }
    /// Of the longer text's words, from the first to behind the last that stand in common runs; empty where there are none.
    var secondRange: Range<Int> {
        guard var range = runs.first.map({ $0.second..<$0.secondEnd }) else { return 0..<0 }
        for run in runs { range = min(range.lowerBound, run.second)..<max(range.upperBound, run.secondEnd) }
        return range
    }
    var isIdentical: Bool { firstCount == secondCount && shared == firstCount && runs.count <= 1 }

    /// The shorter text comes first; the aligner has indexed the second.
    init(_ first: UnsafeBufferPointer<Word>, _ second: UnsafeBufferPointer<Word>, by aligner: borrowing Aligner) {
        let found = aligner.runs(first, in: second)
        runs = []
        runs.reserveCapacity(found.count)
        for (index, run) in found.enumerated()
        where run.count >= Self.standing || run.count == first.count
            || (index > 0 && Self.areBeside(found[index - 1], run))
            || (index + 1 < found.count && Self.areBeside(run, found[index + 1]))
        { runs.append(run) }
        firstCount = first.count
        secondCount = second.count
        shared = runs.reduce(0) { $0 + $1.count }
        for run in runs {
            let words = first[run.first..<run.firstEnd]
            agreeingFacts += words.reduce(0) { $0 + ($1.isFact ? 1 : 0) }
        }
        // Before the first run and after the last, the ends of the texts stand in for a run.
        var last = CommonRun(first: 0, second: 0, count: 0)
        for run in runs {
            compare(last, run, first, second)
            last = run
        }
        compare(last, CommonRun(first: first.count, second: second.count, count: 0), first, second)
    }

    /// Takes what differs between two runs that stand beside each other.
    private mutating func compare(
        _ run: CommonRun, _ next: CommonRun, _ first: UnsafeBufferPointer<Word>, _ second: UnsafeBufferPointer<Word>
    ) {
        guard Self.areBeside(run, next) else { return }
        let (inFirst, inSecond) = (run.firstEnd..<next.first, run.secondEnd..<next.second)
        guard !inFirst.isEmpty, !inSecond.isEmpty else { return }
        let (here, there) = (first[inFirst], second[inSecond])
        let isNumber = Self.numbersDiffer(here, there)
        if isNumber || Self.differ(here, there, \.isCapitalised) {
            differences.append(Difference(first: inFirst, second: inSecond, isNumber: isNumber))
        }
    }

    private static func areBeside(_ run: CommonRun, _ next: CommonRun) -> Bool {
        next.second >= run.secondEnd && next.first - run.firstEnd <= gap && next.second - run.secondEnd <= gap
    }

    /// Whether two stretches have numbers, and not the same: "6" is not "6-1/2".
    private static func numbersDiffer(
        _ here: Slice<UnsafeBufferPointer<Word>>, _ there: Slice<UnsafeBufferPointer<Word>>
    ) -> Bool {
        here.contains(where: \.isNumber) && there.contains(where: \.isNumber)
            && (here.contains { $0.isNumber && !there.contains($0) }
                || there.contains { $0.isNumber && !here.contains($0) })
    }

    /// Whether each of two stretches has a marked word that the other does not have.
    private static func differ(
        _ here: Slice<UnsafeBufferPointer<Word>>, _ there: Slice<UnsafeBufferPointer<Word>>, _ mark: (Word) -> Bool
    ) -> Bool {
        here.contains { mark($0) && !there.contains($0) } && there.contains { mark($0) && !here.contains($0) }
    }
}
