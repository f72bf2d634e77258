import Records

/// Two articles that have words in common, and what: `first` is the shorter.
struct VerifiedPair {
    var first: Int
    var second: Int
    var judgement: Judgement
    /// Words that were compared of each, and those in common.
    var firstCount: Int
    var secondCount: Int
    var shared: Int
    var runs: [CommonRun]
    var differences: [Comparison.Difference]

    /// Share of the shorter article's words that the longer one has too.
    var coverage: Double { firstCount == 0 ? 0 : Double(shared) / Double(firstCount) }
}

extension VerifiedPair {
    init(_ first: Int, _ second: Int, _ comparison: Comparison, _ judgement: Judgement) {
        self.first = first
        self.second = second
        self.judgement = judgement
        firstCount = comparison.firstCount
        secondCount = comparison.secondCount
        shared = comparison.shared
        runs = comparison.runs
        differences = comparison.differences
    }
}

extension Relation.Kind {
    /// Among all kinds.
    var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
