import Records

/// What a comparison says of two articles.
struct Judgement: Equatable {
    var kind: Relation.Kind
    /// Whether the two belong into one cluster.
    var joins: Bool

    /// Shares of the shorter text.
    struct Thresholds {
        /// From here on the shorter is a copy.
        var copy = 0.5
        /// The same within one outlet, whose articles share more than they copy.
        var ownCopy = 0.7
        /// The same for texts of fewer words than `short`, which a template fills almost wholly.
        var shortCopy = 0.9
        var short = 25
        /// Of the longer text's length; a smaller part of it that is not its beginning is contained, no copy of it.
        var part = 0.35
        /// The same where all of the shorter stands in one passage behind other text.
        var passage = 0.6
        /// From here on the two are related.
        var related = 0.25
        /// Words in common below which nothing is said.
        var leastWords = 10
        /// The same where the two texts are identical.
        var leastIdentical = 5
        /// Differing facts for each agreeing one, above which the two are reports of one template.
        var conflict = 0.12
        /// The same within one outlet, whose reports of a series differ in little else.
        var ownConflict = 0.05

        /// Share of a text of so many words from which on it is a copy.
        func copy(of words: Int, sameOutlet: Bool) -> Double {
            words < short ? shortCopy : sameOutlet ? ownCopy : copy
        }
    }

    /// Fewer words in common say nothing about two texts that are not identical.
    static func leastShared(of words: Int, sameOutlet: Bool, thresholds: Thresholds = Thresholds()) -> Int {
        let copy = thresholds.copy(of: words, sameOutlet: sameOutlet) * Double(words)
        let related = max(Double(3 * thresholds.leastWords), thresholds.related * Double(words))
        return max(thresholds.leastWords, Int(min(copy, related)))
    }

    /// Null where the two have nothing to do with each other.
    init?(_ comparison: Comparison, sameOutlet: Bool, thresholds: Thresholds = Thresholds()) {
        if comparison.isIdentical, comparison.shared >= thresholds.leastIdentical {
            self.init(kind: .exact, joins: true)
            return
        }
        guard comparison.shared >= thresholds.leastWords, !Self.isCommonEnding(comparison) else { return nil }
        // One name may be a slip of the pen.
        let conflicts = comparison.differingNumbers + comparison.differingNames
        func differ(_ share: Double) -> Bool {
            (conflicts >= 2 || comparison.differingNumbers > 0)
                && Double(conflicts) > share * Double(comparison.agreeingFacts)
        }
        let isTemplate = differ(thresholds.conflict)
        let isCopy = !differ(sameOutlet ? thresholds.ownConflict : thresholds.conflict)
        if comparison.coverage >= thresholds.copy(of: comparison.firstCount, sameOutlet: sameOutlet), isCopy {
            let kind = Self.kind(of: comparison)
            let part = Self.isPassage(comparison) ? thresholds.passage : thresholds.part
            let isPart = Double(comparison.firstCount) < part * Double(comparison.secondCount)
            self = kind == .near && isPart ? Self(kind: .contains, joins: false) : Self(kind: kind, joins: true)
        } else if comparison.coverage >= thresholds.related, !isTemplate, comparison.shared >= 3 * thresholds.leastWords
        {
            self.init(kind: sameOutlet ? .update : .contains, joins: false)
        } else {
            return nil
        }
    }

    init(kind: Relation.Kind, joins: Bool) {
        self.kind = kind
        self.joins = joins
    }

    /// Two texts that begin on their own and end with the same words have a notice in common, not a story.
    private static func isCommonEnding(_ comparison: Comparison) -> Bool {
        guard comparison.runs.count == 1, let run = comparison.runs.first, comparison.coverage < 0.8 else {
            return false
        }
        return run.firstEnd == comparison.firstCount && run.secondEnd == comparison.secondCount
    }

    /// Whether the longer text has the shorter one as a whole, with a good deal before it.
    private static func isPassage(_ comparison: Comparison) -> Bool {
        let range = comparison.secondRange
        return comparison.coverage >= 0.95 && range.count <= comparison.firstCount + 8
            && 4 * range.lowerBound >= comparison.secondCount
    }

    /// Truncated: the shorter is the longer's beginning.
    private static func kind(of comparison: Comparison) -> Relation.Kind {
        let range = comparison.secondRange
        let isBeginning =
            Double(range.lowerBound) < 0.1 * Double(comparison.secondCount)
            && 2 * range.lowerBound <= comparison.firstCount
            && Double(range.upperBound) < 0.9 * Double(comparison.secondCount)
            && Double(comparison.shared) > 0.8 * Double(range.count)
        return isBeginning ? .truncated : .near
    }
}
