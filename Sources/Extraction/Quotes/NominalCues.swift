import Language
import Records

/// Attributions by a noun: "Trump's promise to end the war", "His view, described by a friend, is that".
struct NominalCues {
    let document: Document
    let names: NameIndex

    func find(in unit: Range<Int>) -> [Attribution] {
        var found: [Attribution] = []
        for index in unit where document.has(index, .nominalCue) && !document.isQuoted(index) {
            if let last = found.last, last.extent.upperBound > index { continue }
            if let attribution = attribution(at: index, in: unit) { found.append(attribution) }
        }
        return found
    }

    private func attribution(at noun: Int, in unit: Range<Int>) -> Attribution? {
        guard let owner = owner(before: noun, in: unit) else { return nil }
        var attribution = Attribution(unit: unit)
        attribution.cue = noun..<noun + 1
        attribution.lemma = document.string(noun..<noun + 1).lowercased()
        attribution.kind = Self.kinds[document.tokens[noun].hash] ?? .says
        attribution.subject = owner
        let next = noun + 1
        if document.isWord(next, Word.that) {
            attribution.content = content(next + 1, unit)
        } else if document.isWord(next, Word.to), next + 1 < unit.upperBound, !document.tokens[next + 1].isCapitalised,
            !document.has(next + 1, .determiner)
        {
            attribution.content = content(next, unit, endsAtComma: true)
        } else if document.isWord(next, Word.on), Self.statements.contains(document.tokens[noun].hash) {
            attribution.content = content(next + 1, unit, endsAtVerb: true)
        } else if let that = isThat(behind: next, in: unit) {
            attribution.content = content(that.content, unit)
            if let describer = that.describer {
                attribution.owner = owner
                attribution.subject = describer
            }
        }
        return attribution.content.isEmpty ? nil : attribution
    }

    /// "'s" with the name before it, or a possessive pronoun.
    private func owner(before noun: Int, in unit: Range<Int>) -> Range<Int>? {
        var index = noun - 1
        while index > unit.lowerBound, noun - index < 4, document.tokens[index].isWord,
            !document.has(index, [.possessivePronoun, .preposition, .article]),
            !document.tokens[index].shape.contains(.clitic)
        {
            index -= 1
        }
        guard index >= unit.lowerBound, !document.isQuoted(index) else { return nil }
        if document.has(index, .possessivePronoun), !document.has(index, .firstPerson) { return index..<index + 1 }
        guard document.isWord(index, Word.possessive), index > unit.lowerBound else { return nil }
        return SubjectFinder(document: document, names: names).phrase(endingAt: index - 1, in: unit)
    }

    /// "is that", also behind ", described by somebody,".
    private func isThat(behind index: Int, in unit: Range<Int>) -> (content: Int, describer: Range<Int>?)? {
        var next = index
        var describer: Range<Int>?
        if document.sign(next, ",") {
            let end = min(unit.upperBound, next + 24)
            guard let second = (next + 1..<max(next + 1, end)).first(where: { document.sign($0, ",") }) else {
                return nil
            }
            if let by = (next + 1..<second).first(where: { document.isWord($0, Word.by) }), by + 1 < second {
                describer = by + 1..<second
            }
            next = second + 1
        }
        guard document.has(next, .be), document.isWord(next + 1, Word.that) else { return nil }
        return (next + 2, describer)
    }

    private func content(_ start: Int, _ unit: Range<Int>, endsAtComma: Bool = false, endsAtVerb: Bool = false)
        -> [Range<Int>]
    {
        var end = start
        let limit = min(unit.upperBound, start + 200)
        while end < limit {
            if endsAtComma || endsAtVerb, document.sign(end, ",") { break }
            if endsAtVerb, document.has(end, .finiteVerb) { break }
            end += 1
        }
        // ", CNN emphasizes." is no part of the view.
        if !endsAtComma, !endsAtVerb,
            let comma = (start..<max(start, end)).last(where: { document.sign($0, ",") && !document.isQuoted($0) }),
            end - comma < 8, (comma..<end).contains(where: { document.has($0, .cue) && !document.isQuoted($0) })
        {
            end = comma
        }
        guard end > start + 1 else { return [] }
        return [ContentFinder(document: document, names: names, unit: unit, events: []).trimmed(start..<end)]
            .compactMap { $0 }
    }

    private static let statements = Set(
        ["statement", "statements", "remarks", "comments", "comment", "view", "position"].map { WordHash($0) })

    private static let kinds: [WordHash: Cue.Kind] = {
        var kinds: [WordHash: Cue.Kind] = [:]
        for word in ["promise", "promises", "pledge", "pledges", "vow", "vows", "threat", "threats"] {
            kinds[WordHash(word)] = .promises
        }
        for word in [
            "view", "opinion", "belief", "hope", "hopes", "fear", "fears", "concern", "concerns", "plan", "decision",
            "intention",
        ] {
            kinds[WordHash(word)] = .thinks
        }
        for word in ["demand", "demands", "call", "calls"] { kinds[WordHash(word)] = .orders }
        kinds[WordHash("denial")] = .denies
        return kinds
    }()
}
