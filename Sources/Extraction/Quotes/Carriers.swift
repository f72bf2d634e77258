import Language
import Records

/// Outlets between a speaker and the article: to whom it was told, whom an outlet cites.
struct Carriers {
    let document: Document
    let names: NameIndex

    /// Longest way from a cue to whom it is told.
    private static let reach = 14
    private static let maxCited = 4

    /// The words for outlets beside a cue: "told CNN", "said in an interview with the newspaper".
    func told(_ attribution: Attribution) -> [Range<Int>] {
        guard let cue = attribution.cue else { return [] }
        // "As Reuters learned from three officials"
        if document.isWord(cue.lowerBound, Self.learned) || document.isWord(cue.lowerBound, Self.learnt),
            let name = names.start(endingAt: cue.lowerBound - 1), let found = outlet(at: name)
        {
            return [found]
        }
        var start = cue.upperBound
        if let subject = attribution.subject, subject.lowerBound >= start, subject.lowerBound < start + 3 {
            start = subject.upperBound
        }
        let content = attribution.content.first { $0.upperBound > start }?.lowerBound ?? Int.max
        let end = min(content, start + Self.reach, attribution.unit.upperBound)
        if start < end, let found = told(in: start..<end, behind: cue.upperBound) { return [found] }
        let around = attribution.unit.clamped(to: cue.lowerBound - 2 * Self.reach..<cue.upperBound + 2 * Self.reach)
        for talk in around.reversed() where isTalk(talk) && !attribution.content.contains(where: { $0.contains(talk) })
        {
            if let found = place(of: talk, in: around) { return [found] }
        }
        return []
    }

    /// "in an interview", "on the air", "in an essay", for which an outlet gives the place.
    private func isTalk(_ index: Int) -> Bool {
        Self.talks.contains(document.tokens[index].hash) && !document.isQuoted(index)
    }

    /// The outlet in which a talk took place or a text appeared.
    private func place(of talk: Int, in unit: Range<Int>) -> Range<Int>? {
        told(in: talk + 1..<min(talk + 7, unit.upperBound), behind: -1)
    }

    private func told(in range: Range<Int>, behind cue: Int) -> Range<Int>? {
        for index in range {
            if document.isQuoted(index) || document.sign(index, ",") { return nil }
            guard let found = outlet(at: index) else { continue }
            var lead = found.lowerBound - 1
            if document.has(lead, .outletNoun), found.lowerBound > 1 { lead -= 1 }
            if lead > 0, document.has(lead, .determiner) || document.has(lead, .article) { lead -= 1 }
            if lead == cue - 1 || Self.leads.contains(document.tokens[max(0, lead)].hash) { return found }
            // "was quoted by Radio Sente as saying"
            if document.isWord(lead, Word.by), lead > 0, Self.passes.contains(document.tokens[lead - 1].hash) {
                return found
            }
            // "on the air of Radio Sente", "an essay in the journal"
            if lead > 0, document.isWord(lead, Word.of) || document.isWord(lead, Self.in), isTalk(lead - 1) {
                return found
            }
        }
        return nil
    }

    /// An outlet's name, or "the newspaper", at a token.
    private func outlet(at index: Int) -> Range<Int>? {
        if let name = names.name(at: index) {
            let known = names.names[name]
            return known.type == .outlet && known.range.lowerBound == index ? known.range : nil
        }
        let isDefinite = index > 0 && (document.isWord(index - 1, Word.the) || document.isWord(index - 1, Self.same))
        guard isDefinite, OutletWords.isOne(index, document), !document.isWord(index + 1, Word.possessive) else {
            return nil
        }
        // "the newspaper Le Phare"
        if let name = names.name(at: index + 1), names.names[name].type == .outlet { return names.names[name].range }
        return index - 1..<index + 1
    }

    /// Where people tell outlets that they speak with: "gave an interview to the Northern Ledger".
    func interviews() -> [(person: Int, outlet: Int, token: Int)] {
        var found: [(person: Int, outlet: Int, token: Int)] = []
        for sentence in document.sentences {
            guard let talk = sentence.first(where: isTalk),
                let range = place(of: talk, in: sentence),
                let name = names.name(at: range.lowerBound), names.names[name].range == range,
                let person = names.within(sentence.lowerBound..<talk).last(where: { names.names[$0].type == .person })
                    ?? names.within(sentence).first(where: { names.names[$0].type == .person })
            else { continue }
            found.append((names.owners[person], names.owners[name], talk))
        }
        return found
    }

    /// Whom an outlet's report goes back to, one behind the other: "citing the Telegraph, which in turn cited a memo",
    /// "which refers to the agency, and the latter to sources".
    func cited(in unit: Range<Int>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var index = unit.lowerBound
        while index < unit.upperBound, found.count < Self.maxCited {
            defer { index += 1 }
            guard !document.isQuoted(index), let start = citation(at: index, in: unit), start < unit.upperBound,
                !document.isQuoted(start), document.tokens[start].isWord || document.tokens[start].kind == .number,
                let phrase = SubjectFinder(document: document, names: names).forward(from: start, in: unit)
            else { continue }
            found.append(phrase)
            index = phrase.upperBound - 1
        }
        return found
    }

    /// The token behind "citing", "with reference to", "and the latter to".
    private func citation(at index: Int, in unit: Range<Int>) -> Int? {
        let word = document.tokens[index].hash
        if Self.cites.contains(word) {
            return document.isWord(index + 1, Word.by) || document.isWord(index + 1, Word.as) ? nil : index + 1
        }
        if Self.refers.contains(word) { return document.isWord(index + 1, Word.to) ? index + 2 : nil }
        guard document.isWord(index, Self.latter) else { return nil }
        return (index + 1..<min(index + 5, unit.upperBound)).first { document.isWord($0, Word.to) }.map { $0 + 1 }
    }

    private static let learned = WordHash("learned")
    private static let learnt = WordHash("learnt")
    private static let passes = Set(["quoted", "cited", "carried", "interviewed"].map { WordHash($0) })
    private static let same = WordHash("same")
    private static let `in` = WordHash("in")
    private static let latter = WordHash("latter")
    private static let talks = Set(
        [
            "interview", "conversation", "comment", "commentary", "talk", "speaking", "air", "broadcast", "studio",
            "pages", "columns", "essay", "column", "article",
        ].map { WordHash($0) })
    private static let leads = Set(["to", "with", "for", "via"].map { WordHash($0) })
    private static let cites = Set(["citing", "cites", "cited", "quoting", "quotes", "quoted"].map { WordHash($0) })
    private static let refers = Set(["refers", "referring", "referred", "reference"].map { WordHash($0) })
}

/// Nouns that mean one outlet.
enum OutletWords {
    static func isOne(_ index: Int, _ document: Document) -> Bool {
        document.tokens.indices.contains(index)
            && (document.has(index, .outletNoun) && !several.contains(document.tokens[index].hash)
                || document.isWord(index, station))
    }

    private static let station = WordHash("station")
    private static let several = Set(["journalists", "reporters", "media"].map { WordHash($0) })
}
