import Language
import Records

/// Finds what a cue attributes: the pieces of content left and right of it.
struct ContentFinder {
    let document: Document
    let names: NameIndex
    let unit: Range<Int>
    let events: [CueEvent]

    /// The content of the event at `place`; empty where the cue attributes nothing here.
    func content(_ place: Int) -> [Range<Int>] {
        let event = events[place]
        // A cue that ends its sentence takes all of it.
        let lowest = max(unit.lowerBound, event.start - Self.maxReach)
        let floor = place > 0 && event.end + 10 < unit.upperBound ? max(lowest, events[place - 1].end) : lowest
        switch event.position {
        case .accordingTo: return accordingTo(event, place, lowest)
        case .colon: return [trimmed(event.end..<unit.upperBound)].compactMap { $0 }
        case .passive where event.isBackReference: return []
        case .impersonal, .passive, .participle: return right(event, place).map { [$0] } ?? []
        case .inverted, .subjectFirst: return around(event, place, floor)
        }
    }

    private func around(_ event: CueEvent, _ place: Int, _ floor: Int) -> [Range<Int>] {
        let left = left(event, floor)
        let isDirect = left.map { document.isQuoted($0.upperBound - 1) } ?? false
        if event.position == .inverted {
            guard let left else { return [] }
            return [left] + following(from: event.end, place)
        }
        if let left, isDirect, !document.isWord(event.end, Word.that) {
            if document.isQuoted(event.start - 1) || document.sign(event.start - 1, ",") {
                return [left] + following(from: afterAddressee(event), place)
            }
        }
        if let right = right(event, place) { return [right] }
        guard let left, event.verb.frames.contains(.inverted), event.verb.kind != .asks else { return [] }
        let more = following(from: afterAddressee(event), place)
        return left.count > 2 || !more.isEmpty ? [left] + more : []
    }

    /// "…, he said, …": more content behind a comma.
    private func following(from index: Int, _ place: Int) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        let isSubjectFirst = events[place].position == .subjectFirst
        guard document.sign(index, ",") || document.sign(index, ":"), index + 1 < limit(place) else { return pieces }
        let next = index + 1
        if document.isQuoted(next) {
            var token = next
            while token < unit.upperBound, document.isQuoted(token) {
                let quotation = document.quotations[Int(document.covering[token])]
                pieces.append(quotation.range.clamped(to: unit))
                token = quotation.range.upperBound
            }
        } else if let resumed = resumed(behind: next, place) {
            pieces.append(resumed)
        } else if isSubjectFirst, !document.has(next, [.relative, .cue]),
            !document.has(next, .preposition) || document.has(next, .subordinator),
            let piece = trimmed(next..<limit(place)),
            piece.count > 2
        {
            pieces.append(piece)
        }
        return pieces
    }

    /// "said Hendry, who has run the boat, "and …": the quotation behind an apposition.
    private func resumed(behind index: Int, _ place: Int) -> Range<Int>? {
        let end = min(
            unit.upperBound, index + 30, place + 1 < events.count ? events[place + 1].cue.lowerBound : unit.upperBound)
        guard index < end, let quoted = (index..<end).first(where: { document.isQuoted($0) }),
            document.sign(quoted - 1, ",")
        else { return nil }
        return document.quotations[Int(document.covering[quoted])].range.clamped(to: unit)
    }

    /// The clause or quotation before "…, he said".
    private func left(_ event: CueEvent, _ floor: Int) -> Range<Int>? {
        let before = event.start - 1
        guard before >= floor else { return nil }
        let end: Int
        if document.sign(before, ",") || document.isDash(before) {
            end = before
        } else if document.isQuoted(before) {
            end = before + 1
        } else {
            return nil
        }
        return trimmed(floor..<end)
    }

    private func accordingTo(_ event: CueEvent, _ place: Int, _ floor: Int) -> [Range<Int>] {
        let before = document.sign(event.start - 1, ",") ? event.start - 1 : event.start
        if let left = trimmed(floor..<max(floor, before)), left.count > 2 {
            return [left] + following(from: event.end, place)
        }
        let start = document.sign(event.end, ",") ? event.end + 1 : event.end
        return [trimmed(start..<max(start, limit(place)))].compactMap { $0 }
    }

    /// What stands right of the cue.
    private func right(_ event: CueEvent, _ place: Int) -> Range<Int>? {
        let limit = limit(place)
        guard let start = rightStart(event, before: limit), start < limit else { return nil }
        if document.isQuoted(start) {
            let quotation = document.quotations[Int(document.covering[start])]
            let end = quotation.range.upperBound
            // A quotation that the sentence goes on from is part of a clause: said "X" was Y.
            if end >= limit || document.sign(start - 1, ",") || document.sign(start - 1, ":") {
                return joined(quotation.range, limit)
            }
        }
        return trimmed(start..<limit)
    }

    /// Quotations that follow one another are one utterance.
    private func joined(_ range: Range<Int>, _ limit: Int) -> Range<Int> {
        var end = range.upperBound
        while end < limit, document.isQuoted(end) {
            end = document.quotations[Int(document.covering[end])].range.upperBound
        }
        return range.lowerBound..<max(range.upperBound, min(end, unit.upperBound))
    }

    /// Where content begins behind the cue, its addressee and adverbs; null where none does.
    private func rightStart(_ event: CueEvent, before limit: Int) -> Int? {
        let frames = event.verb.frames
        var index = event.end
        let first = index
        let addressee = afterAddressee(event)
        var sawFinite = false
        if let start = prepositional(event, before: limit) { return start }
        while index < limit, index < first + 24 {
            if document.isQuoted(index) {
                if index == first || document.sign(index - 1, ",") { return index }
                break
            }
            if document.isWord(index, Word.that), !sawFinite {
                guard frames.contains(.that) || frames.contains(.clause) else { break }
                return index + 1
            }
            if document.sign(index, ":") { return index + 1 }
            if document.sign(index, ",") {
                if document.isQuoted(index + 1), index + 1 < limit { return index + 1 }
                if index == first { return skipAside(index, first, limit) }
                break
            }
            if frames.contains(.infinitive), document.isWord(index, Word.to), !document.has(index + 1, [.determiner]),
                !(index + 1 < limit && document.tokens[index + 1].isCapitalised)
            {
                return index
            }
            if document.isWord(index, Word.to), !document.has(index + 1, .determiner) { sawFinite = true }
            if frames.contains(.question), Self.questionWords.contains(document.tokens[index].hash),
                index == first || index == addressee
            {
                return index
            }
            if document.has(index, [.finiteVerb, .modal]) { sawFinite = true }
            index += 1
        }
        if frames.contains(.asFrame), (first..<max(first, limit)).contains(where: { document.isWord($0, Word.as) }) {
            return first
        }
        if frames.contains(.clause), let start = clauseStart(event, before: limit) { return start }
        return frames.contains(.noun) && limit - first > 1 && !document.has(first, [.preposition, .subordinator])
            ? first : nil
    }

    private static let questionWords = Set(
        ["if", "whether", "how", "why", "what", "where", "who", "when"].map { WordHash($0) })

    /// "called for a pause", "called on them to stop", "accused him of lying".
    private func prepositional(_ event: CueEvent, before limit: Int) -> Int? {
        let next = event.end
        switch event.verb.lemma {
        case "call" where document.isWord(next, Word.for): return next + 1
        case "call" where document.isWord(next, Word.on):
            return (next..<max(next, min(limit, next + 12))).first { document.isWord($0, Word.to) }
        case "accuse": return (next..<max(next, min(limit, next + 14))).first { document.isWord($0, Word.of) }
        default: return nil
        }
    }

    /// "said, however, that".
    private func skipAside(_ comma: Int, _ first: Int, _ limit: Int) -> Int? {
        guard comma == first, let second = (comma + 1..<min(limit, comma + 5)).first(where: { document.sign($0, ",") })
        else { return nil }
        return document.isWord(second + 1, Word.that) ? second + 2 : nil
    }

    /// Where a clause without "that" begins, behind times, places and the person told.
    private func clauseStart(_ event: CueEvent, before limit: Int) -> Int? {
        var index = afterAddressee(event)
        while index < limit, let next = adjunct(at: index, before: limit) { index = next }
        guard index + 1 < limit else { return nil }
        if document.sign(index, ",") || document.isWord(index, Word.of) || document.isWord(index, Word.that) {
            return nil
        }
        let hasVerb = (index..<limit).contains {
            document.has($0, [.finiteVerb, .modal, .auxiliary]) || document.isQuoted($0) || looksVerbal($0)
        }
        return hasVerb ? index : nil
    }

    private func looksVerbal(_ index: Int) -> Bool {
        let token = document.tokens[index]
        guard token.isWord, token.end - token.start > 3 else { return false }
        return document.text[token.end - 1] == UInt8(ascii: "d") || document.text[token.end - 1] == UInt8(ascii: "s")
    }

    /// The index behind a time or a place: "on Monday", "in a statement", "Thursday".
    private func adjunct(at index: Int, before limit: Int) -> Int? {
        if document.has(index, [.weekday, .month])
            || document.has(index, .adverb) && !document.has(index, .subordinator)
        {
            return index + 1
        }
        if document.has(index, .time), !document.has(index, .determiner) { return index + 1 }
        guard document.has(index, .preposition),
            !document.isWord(index, Word.to) || document.has(index + 1, .determiner)
        else {
            let isNumber = index < limit && document.tokens[index].kind == .number
            return isNumber && document.has(index - 1, .month) ? index + 1 : nil
        }
        var next = index + 1
        var closes = false
        while next < limit, next < index + 14 {
            if document.isQuoted(next) || document.sign(next, ",") || document.isWord(next, Word.that) { return next }
            if document.has(next, .subjectPronoun) { return next }
            if closes, document.has(next, [.article, .possessivePronoun, .determiner]) || names.end(at: next) != nil {
                return next
            }
            if document.has(next, .preposition) { closes = false }
            if document.has(next, [.time, .weekday, .month, .document]) || document.tokens[next].kind == .number {
                closes = true
            }
            if let end = names.end(at: next) {
                next = end
                closes = true
                continue
            }
            next += 1
        }
        return next
    }

    /// The index behind the person told.
    private func afterAddressee(_ event: CueEvent) -> Int {
        var index = event.end
        guard event.verb.frames.contains(.addressee), index < unit.upperBound else { return index }
        if !document.tokens[index].isWord || document.isQuoted(index) { return index }
        let begin = index
        while index < unit.upperBound, index < begin + 12, document.tokens[index].isWord, !document.isQuoted(index) {
            if let end = names.end(at: index) {
                index = end
                continue
            }
            if document.has(index, [.preposition, .weekday, .subordinator, .relative, .finiteVerb, .modal]) { break }
            if index > begin, document.has(index, [.article, .subjectPronoun, .possessivePronoun, .determiner]) {
                break
            }
            index += 1
        }
        return index
    }

    /// The end of what this cue can reach: the next cue's clause, or the unit's end.
    private func limit(_ place: Int) -> Int {
        for next in events.dropFirst(place + 1).prefix(Self.maxLookahead) {
            switch next.position {
            case .participle: return next.start
            case .subjectFirst where document.sign(next.start - 1, ";"): return next.start - 1
            case .accordingTo where document.sign(next.start - 1, ","): return next.start - 1
            case .subjectFirst where next.subject == events[place].subject: return comma(before: next.start)
            case .subjectFirst where document.sign(next.start - 1, ",") && next.end >= unit.upperBound - 2:
                return next.start - 1
            default: continue
            }
        }
        return min(unit.upperBound, events[place].end + Self.maxReach)
    }

    /// Bounds that keep a unit of hostile length linear.
    private static let maxLookahead = 8
    private static let maxReach = 800

    private func comma(before index: Int) -> Int {
        document.sign(index - 1, ",") ? index - 1 : index
    }

    /// Without the marks and joining words at the edges; null where nothing is left.
    func trimmed(_ range: Range<Int>) -> Range<Int>? {
        guard range.lowerBound < range.upperBound else { return nil }
        var start = range.lowerBound
        var end = range.upperBound
        while end > start, !document.isQuoted(end - 1), document.tokens[end - 1].kind == .punctuation,
            !document.sign(end - 1, ")")
        { end -= 1 }
        while start < end, !document.isQuoted(start),
            document.tokens[start].kind == .punctuation
                || document.tokens[start].kind == .symbol
                    && document.tokens[start].end - document.tokens[start].start == 3
        { start += 1 }
        while start < end, document.isWord(end - 1, Word.and) || document.isWord(end - 1, Word.but) { end -= 1 }
        return start < end && (start..<end).contains { document.tokens[$0].isWord } ? start..<end : nil
    }
}
