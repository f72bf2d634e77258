import Language
import Records

/// Finds the words of who speaks beside a cue.
struct SubjectFinder {
    let document: Document
    let names: NameIndex

    struct Subject {
        var range: Range<Int>
        /// Where the phrase begins, appositions included.
        var start: Int
        var isPassive = false
        /// Shares the subject of the cue before it: "and added".
        var isShared = false
    }

    private static let maxWords = 16

    /// The subject left of a verb within `unit`.
    func before(_ verb: Int, in unit: Range<Int>) -> Subject? {
        var index = verb - 1
        var isPassive = false
        while index >= unit.lowerBound, !document.isQuoted(index) {
            if skips(index) {
                if document.has(index, .be) { isPassive = true }
                index -= 1
            } else if let before = time(endingAt: index, in: unit) {
                index = before
            } else {
                break
            }
        }
        guard index >= unit.lowerBound else { return nil }
        if document.isQuoted(index) { return nil }
        if document.has(index, .relative), index > unit.lowerBound { return relative(index, in: unit, isPassive) }
        if document.has(index, .conjunction) {
            return Subject(range: verb..<verb, start: index, isPassive: isPassive, isShared: true)
        }
        if document.sign(index, ",") || document.isDash(index) || document.sign(index, ")") {
            return apposition(closing: index, in: unit, isPassive)
        }
        guard let range = phrase(endingAt: index, in: unit) else { return nil }
        var subject = Subject(range: range, start: range.lowerBound, isPassive: isPassive)
        // "Sarmand's transport minister, Daud Hasseri" without a second comma.
        if document.has(range.lowerBound - 1, .be) { subject.isPassive = true }
        return subject
    }

    /// The index before a time between subject and verb: "on Tuesday", "in 2010", "this week".
    private func time(endingAt index: Int, in unit: Range<Int>) -> Int? {
        guard index > unit.lowerBound + 1, names.name(at: index) == nil else { return nil }
        let isTime = document.has(index, [.weekday, .time]) || document.tokens[index].kind == .number
        guard isTime else { return nil }
        if document.has(index - 1, .month) { return document.has(index - 2, .preposition) ? index - 3 : nil }
        let isAdjunct =
            document.isWord(index - 1, Word.in) || document.isWord(index - 1, Word.on)
            || document.has(index, .time) && document.has(index - 1, .determiner)
        return isAdjunct ? index - 2 : document.has(index, .weekday) ? index - 1 : nil
    }

    /// The subject right of a verb: "said Caddell".
    func after(_ verb: Int, in unit: Range<Int>) -> Range<Int>? {
        let first = verb + 1
        guard first < unit.upperBound, !document.isQuoted(first), document.tokens[first].isWord else { return nil }
        guard !document.has(first, [.weekday, .month, .time]) else { return nil }
        guard document.tokens[first].isCapitalised || document.has(first, [.determiner, .people, .role, .source]) else {
            return nil
        }
        guard let range = forward(from: first, in: unit) else { return nil }
        // "said the chairwoman, Ruth Okoro"
        let behind = range.upperBound + 1
        if document.sign(range.upperBound, ","), names.within(range).isEmpty, behind < unit.upperBound,
            let person = names.person(beginningIn: behind..<unit.upperBound)
        {
            return person
        }
        return range
    }

    /// A noun phrase that begins at a token.
    func forward(from first: Int, in unit: Range<Int>) -> Range<Int>? {
        var index = first
        let limit = min(unit.upperBound, first + Self.maxWords)
        while index < limit {
            if let name = names.end(at: index) {
                index = min(name, limit)
                continue
            }
            let token = document.tokens[index]
            if document.isQuoted(index) { break }
            if document.sign(index, "."), !token.shape.contains(.spaceBefore), index > first, index + 1 < limit,
                document.has(index - 1, .title) || names.end(at: index + 1) != nil
            {
                index += 1
                continue
            }
            if !token.isWord, token.kind != .number { break }
            if document.isWord(index, Word.possessive), index > first {
                index += 1
                continue
            }
            if document.has(index, [.finiteVerb, .modal, .relative, .subjectPronoun]) { break }
            if document.has(index, .subordinator), !document.has(index, .preposition) { break }
            if document.has(index, .preposition), index > first, !joins(index) { break }
            if document.has(index, .conjunction), index + 1 < limit, !isNominal(index + 1) { break }
            if document.has(index, [.weekday]), index > first { break }
            index += 1
        }
        while index > first, document.has(index - 1, [.preposition, .conjunction, .article, .adverb]) { index -= 1 }
        return index > first ? first..<index : nil
    }

    /// Prepositions inside a speaker's description: "a person familiar with his thinking".
    private func joins(_ index: Int) -> Bool {
        document.isWord(index, Word.of) || document.isWord(index, Word.for) || document.isWord(index, Word.with)
            || document.isWord(index, Word.from)
            || (document.isWord(index, Word.in) || document.isWord(index, Word.at))
                && !document.has(index + 1, [.article, .time])
            || document.isWord(index, Word.on) && !document.has(index + 1, [.weekday, .month, .time])
    }

    private func isNominal(_ index: Int) -> Bool {
        document.tokens[index].isCapitalised || document.has(index, [.determiner, .people, .role])
    }

    /// What may stand between a subject and its verb.
    private func skips(_ index: Int) -> Bool {
        if document.isWord(index, Word.possessive) { return index > 0 && document.has(index - 1, .subjectPronoun) }
        if document.has(index, [.auxiliary, .modal, .adverb]) { return !document.has(index, .relative) }
        guard document.tokens[index].isWord, !document.tokens[index].isCapitalised else { return false }
        let end = document.tokens[index].end
        return document.tokens[index].end - document.tokens[index].start > 4
            && document.text[end - 2] == UInt8(ascii: "l") && document.text[end - 1] == UInt8(ascii: "y")
            && !document.has(index, [.role, .people, .body])
    }

    /// A noun phrase that ends at a token, read leftwards.
    func phrase(endingAt last: Int, in unit: Range<Int>) -> Range<Int>? {
        guard document.tokens[last].isWord || document.tokens[last].kind == .number else { return nil }
        if document.has(last, .subjectPronoun) || isDemonstrative(last) { return last..<last + 1 }
        if document.has(last, [.preposition, .determiner, .finiteVerb, .subordinator, .month, .weekday]),
            names.start(endingAt: last) == nil, !document.has(last, .people)
        {
            return nil
        }
        var start = names.start(endingAt: last) ?? last
        let limit = max(unit.lowerBound, last - Self.maxWords)
        while start > limit {
            let before = start - 1
            if document.isQuoted(before) { break }
            if let name = names.start(endingAt: before) {
                start = max(name, limit)
                continue
            }
            guard extends(before, start, unit) else { break }
            start = before
        }
        while start < last, document.has(start, [.conjunction, .adverb, .preposition, .relative, .subordinator]),
            !document.has(start, [.people, .article])
        {
            start += 1
        }
        return start..<last + 1
    }

    private func isDemonstrative(_ index: Int) -> Bool { document.isWord(index, Word.this) }

    private func extends(_ index: Int, _ start: Int, _ unit: Range<Int>) -> Bool {
        let token = document.tokens[index]
        if document.sign(index, ".") {
            return document.tokens[index].shape.isDisjoint(with: .spaceBefore) && document.has(index - 1, .title)
        }
        if document.sign(index, "&") || document.sign(index, "%") || document.sign(index, "$") { return true }
        guard token.isWord || token.kind == .number else { return false }
        if token.shape.contains(.clitic) { return document.isWord(index, Word.possessive) }
        if document.has(index, [.finiteVerb, .modal, .relative, .subjectPronoun, .weekday, .month]) { return false }
        if document.has(index, .auxiliary) { return false }
        if document.has(index, .conjunction) {
            return !document.isWord(index, Word.but) && index > unit.lowerBound && isNominal(start)
                && isListed(index - 1)
        }
        if document.has(index, .preposition) {
            guard index > unit.lowerBound, document.tokens[index - 1].isWord else { return false }
            let before = index - 1
            return !document.has(before, [.preposition, .finiteVerb, .time, .conjunction, .adverb, .month])
                && (!document.has(before, .common) || document.has(before, [.determiner, .people]))
        }
        if document.has(index, .subordinator) { return false }
        if document.has(index, .cue), let cue = document.lexicon.cues.verb(token.hash), cue.form == .past {
            return document.has(index, [.people, .document])
        }
        if document.has(start, [.article, .possessivePronoun]), !document.has(index, [.preposition, .determiner]) {
            return false
        }
        return true
    }

    /// Whether a word can be the first of two speakers: a name, or people.
    private func isListed(_ index: Int) -> Bool {
        names.start(endingAt: index) != nil || document.has(index, [.people, .role])
            || document.tokens[index].isCapitalised
    }

    /// "the envoy, who said": what stands before the relative word.
    private func relative(_ index: Int, in unit: Range<Int>, _ isPassive: Bool) -> Subject? {
        var end = index - 1
        guard !document.isWord(index, Word.that) || document.has(end, [.people, .document]) else { return nil }
        if document.sign(end, ",") { end -= 1 }
        guard end >= unit.lowerBound, !document.isQuoted(end), let range = phrase(endingAt: end, in: unit) else {
            return nil
        }
        return Subject(range: range, start: range.lowerBound, isPassive: isPassive)
    }

    /// The token before an apposition, an age or a party in brackets left out: "Bereny, 51, the", "Jordan (R-Ohio), a".
    private func nameEnd(before opening: Int, in unit: Range<Int>) -> Int {
        let last = opening - 1
        if document.tokens[last].kind == .number, last > unit.lowerBound + 1, document.sign(last - 1, ",") {
            return last - 2
        }
        guard document.sign(last, ")") else { return last }
        let limit = max(unit.lowerBound, last - 8)
        let bracket = (limit..<last).last { document.sign($0, "(") }
        return bracket.map { max(unit.lowerBound, $0 - 1) } ?? last
    }

    /// "Joachim Steenberg, the envoy, told" and "the minister, Daud Hasseri, said".
    private func apposition(closing: Int, in unit: Range<Int>, _ isPassive: Bool) -> Subject? {
        var opening = closing - 1
        let limit = max(unit.lowerBound, closing - 40)
        let bracket = document.sign(closing, ")")
        func opens(_ index: Int) -> Bool {
            bracket ? document.sign(index, "(") : document.sign(index, ",") || document.isDash(index)
        }
        while opening > limit, !document.isQuoted(opening), !opens(opening) { opening -= 1 }
        guard opening > unit.lowerBound, opens(opening), !document.isQuoted(opening - 1),
            let outer = phrase(endingAt: nameEnd(before: opening, in: unit), in: unit)
        else { return nil }
        let inner = opening + 1..<closing
        if names.person(endingIn: outer) == nil, let person = names.person(beginningIn: inner) {
            return Subject(range: person, start: outer.lowerBound, isPassive: isPassive)
        }
        // A list of adverbs or a second clause is no apposition.
        guard
            !inner.contains(where: { document.has($0, .pronounPerson) }) || document.has(inner.lowerBound, [.relative])
        else { return nil }
        return Subject(range: outer, start: outer.lowerBound, isPassive: isPassive)
    }
}
