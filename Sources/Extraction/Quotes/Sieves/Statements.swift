import Language
import Records

/// Drops what attributes no statement: wanting, planning, trying, supporting; a topic without a claim.
struct Statements {
    let clauses: Clauses
    private var document: Document { clauses.document }

    init(clauses: Clauses) { self.clauses = clauses }

    func filter(_ attributions: inout [Attribution]) {
        attributions.removeAll { attribution in
            guard !attribution.isBlock, let cue = attribution.cue, attribution.how == .named, !attribution.overrules
            else {
                return false
            }
            if holdsItself(attribution, cue) || isSign(attribution) || isTitle(attribution) { return true }
            // A word or two in marks is a scare quote.
            let quoted = attribution.content.reduce(0) { sum, piece in
                sum
                    + piece.count {
                        document.tokens[$0].isWord && document.isQuoted($0) && !clauses.isLevel($0, cue.lowerBound)
                    }
            }
            return quoted < 3 && (isIntention(attribution) || isTopic(attribution, cue))
        }
    }

    /// A content that holds its own cue or its speaker is none.
    private func holdsItself(_ attribution: Attribution, _ cue: Range<Int>) -> Bool {
        attribution.content.contains { piece in
            piece.contains(cue.lowerBound)
                || (attribution.subject.map { piece.contains($0.lowerBound) && piece.upperBound <= cue.lowerBound }
                    ?? false)
        }
    }

    /// "a banner reading “Stop”".
    private func isSign(_ attribution: Attribution) -> Bool {
        guard let subject = attribution.subject, let cue = attribution.cue,
            cue.contains(where: { Self.reads.contains(document.tokens[$0].hash) })
        else { return false }
        return subject.contains { Self.signs.contains(document.tokens[$0].hash) }
    }

    /// "in his memoir, ‘The Wrong Way Round’": a title between commas.
    private func isTitle(_ attribution: Attribution) -> Bool {
        guard attribution.content.count == 1, let piece = attribution.content.first, piece.count > 3,
            document.isQuoted(piece.lowerBound), document.sign(piece.lowerBound - 1, ","),
            document.sign(piece.upperBound, ",") || document.isWord(piece.upperBound, Word.that)
        else { return false }
        let words = piece.filter { document.tokens[$0].isWord }
        return words.count > 1
            && words.allSatisfy {
                document.tokens[$0].isCapitalised || document.has($0, [.article, .preposition, .conjunction])
            }
    }

    private func isIntention(_ attribution: Attribution) -> Bool {
        attribution.cue.map { $0.contains { Self.intentions.contains(document.tokens[$0].hash) } } ?? false
    }

    /// "asked about the budget", "asked why".
    private func isTopic(_ attribution: Attribution, _ cue: Range<Int>) -> Bool {
        guard let first = attribution.content.first, attribution.content.count == 1 else { return false }
        let isAbout =
            document.isWord(first.lowerBound, Self.about) || document.isWord(cue.upperBound - 1, Self.about)
            || first.lowerBound == cue.upperBound + 1 && document.isWord(cue.upperBound, Self.about)
        let words = first.count { document.tokens[$0].isWord }
        return isAbout && !first.contains { document.has($0, .finiteVerb) }
            || words == 1 && document.has(first.lowerBound, .subordinator)
    }

    private static let about = WordHash("about")
    private static let reads = Set(["reading", "read", "reads", "said", "says", "saying"].map { WordHash($0) })
    private static let signs = Set(
        ["sign", "signs", "banner", "banners", "placard", "placards", "poster", "posters", "plaque", "sticker"].map {
            WordHash($0)
        })
    private static let intentions = Set(
        [
            "plan", "plans", "planned", "planning", "aim", "aims", "aimed", "aiming", "intend", "intends", "intended",
            "try", "tries", "tried", "trying", "support", "supports", "supported", "supporting", "vote", "votes",
            "voted",
            "publish", "publishes", "published", "discuss", "discusses", "discussed", "discussing",
        ].map { WordHash($0) })
}
