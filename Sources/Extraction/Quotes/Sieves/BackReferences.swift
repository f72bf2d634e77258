import Language
import Records

/// A sentence that says who said the one before: "This was told to the Ledger by its owner.", "Radio Sente draws attention
/// to this.", "He spoke about this on the air."
struct BackReferences {
    let clauses: Clauses
    private var document: Document { clauses.document }

    private static let reach = 16

    init(clauses: Clauses) { self.clauses = clauses }

    func find() -> [Attribution] {
        var found: [Attribution] = []
        var previous: Range<Int>?
        for (paragraph, unit) in clauses.units() where paragraph.kind == .body {
            defer { previous = unit }
            guard let previous,
                let clause = told(by: unit) ?? statement(in: unit) ?? attention(in: unit) ?? about(in: unit),
                let content = content(previous)
            else { continue }
            var attribution = clauses.attribution(unit, cue: clause.cue, [content])
            attribution.subject = clause.subject
            attribution.how = .backReference
            found.append(attribution)
        }
        return found
    }

    private func content(_ previous: Range<Int>) -> Range<Int>? {
        clauses.trimmed(LeadWords(clauses: clauses).start(of: previous)..<previous.upperBound)
    }

    /// "This was told to the Ledger by its chief": "by" somewhere behind the verb.
    private func told(by unit: Range<Int>) -> (cue: Range<Int>, subject: Range<Int>)? {
        let first = unit.lowerBound
        guard document.isWord(first, Word.this) || document.isWord(first, Word.it), !document.isQuoted(first),
            document.has(first + 1, .auxiliary)
        else { return nil }
        let limit = min(unit.upperBound, first + Self.reach)
        guard first + 2 < limit,
            let cue = (first + 2..<limit).first(where: { clauses.verb($0) != nil }),
            let (_, form) = clauses.verb(cue), form == .past || form == .participle,
            (first + 1..<cue).allSatisfy({ document.has($0, [.auxiliary, .adverb]) || clauses.isAdverb($0) }),
            !document.isWord(cue + 1, Word.that),
            let by = (cue + 1..<max(cue + 1, limit)).first(where: { document.isWord($0, Word.by) }),
            !(cue + 1..<by).contains(where: { document.isWord($0, Word.that) || document.isQuoted($0) }),
            by + 1 < unit.upperBound, let subject = clauses.subjects.forward(from: by + 1, in: unit)
        else { return nil }
        return (cue..<cue + 1, subject)
    }

    /// "Such a statement was made by the envoy.", "The information was confirmed by the ministry.", "This is according to
    /// Reuters."
    private func statement(in unit: Range<Int>) -> (cue: Range<Int>, subject: Range<Int>)? {
        let first = unit.lowerBound
        let limit = min(unit.upperBound, first + Self.reach)
        guard !document.isQuoted(first), let verb = (first..<limit).first(where: { document.has($0, .be) }),
            verb > first,
            document.isWord(first, Word.this) || document.has(first, .determiner) || document.isWord(first, Self.such)
                || Self.leads.contains(document.tokens[first].hash),
            verb - first <= 4
        else { return nil }
        if document.isWord(first, Word.this), verb == first + 1, document.isWord(verb + 1, Word.according),
            verb + 3 < limit, let subject = clauses.subjects.forward(from: verb + 3, in: unit)
        {
            return (verb + 1..<verb + 3, subject)
        }
        guard Self.statements.contains(document.tokens[verb - 1].hash),
            let by = (verb + 1..<max(verb + 1, limit)).first(where: { document.isWord($0, Word.by) }), by - verb <= 4,
            by + 1 < unit.upperBound, let subject = clauses.subjects.forward(from: by + 1, in: unit),
            document.isWord(first, Self.such) || Self.leads.contains(document.tokens[first].hash)
                || subject.upperBound + 8 >= unit.upperBound
        else { return nil }
        return (by - 1..<by, subject)
    }

    private static let such = WordHash("such")
    private static let leads = Set(["corresponding", "relevant", "respective", "similar"].map { WordHash($0) })
    private static let statements = Set(
        ["statement", "information", "announcement", "news", "forecast", "assessment", "message", "opinion", "claim"]
            .map {
                WordHash($0)
            })

    /// "Attention to this was drawn by the Herald." and "The Herald draws attention to this."
    private func attention(in unit: Range<Int>) -> (cue: Range<Int>, subject: Range<Int>)? {
        let limit = min(unit.upperBound, unit.lowerBound + 2 * Self.reach)
        guard let noun = (unit.lowerBound..<limit).first(where: { document.isWord($0, Self.attention) }),
            !document.isQuoted(noun), document.isWord(noun + 1, Word.to), document.isWord(noun + 2, Word.this)
        else { return nil }
        let behind = noun + 3..<max(noun + 3, limit)
        if let verb = behind.first(where: { Self.draws.contains(document.tokens[$0].hash) }),
            document.isWord(verb + 1, Word.by), verb + 2 < unit.upperBound,
            let subject = clauses.subjects.forward(from: verb + 2, in: unit)
        {
            return (verb..<verb + 1, subject)
        }
        let verb = noun - 1
        guard verb > unit.lowerBound, Self.draws.contains(document.tokens[verb].hash),
            let subject = clauses.subjects.before(verb, in: unit), !subject.isShared
        else { return nil }
        return (verb..<noun + 1, subject.range)
    }

    /// "Askarov spoke about this on the air", "Two officers told the paper about this".
    private func about(in unit: Range<Int>) -> (cue: Range<Int>, subject: Range<Int>)? {
        let limit = min(unit.upperBound, unit.lowerBound + 2 * Self.reach)
        guard let about = (unit.lowerBound..<limit).first(where: { document.isWord($0, Self.about) }),
            document.isWord(about + 1, Word.this) || document.isWord(about + 1, Word.it), !document.isQuoted(about),
            about + 2 >= unit.upperBound || !document.tokens[about + 2].isWord
                || document.has(about + 2, [.preposition, .time, .weekday, .conjunction, .adverb]),
            let verb = (max(unit.lowerBound, about - 8)..<about).last(where: {
                Self.speaks.contains(document.tokens[$0].hash)
            }),
            let subject = clauses.subjects.before(verb, in: unit), !subject.isShared, !subject.isPassive
        else { return nil }
        return (verb..<verb + 1, subject.range)
    }

    private static let about = WordHash("about")
    private static let attention = WordHash("attention")
    private static let draws = Set(["draws", "drew", "drawn", "called", "calls", "paid", "pays"].map { WordHash($0) })
    private static let speaks = Set(
        [
            "spoke", "speaks", "told", "tells", "talked", "wrote", "writes", "informed", "said", "reported", "reports",
            "informs",
        ].map {
            WordHash($0)
        })
}
