/// Words of two articles that stand in passages that both have, by their numbers among all words of each.
struct SharedPassages {
    private(set) var first: [Range<Int>] = []
    private(set) var second: [Range<Int>] = []

    /// Fewer words in common are no passage.
    private static let least = 6
    /// Passages are one across so many words that differ.
    private static let gap = 8

    init(_ runs: [CommonRun], of words: (first: ComparedWords, second: ComparedWords)) {
        for run in Self.joined(runs) where run.words >= Self.least {
            first.append(words.first.range(run.first))
            second.append(words.second.range(run.second))
        }
    }

    /// Runs that stand beside each other in both texts, as one; with the words that they have in common.
    private static func joined(_ runs: [CommonRun]) -> [(first: Range<Int>, second: Range<Int>, words: Int)] {
        var result: [(first: Range<Int>, second: Range<Int>, words: Int)] = []
        for run in runs {
            if let last = result.last, run.second >= last.second.upperBound, run.first - last.first.upperBound <= gap,
                run.second - last.second.upperBound <= gap
            {
                result[result.count - 1] = (
                    last.first.lowerBound..<run.firstEnd, last.second.lowerBound..<run.secondEnd,
                    last.words + run.count
                )
            } else {
                result.append((run.first..<run.firstEnd, run.second..<run.secondEnd, run.count))
            }
        }
        return result
    }
}
