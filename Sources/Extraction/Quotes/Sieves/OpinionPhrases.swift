import Language
import Records

/// "In her opinion, …", "In the words of the envoy, …", "…, in the minister's view": a noun with its owner attributes what
/// the rest of the clause says.
struct OpinionPhrases {
    let clauses: Clauses
    private var document: Document { clauses.document }

    init(clauses: Clauses) { self.clauses = clauses }

    func find() -> [Attribution] {
        var found: [Attribution] = []
        for (_, unit) in clauses.units() {
            for index in unit where document.isWord(index, Word.in) && !document.isQuoted(index) {
                if let last = found.last?.cue, last.upperBound > index { continue }
                if let attribution = attribution(at: index, in: unit) { found.append(attribution) }
            }
        }
        return found
    }

    private func attribution(at index: Int, in unit: Range<Int>) -> Attribution? {
        guard let phrase = phrase(at: index, in: unit) else { return nil }
        let content = content(around: index..<phrase.end, in: unit)
        guard !content.isEmpty else { return nil }
        var attribution = clauses.attribution(unit, cue: phrase.noun..<phrase.noun + 1, content)
        attribution.kind = Self.views.contains(document.tokens[phrase.noun].hash) ? .thinks : .says
        attribution.subject = phrase.owner
        return attribution
    }

    private func phrase(at index: Int, in unit: Range<Int>) -> (owner: Range<Int>, noun: Int, end: Int)? {
        let next = index + 1
        guard next < unit.upperBound else { return nil }
        if document.has(next, .possessivePronoun), !document.has(next, .firstPerson) {
            // "in her own words", "in his considered opinion"
            return noun(at: next + 1, in: unit).map { (next..<next + 1, $0, $0 + 1) }
        }
        if document.isWord(next, Word.the), let noun = noun(at: next + 1, in: unit), document.isWord(noun + 1, Word.of),
            noun + 2 < unit.upperBound, let owner = clauses.subjects.forward(from: noun + 2, in: unit)
        {
            return (owner, noun, owner.upperBound)
        }
        let reach = next..<min(unit.upperBound, next + Self.longestOwner)
        guard let mark = reach.first(where: { document.isWord($0, Word.possessive) }), mark > next,
            !(next..<mark).contains(where: { document.sign($0, ",") || document.isQuoted($0) }),
            let noun = noun(at: mark + 1, in: unit)
        else { return nil }
        return (next..<mark, noun, noun + 1)
    }

    private static let longestOwner = 10

    private func noun(at index: Int, in unit: Range<Int>) -> Int? {
        for noun in index..<index + 2 where unit.contains(noun) {
            let word = document.tokens[noun].hash
            if Self.views.contains(word) || Self.words.contains(word) { return noun }
            guard document.tokens[noun].isWord, !document.tokens[noun].isCapitalised else { return nil }
        }
        return nil
    }

    private func content(around phrase: Range<Int>, in unit: Range<Int>) -> [Range<Int>] {
        var end = phrase.upperBound
        // "in the opinion of the expert, which she shared with the radio, …"
        if document.sign(end, ","), document.has(end + 1, .relative) {
            let reach = end + 1..<max(end + 1, min(unit.upperBound, end + 24))
            end = reach.first { document.sign($0, ",") && !document.isQuoted($0) } ?? end
        }
        let isOpen = phrase.lowerBound == unit.lowerBound || !document.tokens[phrase.lowerBound - 1].isWord
        if end < unit.upperBound, document.sign(end, ",") || document.sign(end, ":") || document.isQuoted(end) {
            let start = document.isQuoted(end) ? end : end + 1
            let right = clauses.content(from: start, in: unit)
            let before = phrase.lowerBound - 1
            guard isOpen, document.sign(before, ","), before - unit.lowerBound > 1,
                start < unit.upperBound, !document.isQuoted(start),
                let left = clauses.trimmed(unit.lowerBound..<before),
                !(left.contains { document.sign($0, ":") || document.sign($0, ";") })
            else { return right }
            return left.count == 1 && document.has(left.lowerBound, [.conjunction, .adverb]) ? right : [left] + right
        }
        let isLast = end + 1 >= unit.upperBound
        guard isLast, phrase.lowerBound > unit.lowerBound + 2 else { return [] }
        return [clauses.trimmed(unit.lowerBound..<phrase.lowerBound)].compactMap { $0 }
    }

    private static let views = Set(
        ["opinion", "view", "estimation", "judgment", "judgement", "assessment", "reckoning", "mind"].map {
            WordHash($0)
        })
    private static let words = Set(["words", "telling", "phrase", "account", "version"].map { WordHash($0) })
}
