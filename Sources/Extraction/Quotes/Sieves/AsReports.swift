import Language
import Records

/// "As Reuters writes, …", "As the ministry said earlier, …", "As reported by the agency, …": the clause behind it.
struct AsReports {
    let clauses: Clauses
    private var document: Document { clauses.document }

    private static let longest = 24

    init(clauses: Clauses) { self.clauses = clauses }

    func find() -> [Attribution] {
        clauses.units().compactMap { attribution(in: $0.unit) }
    }

    private func attribution(in unit: Range<Int>) -> Attribution? {
        var first = unit.lowerBound
        if document.has(first, [.adverb, .conjunction]), !document.isWord(first, Word.as) {
            first += document.sign(first + 1, ",") ? 2 : 1
        }
        guard document.isWord(first, Word.as), !document.isQuoted(first) else { return nil }
        let reach = first + 1..<max(first + 1, min(unit.upperBound, first + Self.longest))
        for token in reach {
            if document.isQuoted(token) || document.sign(token, ",") { return nil }
            guard let (verb, form) = clauses.verb(token), verb.kind == .says || verb.kind == .writes || isKnowing(verb),
                let end = end(behind: token, in: unit)
            else { continue }
            let subject = subject(of: token, form, from: first + 1, in: unit)
            guard let subject else { continue }
            var attribution = clauses.attribution(
                unit, cue: token..<token + 1, clauses.content(from: end + 1, in: unit))
            attribution.subject = subject
            return attribution.content.isEmpty ? nil : attribution
        }
        return nil
    }

    /// "As Bloomfield News learned from three diplomats".
    private func isKnowing(_ verb: CueLexicon.Verb) -> Bool {
        verb.lemma == "learn" || verb.kind == .thinks && verb.frames.contains(.clause)
    }

    private func subject(of token: Int, _ form: CueLexicon.Form, from first: Int, in unit: Range<Int>) -> Range<Int>? {
        if document.isWord(token + 1, Word.by) {
            return clauses.subjects.forward(from: token + 2, in: unit)
        }
        guard form != .base, form != .gerund else { return nil }
        if clauses.verb(token)?.verb.lemma == "learn", document.isWord(token + 1, Word.from) {
            return clauses.subjects.forward(from: token + 2, in: unit)
        }
        let start = clauses.start(ofVerb: token, from: first)
        guard start > first, document.tokens[start - 1].isWord || document.sign(start - 1, ")"),
            !document.has(start - 1, [.preposition, .determiner, .conjunction])
        else { return nil }
        return first..<start
    }

    /// The comma behind the verb and its times and places; null where an object stands there.
    private func end(behind verb: Int, in unit: Range<Int>) -> Int? {
        var index = verb + 1
        let limit = min(unit.upperBound, verb + Self.longest)
        guard document.sign(index, ",") || document.has(index, [.preposition, .adverb, .time, .weekday, .month]) else {
            return nil
        }
        while index < limit, !document.sign(index, ",") {
            if document.isQuoted(index) { return nil }
            index += 1
        }
        guard index < limit else { return nil }
        // "As the agency reports, citing two ministers, …"
        if Self.cites.contains(document.tokens[min(index + 1, unit.upperBound - 1)].hash) {
            let second = (index + 1..<limit).first { document.sign($0, ",") }
            return second
        }
        return index
    }

    private static let cites = Set(["citing", "quoting", "referring"].map { WordHash($0) })
}
