import Language
import Records

extension NameClassifier {
    /// Sets the type by the best evidence that the words and their neighbours give.
    func type(_ name: inout Name) {
        let range = name.range
        let last = range.upperBound - 1
        name.gender = gender(name)
        func set(_ type: Entity.Kind, _ evidence: Name.Evidence) {
            name.type = type
            name.evidence = evidence
        }
        let isOrganisation = range.contains { document.has($0, .organisation) && !document.has($0, .anyFirstName) }
        if document.has(last, .organisationSuffix), range.count > 1 { return set(.organisation, .headNoun) }
        if document.has(last, .eventNoun), range.count > 1, !document.has(last, .anyFirstName) {
            return set(.other, .headNoun)
        }
        if isAgency(range) { return set(.outlet, .headNoun) }
        if document.has(last, .outletName), range.count > 1, !document.has(range.lowerBound, .anyFirstName) {
            return set(reports(range) ? .outlet : .organisation, .headNoun)
        }
        if !name.roles.isEmpty, !isOrganisation { return set(.person, .role) }
        let isGiven = document.has(range.lowerBound, .anyFirstName) && (2...5).contains(range.count)
        if isGiven, !isOrganisation { return set(.person, .firstName) }
        if isOrganisation, range.count > 1 { return set(.organisation, .headNoun) }
        if range.count > 1, document.has(last, .placeNoun) || document.has(range.lowerBound, .placeNoun) {
            return set(.place, .headNoun)
        }
        if range.count == 1, document.tokens[last].shape.contains(.allUpper), range.isShort(document) {
            return set(document.tokens[last].shape.contains(.hasDigit) ? .other : .organisation, .acronym)
        }
        if range.contains(where: { document.tokens[$0].shape.contains(.hasDigit) }) { return set(.other, .shape) }
        if range.contains(where: { document.sign($0, "&") }) { return set(.organisation, .headNoun) }
        if document.has(range.lowerBound, .knownSurname), range.count == 1 { return set(.person, .firstName) }
        if range.count <= 3, speaks(range) { return set(.person, .cue) }
        if range.count == 1, isPeople(last) { return set(.other, .shape) }
        if range.count == 1, document.has(last, .anyFirstName) { return set(.person, .shape) }
        if let before = before(range), range.count <= 3 {
            if Self.placePrepositions.contains(document.tokens[before].hash) { return set(.place, .preposition) }
            if document.has(before, .article) { return set(.organisation, .shape) }
        }
        if (2...3).contains(range.count) { return set(.person, .shape) }
        set(.organisation, .unknown)
    }

    private static let placePrepositions = Set(["in", "at", "near", "outside", "from"].map { WordHash($0) })
    private static let agency = WordHash("agency")
    private static let agencyKinds = Set(["news", "press", "information"].map { WordHash($0) })

    /// "Meridian Press Agency".
    private func isAgency(_ range: Range<Int>) -> Bool {
        range.count > 2 && document.isWord(range.upperBound - 1, Self.agency)
            && Self.agencyKinds.contains(document.tokens[range.upperBound - 2].hash)
    }

    /// Whether the neighbours show an outlet: an article with a capital before it, a cue behind it, "citing", "told".
    private func reports(_ range: Range<Int>) -> Bool {
        let before = range.lowerBound - 1
        if before >= 0, document.has(before, .article), document.tokens[before].isCapitalised {
            return true
        }
        if document.has(range.upperBound, .cue) { return true }
        let lead = document.has(before, .article) ? before - 1 : before
        guard lead >= 0 else { return false }
        return document.has(lead, .cue) || document.isWord(lead, Word.by) || document.isWord(lead, Word.citing)
            || document.isWord(lead, Word.to) && document.isWord(lead - 1, Word.according)
    }

    /// The token before a name in the same paragraph.
    private func before(_ range: Range<Int>) -> Int? {
        let before = range.lowerBound - 1
        return before >= 0 && document.paragraphOf[before] == document.paragraphOf[range.lowerBound] ? before : nil
    }

    /// Whether a cue stands beside the name: "Drozhin said", "said Drozhin".
    private func speaks(_ range: Range<Int>) -> Bool {
        var next = range.upperBound
        while document.has(next, [.adverb, .auxiliary]), next < range.upperBound + 3 { next += 1 }
        if document.has(next, .cue), let cue = document.lexicon.cues.verb(document.tokens[next].hash) {
            return cue.form == .past || cue.form == .present
        }
        guard let before = before(range), document.has(before, .cue) else { return false }
        return document.lexicon.cues.verb(document.tokens[before].hash)?.verb.frames.contains(.inverted) == true
            && (document.sign(before - 1, ",") || before > 0 && document.isQuoted(before - 1))
    }

    func gender(_ name: Name) -> Name.Gender? {
        for index in name.roles.joined() {
            if document.has(index, [.femaleTitle, .femaleRole]) { return .female }
            if document.has(index, .maleRole) || document.isWord(index, Self.mister) { return .male }
        }
        let first = name.range.lowerBound
        guard name.range.count > 1 else { return nil }
        let (male, female) = (document.has(first, .maleName), document.has(first, .femaleName))
        return male == female ? nil : male ? .male : .female
    }

    private static let mister = WordHash("mr")
}

extension Range<Int> {
    /// At most six letters, as acronyms have.
    fileprivate func isShort(_ document: Document) -> Bool {
        let token = document.tokens[lowerBound]
        return token.end - token.start <= 6
    }
}
