import Language
import Records

/// "called the plan “a joke”": the content begins with what is called so.
struct ObjectComplements {
    let clauses: Clauses
    private var document: Document { clauses.document }

    private static let longestObject = 14

    init(clauses: Clauses) { self.clauses = clauses }

    func widen(_ attributions: inout [Attribution]) {
        for index in attributions.indices {
            guard let first = attributions[index].content.first, let found = clauses.verb(of: attributions[index]),
                Self.verbs.contains(found.verb.lemma), let cue = attributions[index].cue,
                first.lowerBound > cue.upperBound, first.lowerBound - cue.upperBound <= Self.longestObject
            else { continue }
            let between = cue.upperBound..<first.lowerBound
            let isObject = between.allSatisfy {
                !document.isQuoted($0) && (document.tokens[$0].isWord || document.tokens[$0].kind == .number)
                    && !document.has($0, [.finiteVerb, .relative, .cue])
            }
            guard isObject, !document.has(cue.upperBound, [.preposition, .adverb, .time]) else { continue }
            attributions[index].content[0] = cue.upperBound..<first.upperBound
            attributions[index].isPartial = false
        }
    }

    private static let verbs: Set<String> = [
        "call", "label", "dub", "brand", "describe", "characterize", "characterise", "portray", "dismiss", "denounce",
    ]
}
