import Language
import Records

/// What somebody within another's words is said to have said: "“She told me that it was full,” he said".
struct NestedCues {
    let clauses: Clauses
    private var document: Document { clauses.document }

    init(clauses: Clauses) { self.clauses = clauses }

    func find(in known: [Attribution]) -> [Attribution] {
        let taken = Set(known.compactMap { $0.cue }.flatMap { Array($0.prefix(4)) })
        let inner = document.withinQuotations()
        var found: [Attribution] = []
        for quotation in document.quotations where quotation.parent == nil && quotation.inner.count > 3 {
            found += attributions(in: quotation.inner, of: inner, taken)
        }
        for block in known where block.isBlock {
            for piece in block.content where !document.isQuoted(piece.lowerBound) {
                found += attributions(in: piece, of: document, taken)
            }
        }
        return found
    }

    private func attributions(in range: Range<Int>, of view: Document, _ taken: Set<Int>) -> [Attribution] {
        let paragraph = view.paragraphs[Int(view.paragraphOf[range.lowerBound])]
        var found: [Attribution] = []
        for index in paragraph.sentences {
            let sentence = view.sentences[index].clamped(to: range)
            guard sentence.count > 3 else { continue }
            let events = CueFinder(document: view, names: clauses.names).events(in: sentence)
            let contents = ContentFinder(document: view, names: clauses.names, unit: sentence, events: events)
            for (place, event) in events.enumerated()
            where isSaid(event, in: view) && !taken.contains(event.cue.lowerBound) {
                let pieces = contents.content(place).filter { $0.lowerBound >= event.end }
                guard let content = pieces.first, pieces.count == 1, isClause(content, behind: event, in: view) else {
                    continue
                }
                var attribution = clauses.attribution(sentence, cue: event.cue, [content])
                attribution.subject = event.subject
                attribution.isInner = true
                found.append(attribution)
            }
        }
        return found
    }

    /// Somebody did say it: no "you could say", "never told", "if they ask".
    private func isSaid(_ event: CueEvent, in view: Document) -> Bool {
        guard event.position == .subjectFirst, Self.verbs.contains(event.verb.lemma), let subject = event.subject,
            !subject.isEmpty, subject.count <= Self.longestSubject, clauses.verb(event.cue.lowerBound)?.form != .gerund,
            !Self.nobody.contains(view.tokens[subject.lowerBound].hash)
        else { return false }
        let between = subject.upperBound..<max(subject.upperBound, event.cue.lowerBound)
        if between.contains(where: { view.has($0, .modal) || Self.negations.contains(view.tokens[$0].hash) }) {
            return false
        }
        return !Self.conditions.contains(view.tokens[max(0, subject.lowerBound - 1)].hash)
    }

    /// What was said, asked or demanded: a quotation, "that", "whether", "to", or a clause behind a past tense.
    private func isClause(_ content: Range<Int>, behind event: CueEvent, in view: Document) -> Bool {
        let first = content.lowerBound
        if view.isQuoted(first) || view.isWord(first - 1, Word.that) || view.sign(first - 1, ":") { return true }
        guard clauses.verb(event.cue.lowerBound)?.form == .past else { return false }
        if Self.objects.contains(event.verb.lemma) || Self.questions.contains(view.tokens[first].hash) { return true }
        let begins: WordClass = [.subjectPronoun, .determiner, .possessivePronoun]
        let isNominal = view.has(first, begins) || view.tokens[first].isCapitalised
        return isNominal && content.dropFirst().contains { view.has($0, [.finiteVerb, .modal]) }
    }

    private static let longestSubject = 5
    private static let objects: Set<String> = ["promise", "demand"]
    private static let questions = Set(
        ["to", "not", "if", "whether", "what", "why", "how", "where", "when", "who"].map { WordHash($0) })
    private static let nobody = Set(["you", "it", "no", "nobody", "everything", "whoever"].map { WordHash($0) })
    private static let negations = Set(["not", "never", "n't", "don't", "didn't", "hasn't"].map { WordHash($0) })
    private static let conditions = Set(["if", "whether", "unless", "whatever", "what", "as"].map { WordHash($0) })
    private static let verbs: Set<String> = [
        "say", "tell", "ask", "promise", "demand", "order", "warn", "answer", "reply", "insist", "announce", "deny",
        "admit",
    ]
}
