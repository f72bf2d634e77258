import Language
import Records

/// "They had been instructed to photograph it", "officials were told that demand was soft": whoever said it is not named.
struct PassiveOrders {
    let clauses: Clauses
    private var document: Document { clauses.document }

    init(clauses: Clauses) { self.clauses = clauses }

    /// Where no other attribution has the cue.
    func find(besides known: [Attribution]) -> [Attribution] {
        let taken = Set(known.compactMap { $0.cue }.flatMap { Array($0.prefix(4)) })
        let covered = clauses.covered(by: known)
        var found: [Attribution] = []
        for (_, unit) in clauses.units() {
            for token in unit where !document.isQuoted(token) && !taken.contains(token) {
                guard let (verb, form) = clauses.verb(token), form == .past, Self.verbs.contains(verb.lemma) else {
                    continue
                }
                let start = clauses.start(ofVerb: token, from: unit.lowerBound)
                guard (start..<token).contains(where: { document.has($0, .be) }),
                    let begin = content(behind: token, in: unit)
                else { continue }
                let end =
                    (begin..<unit.upperBound).first { document.sign($0, ";") && !document.isQuoted($0) }
                    ?? unit.upperBound
                guard let content = clauses.trimmed(begin..<end) else { continue }
                var attribution = clauses.attribution(unit, cue: token..<token + 1, [content])
                attribution.isInner = covered[token]
                found.append(attribution)
            }
        }
        return found
    }

    private func content(behind token: Int, in unit: Range<Int>) -> Int? {
        let next = token + 1
        if document.isWord(next, Word.to) { return next }
        if document.isWord(next, Self.not), document.isWord(next + 1, Word.to) { return next }
        let reach = next..<max(next, min(unit.upperBound, next + 7))
        return reach.first { document.isWord($0, Word.that) && !document.isQuoted($0) }.flatMap {
            (next..<$0).contains { document.sign($0, ",") || document.has($0, .finiteVerb) } ? nil : $0 + 1
        }
    }

    private static let not = WordHash("not")
    private static let verbs: Set<String> = ["tell", "order", "instruct", "ask", "warn", "advise", "inform", "urge"]
}
