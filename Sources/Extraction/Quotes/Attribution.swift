import Records

/// A found attribution, in token indices, before speakers are resolved.
struct Attribution {
    var cue: Range<Int>?
    var lemma = ""
    var kind = Cue.Kind.says
    /// The words of who speaks; null where none stand there.
    var subject: Range<Int>?
    /// Whose view it is, where that is another's: "His view, described by a friend, is".
    var owner: Range<Int>?
    /// Pieces of the content, in order.
    var content: [Range<Int>] = [] {
        didSet {
            let isOrdered = zip(content, content.dropFirst()).allSatisfy { $0.lowerBound <= $1.lowerBound }
            if !isOrdered { content.sort { $0.lowerBound < $1.lowerBound } }
        }
    }
    /// The sentence, for look-ups of neighbours.
    var unit: Range<Int>
    var how = How.named
    /// "citing sources": whose words an outlet passes on.
    var cited: Range<Int>?
    var isBlock = false
    var isPartial = false
    /// The page's own form says it: a whole quotation beside a cue, or one that opens a sentence.
    var isFormal = false
    /// A name behind a dash signs the quotation.
    var isSigned = false
    /// ", CNN emphasizes." at the end of what the outlet reports.
    var isClosing = false
    /// Within another's words.
    var isInner = false
    /// How likely the content is right, and the subject given that; null where no model says.
    var confidence: Float?
    var speakerConfidence: Float?
    /// Other words that may be the speaker's.
    var others: [(range: Range<Int>, probability: Float)] = []

    enum How {
        case named
        /// The same speaker as before.
        case carried
        /// "It is noted that": the outlet last cited.
        case outlet
        /// "This is reported by CNN": the content stands before.
        case backReference
    }

    /// Whether it stands however unlikely the models find it.
    var isCertain: Bool { isBlock || isFormal || overrules || how == .carried }

    /// Whether it rests on what only rules know, so that nothing that the models find beside its cue replaces it.
    var overrules: Bool { isClosing || isSigned || owner != nil || how == .backReference || how == .outlet }

    /// From the first to the last token of content, in whatever order its pieces stand.
    var extent: Range<Int> {
        guard let start = content.map(\.lowerBound).min(), let end = content.map(\.upperBound).max() else {
            return 0..<0
        }
        return start..<end
    }
}
