import Language
import Records

/// A view that another tells: "The chairman's view, according to a friend, is that …", "What he thinks, as his aide put it,
/// is that …". The friend speaks, the chairman holds it.
struct ToldViews {
    let clauses: Clauses
    private var document: Document { clauses.document }

    private static let longest = 30

    init(clauses: Clauses) { self.clauses = clauses }

    func apply(to attributions: inout [Attribution], _ merge: ([Attribution], inout [Attribution]) -> Void) {
        let found = clauses.units().compactMap { attribution(in: $0.unit) }
        guard !found.isEmpty else { return }
        // A cue between the noun and the view is the teller's, and has no words of its own.
        var byUnit: [Int: Range<Int>] = [:]
        for view in found {
            guard let cue = view.cue, let content = view.content.first else { continue }
            byUnit[view.unit.lowerBound] = cue.lowerBound..<content.lowerBound
        }
        attributions.removeAll { old in
            guard let cue = old.cue else { return false }
            let sentence = document.sentence(of: cue.lowerBound)
            return byUnit[sentence.lowerBound]?.contains(cue.lowerBound) ?? false
        }
        merge(found, &attributions)
    }

    private func attribution(in unit: Range<Int>) -> Attribution? {
        guard let view = view(in: unit), document.sign(view.end, ","), !document.isQuoted(view.end) else { return nil }
        let reach = view.end + 1..<max(view.end + 1, min(unit.upperBound, view.end + Self.longest))
        guard let second = reach.first(where: { document.sign($0, ",") && document.has($0 + 1, .be) }),
            second + 2 < unit.upperBound, let teller = teller(in: view.end + 1..<second, unit)
        else { return nil }
        let start = second + (document.isWord(second + 2, Word.that) ? 3 : 2)
        guard start < unit.upperBound, start == second + 3 || document.isQuoted(start) || document.sign(start, ":")
        else {
            return nil
        }
        var attribution = clauses.attribution(
            unit, cue: view.cue..<view.cue + 1, clauses.content(from: start, in: unit))
        attribution.kind = .thinks
        attribution.subject = teller
        attribution.owner = view.owner
        return attribution.content.isEmpty ? nil : attribution
    }

    /// "His view", "The opinion of the owner", "What Arakel thinks about this".
    private func view(in unit: Range<Int>) -> (cue: Int, owner: Range<Int>, end: Int)? {
        let reach = unit.prefix(Self.longest)
        if document.isWord(unit.lowerBound, Self.what),
            let verb = reach.first(where: { clauses.verb($0)?.verb.kind == .thinks }), verb > unit.lowerBound + 1,
            let comma = reach.first(where: { $0 > verb && document.sign($0, ",") })
        {
            return (verb, unit.lowerBound + 1..<verb, comma)
        }
        guard let noun = reach.first(where: { Self.nouns.contains(document.tokens[$0].hash) && !document.isQuoted($0) })
        else { return nil }
        if document.isWord(noun + 1, Word.of), noun + 2 < unit.upperBound,
            let owner = clauses.subjects.forward(from: noun + 2, in: unit)
        {
            return (noun, owner, owner.upperBound)
        }
        let low = max(unit.lowerBound, noun - 12)
        if let pronoun = (max(low, noun - 2)..<noun).last(where: { document.has($0, .possessivePronoun) }) {
            return (noun, pronoun..<pronoun + 1, noun + 1)
        }
        let mark = (low..<noun).last {
            document.isWord($0, Word.possessive) || Self.apostrophes.contains(document.text[document.tokens[$0].start])
        }
        guard let mark, mark > unit.lowerBound,
            let owner = clauses.subjects.phrase(endingAt: mark - 1, in: unit)
        else { return nil }
        return (noun, owner, noun + 1)
    }

    /// "described by a friend", "according to a friend", "as a friend put it".
    private func teller(in range: Range<Int>, _ unit: Range<Int>) -> Range<Int>? {
        guard
            let lead = range.first(where: {
                document.isWord($0, Word.by) || document.isWord($0, Word.to) && document.isWord($0 - 1, Word.according)
            }), lead + 1 < range.upperBound
        else { return nil }
        return lead + 1..<range.upperBound
    }

    private static let what = WordHash("what")
    private static let apostrophes: Set<UInt8> = [UInt8(ascii: "'"), 0xe2]
    private static let nouns = Set(
        [
            "view", "opinion", "position", "impression", "belief", "thinking", "feeling", "conviction", "assessment",
            "message", "argument", "concern", "fear", "hope", "advice", "conclusion", "judgment", "reasoning",
            "reaction",
        ].map { WordHash($0) })
}
