import Language
import Records

/// Words that join a sentence to the one before and are nobody's: "However, …", "At the same time, …", "Earlier it became
/// known that …".
struct LeadWords {
    let clauses: Clauses
    private var document: Document { clauses.document }

    init(clauses: Clauses) { self.clauses = clauses }

    func trim(_ attributions: inout [Attribution]) {
        skipAdjuncts(&attributions)
        for index in attributions.indices {
            guard let first = attributions[index].content.first, !document.isQuoted(first.lowerBound),
                !attributions[index].isBlock, startsSentence(first.lowerBound)
            else { continue }
            let start = start(of: first)
            if start > first.lowerBound, start < first.upperBound {
                attributions[index].content[0] = start..<first.upperBound
            }
        }
    }

    /// "wrote on his website last night that it was": the content begins behind "that".
    func skipAdjuncts(_ attributions: inout [Attribution]) {
        for index in attributions.indices {
            guard let cue = attributions[index].cue, let first = attributions[index].content.first,
                first.lowerBound >= cue.upperBound, first.lowerBound <= cue.upperBound + 1,
                document.has(first.lowerBound, .preposition) || document.has(first.lowerBound - 1, .preposition),
                !document.isWord(first.lowerBound, Word.to),
                let that = first.prefix(Self.longestAdjunct).first(where: { document.isWord($0, Word.that) }),
                !(first.lowerBound..<that).contains(where: {
                    document.isQuoted($0) || document.has($0, [.finiteVerb, .modal, .auxiliary])
                        || document.sign($0, ",")
                }), that + 1 < first.upperBound
            else { continue }
            attributions[index].content[0] = that + 1..<first.upperBound
        }
    }

    private static let longestAdjunct = 10

    /// Where a sentence's own words begin.
    func start(of sentence: Range<Int>) -> Int {
        var start = sentence.lowerBound
        if let known = known(sentence) { start = known }
        for phrase in Self.phrases {
            let end = start + phrase.count
            guard end < sentence.upperBound, document.sign(end, ","),
                phrase.indices.allSatisfy({ document.isWord(start + $0, phrase[$0]) })
            else { continue }
            return end + 1
        }
        return start
    }

    /// "It became known earlier that", "Earlier it was reported that".
    private func known(_ sentence: Range<Int>) -> Int? {
        let reach = sentence.prefix(7)
        guard let it = reach.prefix(2).first(where: { document.isWord($0, Word.it) }),
            let verb = reach.first(where: { $0 > it && Self.known.contains(document.tokens[$0].hash) }),
            let that = sentence.clamped(to: verb..<verb + 4).first(where: { document.isWord($0, Word.that) })
        else { return nil }
        return that + 1
    }

    private func startsSentence(_ token: Int) -> Bool {
        document.startsSentence(token) && !document.isQuoted(token)
    }

    private static let known = Set(["known", "reported", "clear"].map { WordHash($0) })
    private static let phrases: [[WordHash]] = [
        ["however"], ["meanwhile"], ["moreover"], ["nevertheless"], ["nonetheless"], ["therefore"], ["besides"],
        ["furthermore"], ["instead"], ["thus"], ["at", "the", "same", "time"], ["in", "addition"], ["in", "turn"],
        ["in", "particular"], ["on", "the", "other", "hand"], ["for", "example"], ["in", "response"],
    ].map { $0.map { WordHash($0) } }
}
