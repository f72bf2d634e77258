import Language
import Records

/// A verb or phrase that attributes, with its speaker.
struct CueEvent {
    enum Position {
        /// The speaker stands before the cue.
        case subjectFirst
        /// "…, said Smith".
        case inverted
        /// "according to Smith".
        case accordingTo
        /// "saying that …": the sentence's subject speaks on.
        case participle
        /// "This is reported by CNN".
        case passive
        /// "It is noted that".
        case impersonal
        /// "Smith: …".
        case colon
    }

    var cue: Range<Int>
    var verb: CueLexicon.Verb
    var position: Position
    var subject: Range<Int>?
    /// Where the clause of subject and cue begins and ends.
    var start: Int
    var end: Int
    /// What an impersonal or passive cue stands on: "it" or "this".
    var isBackReference = false
}

/// Finds the cues of a unit, in order.
struct CueFinder {
    let document: Document
    let names: NameIndex

    private var subjects: SubjectFinder { SubjectFinder(document: document, names: names) }

    func events(in unit: Range<Int>) -> [CueEvent] {
        var events: [CueEvent] = []
        if let colon = colon(in: unit) { events.append(colon) }
        for index in unit where !document.isQuoted(index) {
            if let last = events.last, index < last.end { continue }
            if document.isWord(index, Word.according) || document.isWord(index, Word.per) {
                if let event = accordingTo(index, in: unit) { events.append(event) }
            } else if document.has(index, .cue), document.tokens[index].isWord, names.name(at: index) == nil,
                let (verb, form) = document.lexicon.cues.verb(document.tokens[index].hash),
                let event = event(index, verb, form, in: unit, after: events.last)
            {
                events.append(event)
            }
        }
        return events
    }

    private func event(
        _ index: Int, _ verb: CueLexicon.Verb, _ form: CueLexicon.Form, in unit: Range<Int>, after last: CueEvent?
    ) -> CueEvent? {
        var event = CueEvent(
            cue: index..<index + 1, verb: verb, position: .subjectFirst, subject: nil, start: index, end: index + 1)
        if verb.frames.contains(.particle), document.isWord(index + 1, Word.out) || document.isWord(index + 1, Word.up)
        {
            event.end = index + 2
            event.cue = index..<index + 2
        } else if verb.frames.contains(.particle), verb.lemma == "point" {
            return nil
        }
        if verb.lemma == "cite", form == .gerund { return nil }
        if form == .gerund { return participle(event, in: unit, after: last) }
        if document.isWord(index - 1, Word.to), index > unit.lowerBound { return infinitive(event, in: unit) }
        if isNoun(index, form) { return nil }
        if form != .base, startsInverted(index, in: unit),
            verb.frames.contains(.inverted) || verb.frames.contains(.direct),
            !verb.frames.contains(.addressee) || document.isQuoted(index - 1),
            let range = subjects.after(index, in: unit), endsPhrase(range.upperBound, unit)
        {
            event.position = .inverted
            event.subject = range
            event.end = range.upperBound
            return event
        }
        guard let subject = subjects.before(index, in: unit), subject.isShared || isNounPhrase(subject.range) else {
            return nil
        }
        event.start = subject.start
        if subject.isPassive {
            return form == .past || form == .participle ? passive(event, subject, in: unit) : nil
        }
        if subject.isShared {
            guard let last, last.position != .accordingTo, last.end <= subject.start else { return nil }
            event.subject = last.subject
            return event
        }
        // A bare form needs a plural or a pronoun before it: "they say", "officials say".
        if form == .base, !isPlural(subject.range), !hasAuxiliary(before: index, in: unit) { return nil }
        event.subject = subject.range
        return event
    }

    /// A comma or a quotation right before a verb that its speaker follows.
    private func startsInverted(_ index: Int, in unit: Range<Int>) -> Bool {
        index > unit.lowerBound
            && (document.isQuoted(index - 1) || document.sign(index - 1, ",") || document.isDash(index - 1))
    }

    /// Behind an inverted speaker the clause ends: "said the envoy, who" but not "said the deal was".
    private func endsPhrase(_ index: Int, _ unit: Range<Int>) -> Bool {
        if document.sign(index, "("),
            let closing = (index..<min(unit.upperBound, index + 8)).first(where: { document.sign($0, ")") })
        {
            return endsPhrase(closing + 1, unit)
        }
        guard index < unit.upperBound, document.tokens[index].isWord, !document.isQuoted(index) else { return true }
        return document.has(index, [.relative, .preposition, .time, .weekday, .conjunction, .subordinator, .adverb])
            && !document.has(index, .finiteVerb)
    }

    /// "the reports", "his claim", "of claims".
    private func isNoun(_ index: Int, _ form: CueLexicon.Form) -> Bool {
        guard form == .base || form == .present || form == .participle else { return false }
        let before = index - 1
        guard before >= 0 else { return true }
        return document.has(before, [.determiner, .preposition]) || document.tokens[before].shape.contains(.clitic)
            || document.isWord(before, Word.of)
    }

    /// A name, a pronoun, a determiner, a plural or a kind of people; no bare word such as "together".
    private func isNounPhrase(_ range: Range<Int>) -> Bool {
        let (first, last) = (range.lowerBound, range.upperBound - 1)
        let named: WordClass = [
            .determiner, .subjectPronoun, .people, .role, .body, .source, .document, .demonym, .roleModifier,
        ]
        return document.has(first, named) || document.has(last, named) || document.tokens[last].isCapitalised
            || document.tokens[first].isCapitalised || document.tokens[first].kind == .number || isPlural(range)
            || names.name(at: last) != nil
    }

    private func isPlural(_ range: Range<Int>) -> Bool {
        let last = range.upperBound - 1
        let token = document.tokens[last]
        if range.count == 1, document.has(last, .subjectPronoun) { return !document.isWord(last, Word.it) }
        return document.text[token.end - 1] | 0x20 == UInt8(ascii: "s") || document.has(last, [.people, .body])
    }

    private func hasAuxiliary(before index: Int, in unit: Range<Int>) -> Bool {
        var before = index - 1
        while before >= unit.lowerBound, document.has(before, [.adverb, .auxiliary, .modal]) {
            if document.has(before, [.auxiliary, .modal]) { return true }
            before -= 1
        }
        return false
    }

    /// ", saying that": the speaker of the clause before.
    private func participle(_ event: CueEvent, in unit: Range<Int>, after last: CueEvent?) -> CueEvent? {
        var event = event
        event.position = .participle
        let before = event.cue.lowerBound - 1
        if before >= unit.lowerBound,
            isBe(before, unit) || document.has(before, .adverb) && document.has(before - 1, .be)
        {
            // "is saying": a finite form.
            guard let subject = subjects.before(event.cue.lowerBound, in: unit), !subject.isShared else { return nil }
            event.position = .subjectFirst
            event.subject = subject.range
            event.start = subject.start
            return event
        }
        guard before > unit.lowerBound,
            document.sign(before, ",") || document.isQuoted(before) || document.has(before, .conjunction)
                || document.isWord(before, Word.by)
        else { return nil }
        event.start = before
        if let last, last.position != .accordingTo, last.position != .colon {
            event.subject = last.subject
        } else {
            event.subject = mainSubject(of: unit, before: before)
        }
        return event.subject == nil ? nil : event
    }

    /// A form of be; "'s" only behind a pronoun.
    private func isBe(_ index: Int, _ unit: Range<Int>) -> Bool {
        guard document.has(index, .be) else { return false }
        return !document.tokens[index].shape.contains(.clitic)
            || index > unit.lowerBound && document.has(index - 1, .subjectPronoun)
    }

    /// The subject of the first finite verb of a unit.
    private func mainSubject(of unit: Range<Int>, before end: Int) -> Range<Int>? {
        // Bounded, so that a sentence of hostile length stays linear.
        for index in unit.prefix(80) where index < end && !document.isQuoted(index) && index > unit.lowerBound {
            guard document.has(index, [.finiteVerb, .modal]) || looksPast(index) else { continue }
            if let subject = subjects.before(index, in: unit), !subject.isShared { return subject.range }
        }
        return nil
    }

    private func looksPast(_ index: Int) -> Bool {
        let token = document.tokens[index]
        return token.isWord && !token.isCapitalised && token.end - token.start > 3
            && document.text[token.end - 1] == UInt8(ascii: "d") && document.text[token.end - 2] == UInt8(ascii: "e")
    }

    private static let leads = Set(["went", "goes", "going", "continued", "wanted"].map { WordHash($0) })

    /// "went on to say".
    private func infinitive(_ event: CueEvent, in unit: Range<Int>) -> CueEvent? {
        var index = event.cue.lowerBound - 2
        if document.isWord(index, Word.on) { index -= 1 }
        guard index > unit.lowerBound, Self.leads.contains(document.tokens[index].hash),
            let subject = subjects.before(index, in: unit), !subject.isShared, !subject.isPassive
        else { return nil }
        var event = event
        event.cue = index..<event.cue.upperBound
        event.subject = subject.range
        event.start = subject.start
        return event
    }

    /// "reported by CNN", "it is noted", "as reported by CNN".
    private func passive(_ event: CueEvent, _ subject: SubjectFinder.Subject, in unit: Range<Int>) -> CueEvent? {
        var event = event
        let isIt = subject.range.count == 1 && document.isWord(subject.range.lowerBound, Word.it)
        let isThis = subject.range.count == 1 && document.isWord(subject.range.lowerBound, Word.this)
        if document.isWord(event.end, Word.by), let range = subjects.forward(from: event.end + 1, in: unit) {
            event.position = .passive
            event.subject = range
            event.end = range.upperBound
            event.isBackReference = isThis || isIt && !document.isWord(event.end, Word.that)
            return isIt || isThis ? event : nil
        }
        if isThis, document.isWord(event.end, Word.in), let range = issuer(behind: event.end, in: unit) {
            event.position = .passive
            event.subject = range
            event.end = range.upperBound
            event.isBackReference = true
            return event
        }
        guard isIt, event.verb.kind == .says || event.verb.kind == .writes, document.isWord(event.end, Word.that) else {
            return nil
        }
        event.position = .impersonal
        return event
    }

    /// "stated in an investigation by the Telegraph": who issued it.
    private func issuer(behind start: Int, in unit: Range<Int>) -> Range<Int>? {
        let end = min(start + 8, unit.upperBound)
        guard start < end,
            let by = (start..<end).first(where: { document.isWord($0, Word.by) || document.isWord($0, Word.of) })
        else { return nil }
        return subjects.forward(from: by + 1, in: unit)
    }

    private func accordingTo(_ index: Int, in unit: Range<Int>) -> CueEvent? {
        let isPer = document.isWord(index, Word.per)
        guard !isPer, document.isWord(index + 1, Word.to), index + 2 < unit.upperBound,
            let range = subjects.forward(from: index + 2, in: unit)
        else { return nil }
        let verb = CueLexicon.Verb(lemma: "according to", kind: .says, frames: [.direct, .clause, .inverted])
        return CueEvent(
            cue: index..<index + 2, verb: verb, position: .accordingTo, subject: range, start: index,
            end: range.upperBound)
    }

    /// "Pat Caddell: …" and "Quote from one of the officials: …" at the start of a unit.
    private func colon(in unit: Range<Int>) -> CueEvent? {
        var first = unit.lowerBound
        if unit.count > 4, Self.quoteNouns.contains(document.tokens[first].hash),
            document.isWord(first + 1, Word.from) || document.isWord(first + 1, Word.of)
        {
            first += 2
        }
        let isLabelled = first > unit.lowerBound
        guard first < unit.upperBound, document.tokens[first].isWord, !document.isQuoted(first),
            let range = subjects.forward(from: first, in: unit), document.sign(range.upperBound, ":"),
            range.upperBound + 1 < unit.upperBound,
            isLabelled || names.person(endingIn: range) != nil
        else { return nil }
        let verb = CueLexicon.Verb(lemma: ":", kind: .says, frames: [.direct, .clause])
        return CueEvent(
            cue: range.upperBound..<range.upperBound + 1, verb: verb, position: .colon, subject: range,
            start: unit.lowerBound, end: range.upperBound + 1)
    }

    private static let quoteNouns = Set(["quote", "quotation", "statement"].map { WordHash($0) })
}
