import Language
import Records

/// The subject of the cue's own clause where the words chosen are no subject: its object, a noun behind a preposition, the
/// object of the clause before.
struct SubjectSieve {
    let clauses: Clauses
    private var document: Document { clauses.document }
    private var names: NameIndex { clauses.names }

    init(clauses: Clauses) { self.clauses = clauses }

    func correct(_ attributions: inout [Attribution]) {
        // The last attribution before in the same sentence, for subjects that are shared.
        let order = attributions.indices.filter { attributions[$0].cue != nil && attributions[$0].how == .named }
            .sorted { (attributions[$0].cue?.lowerBound ?? 0, $0) < (attributions[$1].cue?.lowerBound ?? 0, $1) }
        var last: Int?
        for index in order {
            guard let cue = attributions[index].cue else { continue }
            if let quoted = quoted(before: cue) {
                attributions[index].subject = quoted
                continue
            }
            guard let found = clauses.verb(of: attributions[index]), found.form == .past || found.form == .present
            else {
                continue
            }
            defer { last = index }
            let sentence = document.sentence(of: cue.lowerBound)
            let verb = clauses.start(ofVerb: cue.lowerBound, from: sentence.lowerBound)
            guard verb > sentence.lowerBound else { continue }
            if (verb..<cue.lowerBound).contains(where: { document.has($0, .be) }), found.form == .past {
                passive(&attributions[index], found.verb, cue, sentence)
                continue
            }
            let before = last.flatMap {
                attributions[$0].cue.map { sentence.contains($0.lowerBound) } ?? false ? $0 : nil
            }
            let shared = before.flatMap { attributions[$0].subject }
            guard let subject = attributions[index].subject else {
                if attributions[index].owner != nil { continue }
                if clauses.isAnd(verb - 1) {
                    attributions[index].subject = shared ?? main(of: sentence, before: verb)
                } else if document.sign(verb - 1, ",") {
                    // "proposes A, urges B and, more boldly, calls for C"
                    attributions[index].subject = shared
                }
                continue
            }
            guard subject.upperBound <= cue.lowerBound || isContent(subject, attributions[index]) else { continue }
            if let better = better(than: subject, verb, sentence, shared, attributions[index]) {
                attributions[index].subject = better
            }
        }
    }

    /// "was quoted as saying", "was quoted by the Guardian as saying": who was.
    private func quoted(before cue: Range<Int>) -> Range<Int>? {
        let sentence = document.sentence(of: cue.lowerBound)
        guard cue.lowerBound > sentence.lowerBound + 2, document.isWord(cue.lowerBound - 1, Word.as) else { return nil }
        let reach = max(sentence.lowerBound + 1, cue.lowerBound - 8)..<cue.lowerBound - 1
        guard let verb = reach.last(where: { Self.quoting.contains(document.tokens[$0].hash) }),
            document.has(verb - 1, [.be, .auxiliary])
        else { return nil }
        return clauses.subjects.before(verb, in: sentence).flatMap { $0.isShared ? nil : $0.range }
    }

    private static let quoting = Set(["quoted", "cited"].map { WordHash($0) })

    /// "was asked by the auditors what": who asked; "were told that": nobody says.
    private func passive(
        _ attribution: inout Attribution, _ verb: CueLexicon.Verb, _ cue: Range<Int>, _ sentence: Range<Int>
    ) {
        let behind = cue.lowerBound..<max(cue.upperBound, min(cue.upperBound + 2, sentence.upperBound))
        if let by = behind.first(where: { document.isWord($0, Word.by) }), by + 1 < sentence.upperBound {
            attribution.subject = clauses.subjects.forward(from: by + 1, in: sentence) ?? attribution.subject
        } else if verb.frames.contains(.addressee),
            attribution.subject.map({ $0.upperBound <= cue.lowerBound }) ?? false
        {
            attribution.subject = nil
        }
    }

    private func isContent(_ subject: Range<Int>, _ attribution: Attribution) -> Bool {
        attribution.content.contains { $0.contains(subject.lowerBound) && $0.count > subject.count }
            && !(attribution.cue.map { cue in attribution.content.contains { $0.contains(cue.lowerBound) } } ?? false)
    }

    private func better(
        than subject: Range<Int>, _ verb: Int, _ sentence: Range<Int>, _ shared: Range<Int>?, _ attribution: Attribution
    ) -> Range<Int>? {
        if clauses.isAnd(verb - 1) || isTime(subject) {
            // "demanded an apology and warned": who demanded.
            guard let shared = shared ?? main(of: sentence, before: verb), shared.upperBound <= subject.lowerBound,
                !isPerson(subject) || clauses.isAnd(verb - 1)
            else { return nil }
            return shared
        }
        if isContent(subject, attribution) {
            return clauses.subjects.before(verb, in: sentence).flatMap { $0.isShared || $0.isPassive ? nil : $0.range }
        }
        if document.has(subject.lowerBound - 1, .preposition), sentence.contains(subject.lowerBound - 1),
            subject.upperBound == verb, !isSource(subject.lowerBound - 1)
        {
            return beforePreposition(subject.lowerBound - 1, sentence, shared)
        }
        // Somebody right before the verb, where the chosen words stand farther off.
        guard subject.upperBound + 1 < verb, !document.sign(verb - 1, ","), !document.isDash(verb - 1),
            let near = clauses.subjects.before(verb, in: sentence), !near.isShared, !near.isPassive,
            near.range.lowerBound >= subject.upperBound, near.range.upperBound == verb, isPerson(near.range),
            !document.has(near.range.lowerBound - 1, .preposition)
        else { return nil }
        return near.range
    }

    /// "according to", "per", "by".
    private func isSource(_ preposition: Int) -> Bool {
        document.isWord(preposition, Word.by) || document.isWord(preposition, Word.per)
            || document.isWord(preposition - 1, Word.according)
    }

    /// "Varo's deputy, in a talk with the newspaper, explained": the subject before the adjuncts.
    private func beforePreposition(_ preposition: Int, _ sentence: Range<Int>, _ shared: Range<Int>?) -> Range<Int>? {
        var start = preposition
        var steps = 0
        while start > sentence.lowerBound + 1, steps < 4 {
            guard let found = clauses.subjects.before(start, in: sentence) else { return nil }
            if found.isShared { return shared ?? main(of: sentence, before: start) }
            let before = found.range.lowerBound - 1
            if document.has(before, .preposition), before >= sentence.lowerBound, found.range.upperBound == start {
                start = before
                steps += 1
                continue
            }
            return isPerson(found.range) ? found.range : nil
        }
        return nil
    }

    private func isTime(_ range: Range<Int>) -> Bool {
        let head = range.upperBound - 1
        return document.has(head, [.time, .weekday, .month]) || Self.times.contains(document.tokens[head].hash)
    }

    /// Somebody who can speak: a name, a pronoun, people, an office, a body.
    private func isPerson(_ range: Range<Int>) -> Bool {
        if !names.within(range).isEmpty { return true }
        let speaks: WordClass = [.people, .role, .body, .source, .pronounPerson, .outletNoun]
        return range.contains { document.has($0, speaks) && !document.has($0, .relative) }
            || range.count == 1 && document.has(range.lowerBound, .subjectPronoun)
            || Self.kin.contains(document.tokens[range.upperBound - 1].hash)
    }

    /// The subject of the sentence's first finite verb.
    private func main(of sentence: Range<Int>, before end: Int) -> Range<Int>? {
        // Bounded, so that a sentence of hostile length stays linear.
        for index in sentence.prefix(80) where index < end && index > sentence.lowerBound {
            guard !document.isQuoted(index), isVerb(index), let found = clauses.subjects.before(index, in: sentence),
                !found.isShared
            else { continue }
            return found.range
        }
        let first = clauses.subjects.forward(from: sentence.lowerBound, in: sentence)
        return first.flatMap { $0.upperBound < end && isPerson($0) ? $0 : nil }
    }

    private func isVerb(_ index: Int) -> Bool {
        if document.has(index, [.finiteVerb, .modal]) { return true }
        if let (_, form) = clauses.verb(index), form == .past { return !document.has(index - 1, .determiner) }
        let token = document.tokens[index]
        return token.isWord && !token.isCapitalised && token.end - token.start > 3
            && document.text[token.end - 1] == UInt8(ascii: "d") && document.text[token.end - 2] == UInt8(ascii: "e")
            && !document.has(index - 1, [.determiner, .preposition])
    }

    private static let times = Set(["times", "time", "once", "twice"].map { WordHash($0) })
    private static let kin = Set(
        [
            "father", "mother", "brother", "sister", "wife", "husband", "son", "daughter", "uncle", "aunt", "boss",
            "owner",
        ]
        .map { WordHash($0) })
}
