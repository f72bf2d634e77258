import Language
import Records

/// "denied the charge", "demanded an apology": the object is what was denied or demanded.
struct DeniedObjects {
    let clauses: Clauses
    private var document: Document { clauses.document }

    init(clauses: Clauses) { self.clauses = clauses }

    /// Where the models found no content behind the cue, or more than the object.
    func find(besides known: [Attribution]) -> [Attribution] {
        var contents: [Int: Range<Int>] = [:]
        for attribution in known {
            guard let cue = attribution.cue, let first = attribution.content.first else { continue }
            for token in cue.prefix(4) { contents[token] = first }
        }
        let covered = clauses.covered(by: known)
        var found: [Attribution] = []
        for (_, unit) in clauses.units() {
            for token in unit where !document.isQuoted(token) {
                guard let (verb, form) = clauses.verb(token), Self.verbs.contains(verb.lemma),
                    form == .past || form == .present, var attribution = attribution(token, in: unit),
                    let object = attribution.content.first, isBetter(object, than: contents[token], token)
                else { continue }
                attribution.isInner = contents[token] == nil && covered[token]
                found.append(attribution)
            }
        }
        return found
    }

    /// Than nothing, than words before the verb, than the object with "in a letter" behind it.
    private func isBetter(_ object: Range<Int>, than known: Range<Int>?, _ cue: Int) -> Bool {
        guard let known else { return true }
        if known.lowerBound < cue { return !document.isQuoted(known.lowerBound) && known.contains(cue - 1) }
        guard known.lowerBound == object.lowerBound, known.upperBound > object.upperBound else { return false }
        let rest = object.upperBound..<known.upperBound
        return document.isWord(rest.lowerBound, Word.in) && document.has(rest.upperBound - 1, .document)
            && rest.count < 5
    }

    private func attribution(_ cue: Int, in unit: Range<Int>) -> Attribution? {
        let first = cue + 1
        guard document.has(first, [.determiner, .possessivePronoun]), !document.isQuoted(first),
            let subject = clauses.subjects.before(cue, in: unit), !subject.isPassive
        else { return nil }
        let object =
            document.isWord(first, Word.this) && !document.tokens[min(first + 1, unit.upperBound - 1)].isWord
            ? first..<first + 1 : clauses.subjects.forward(from: first, in: unit)
        guard let object else { return nil }
        // A finite verb behind it: "denied the deal was done".
        guard !document.has(object.upperBound, [.finiteVerb, .modal, .auxiliary]) else { return nil }
        var attribution = clauses.attribution(unit, cue: cue..<cue + 1, [object])
        attribution.subject = subject.isShared ? nil : subject.range
        return attribution
    }

    private static let verbs: Set<String> = [
        "deny", "reject", "dispute", "refute", "demand", "question", "rebuff", "condemn", "confirm",
    ]
}
