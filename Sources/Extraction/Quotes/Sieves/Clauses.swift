import Language
import Records

/// What sieves ask about sentences, phrases and cues.
struct Clauses {
    let document: Document
    let names: NameIndex

    var subjects: SubjectFinder { SubjectFinder(document: document, names: names) }

    /// Sentences joined where a quotation runs on, in the order of the text.
    func units() -> [(paragraph: Document.Paragraph, unit: Range<Int>)] {
        document.paragraphs.flatMap { paragraph in
            Units.ranges(in: document, paragraph).map { (paragraph, $0) }
        }
    }

    func trimmed(_ range: Range<Int>) -> Range<Int>? {
        ContentFinder(document: document, names: names, unit: range, events: []).trimmed(range)
    }

    func verb(_ token: Int) -> (verb: CueLexicon.Verb, form: CueLexicon.Form)? {
        guard document.has(token, .cue) else { return nil }
        return document.lexicon.cues.verb(document.tokens[token].hash)
    }

    /// The first word of a cue that the lexicon knows.
    func verb(of attribution: Attribution) -> (token: Int, verb: CueLexicon.Verb, form: CueLexicon.Form)? {
        for token in attribution.cue ?? 0..<0 {
            if let (verb, form) = verb(token) { return (token, verb, form) }
        }
        return nil
    }

    /// Whether two tokens stand in the same quotation, or both in none.
    func isLevel(_ one: Int, _ other: Int) -> Bool { document.covering[one] == document.covering[other] }

    /// The first token of a verb with its auxiliaries and adverbs: "had since denied".
    func start(ofVerb cue: Int, from lower: Int) -> Int {
        var start = cue
        while start > lower, document.has(start - 1, [.auxiliary, .modal, .adverb]) || isAdverb(start - 1) {
            start -= 1
        }
        // "four times replied"
        if start > lower + 2, document.isWord(start - 1, Self.times), document.has(start - 2, .determiner) {
            start -= 2
        }
        return start
    }

    private static let times = WordHash("times")

    /// Whether each token lies within a content of these.
    func covered(by attributions: [Attribution]) -> [Bool] {
        var mask = [Bool](repeating: false, count: document.tokens.count)
        for attribution in attributions where attribution.content.count < 64 {
            for piece in attribution.content where piece.count < 2_000 { for token in piece { mask[token] = true } }
        }
        return mask
    }

    /// "brazenly": ends in "-ly" and begins with a small letter.
    func isAdverb(_ index: Int) -> Bool {
        let token = document.tokens[index]
        guard token.isWord, !token.isCapitalised, token.end - token.start > 4 else { return false }
        return document.text[token.end - 2] == UInt8(ascii: "l") && document.text[token.end - 1] == UInt8(ascii: "y")
            && !document.has(index, [.role, .people, .body])
    }

    func isAnd(_ index: Int) -> Bool { document.isWord(index, Word.and) || document.isWord(index, Word.but) }

    /// The content that begins at a token and reaches to the end of a unit, or to ", the paper notes." there.
    func content(from start: Int, in unit: Range<Int>) -> [Range<Int>] {
        guard start < unit.upperBound else { return [] }
        return [trimmed(start..<(closing(of: unit, from: start) ?? unit.upperBound))].compactMap { $0 }
    }

    /// The comma before who says what a unit tells: ", CNN emphasizes."
    private func closing(of unit: Range<Int>, from start: Int) -> Int? {
        var last = unit.upperBound - 1
        while last > start, !document.tokens[last].isWord { last -= 1 }
        guard last > start + 3, !document.isQuoted(last), let (verb, form) = verb(last), verb.kind != .asks,
            form == .past || form == .present
        else { return nil }
        let comma = (max(start, last - Self.longestCloser)..<last).last { !document.tokens[$0].isWord }
        guard let comma, comma > start, comma + 1 < last, document.sign(comma, ",") || document.isQuoted(comma) else {
            return nil
        }
        return document.isQuoted(comma) ? comma + 1 : comma
    }

    private static let longestCloser = 6

    func attribution(_ unit: Range<Int>, cue: Range<Int>, _ content: [Range<Int>]) -> Attribution {
        var attribution = Attribution(unit: unit)
        attribution.cue = cue
        attribution.content = content
        if let found = verb(of: attribution) {
            attribution.lemma = found.verb.lemma
            attribution.kind = found.verb.kind
        } else {
            attribution.lemma = document.string(cue).lowercased()
        }
        attribution.isFormal = true
        return attribution
    }
}
