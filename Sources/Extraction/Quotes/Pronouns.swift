import Language
import Records

/// Finds whom "he", "she" and "they" mean.
struct Pronouns {
    let document: Document
    let names: NameIndex
    let entities: [EntityLinker.Linked]
    private let genders: Genders

    private static let reach = 4
    /// How far an unnamed speaker's words may stand before the pronoun.
    private static let unnamedReach = 60

    init(document: Document, names: NameIndex, entities: [EntityLinker.Linked]) {
        self.document = document
        self.names = names
        self.entities = entities
        genders = Genders(document: document, names: names, entities: entities)
    }

    func resolve(
        _ token: Int, last: SpeakerResolver.Resolved?, group: SpeakerResolver.Resolved?
    ) -> SpeakerResolver.Resolved? {
        if Self.plural.contains(document.tokens[token].hash) {
            return group ?? thing(before: token, group: nil)
        }
        if document.isWord(token, Word.its) { return thing(before: token, group: group) }
        let gender: Name.Gender = Self.male.contains(document.tokens[token].hash) ? .male : .female
        func fits(_ entity: Int) -> Bool { genders.fits(entity, gender) }
        // "A deputy recalled finding a bit in Stroud's shed, though he conceded": the one who speaks.
        if let last, last.entity == nil, last.kind == .anonymous, let range = last.range, isSingular(range),
            range.upperBound <= token,
            token - range.upperBound < Self.unnamedReach, isSubject(range),
            !hasSubject(range.upperBound..<token, fits)
        {
            return last
        }
        if let entity = nearest(before: token, last: last, fits) {
            return SpeakerResolver.Resolved(range: nil, entity: entity, kind: .person, how: .pronoun, outlet: nil)
        }
        // Somebody without a name: "a baker … she said".
        if let last, last.entity == nil, last.kind == .anonymous { return last }
        return nil
    }

    private static let plural = Set(["they", "their", "them"].map { WordHash($0) })
    private static let male = Set(["he", "his", "him"].map { WordHash($0) })

    /// Whether a phrase begins its sentence.
    private func isSubject(_ range: Range<Int>) -> Bool {
        let sentence = document.sentence(of: range.lowerBound)
        let before = range.lowerBound - sentence.lowerBound
        return before < 3 || before < 8 && document.sign(range.lowerBound - 1, ",")
    }

    /// "a deputy", not "two people".
    private func isSingular(_ range: Range<Int>) -> Bool {
        document.isWord(range.lowerBound, Self.a) || document.isWord(range.lowerBound, Self.an)
            || document.isWord(range.lowerBound, Self.one)
            || document.isWord(range.lowerBound, Self.another)
    }

    private static let a = WordHash("a")
    private static let an = WordHash("an")
    private static let one = WordHash("one")
    private static let another = WordHash("another")

    /// Whether a fitting person begins a sentence or a clause between.
    private func hasSubject(_ range: Range<Int>, _ fits: (Int) -> Bool) -> Bool {
        names.within(range).contains {
            let name = names.names[$0].range
            return fits(names.owners[$0]) && !document.isQuoted(name.lowerBound)
                && !document.has(name.lowerBound - 1, .preposition)
                && !document.isWord(name.upperBound, Word.possessive)
        }
    }

    /// What stands before "who" and "which": "the envoy, who".
    func relative(_ token: Int) -> Range<Int>? {
        guard let sentence = document.sentenceIndex(of: token) else { return nil }
        let unit = document.sentences[sentence]
        var end = token - 1
        if document.sign(end, ",") { end -= 1 }
        guard unit.contains(end) else { return nil }
        return SubjectFinder(document: document, names: names).phrase(endingAt: end, in: unit)
    }

    /// An organisation for "it" and "they": the first of this sentence or of those before, nearest first, else the group
    /// that spoke last.
    func thing(before token: Int, group: SpeakerResolver.Resolved?) -> SpeakerResolver.Resolved? {
        guard let sentence = document.sentenceIndex(of: token) else { return group }
        for back in 0..<2 where sentence - back >= 0 {
            let range = document.sentences[sentence - back]
            let end = back == 0 ? token : range.upperBound
            let found = names.within(range.lowerBound..<end).first {
                let type = entities[names.owners[$0]].type
                return type == .organisation || type == .outlet
            }
            guard let found else { continue }
            let kind: Speaker.Kind = entities[names.owners[found]].type == .outlet ? .outlet : .organisation
            return SpeakerResolver.Resolved(
                range: nil, entity: names.owners[found], kind: kind, how: .pronoun, outlet: nil)
        }
        return group
    }

    /// The first fitting person of the sentence itself, then of the sentences before, nearest first; the speaker
    /// before comes ahead of those who are only spoken of.
    private func nearest(
        before token: Int, last: SpeakerResolver.Resolved?, _ fits: (Int) -> Bool
    ) -> Int? {
        guard let sentence = document.sentenceIndex(of: token) else { return nil }
        for back in 0..<Self.reach where sentence - back >= 0 {
            let range = document.sentences[sentence - back]
            let end = back == 0 ? token : range.upperBound
            let persons = names.within(range.lowerBound..<end).filter {
                !document.isQuoted(names.names[$0].range.lowerBound) && fits(names.owners[$0])
            }
            if let entity = last?.entity, fits(entity),
                persons.isEmpty || persons.contains(where: { names.owners[$0] == entity })
            {
                if back > 0 || !persons.isEmpty { return entity }
            } else if let first = persons.first {
                return names.owners[first]
            }
        }
        if let entity = last?.entity, fits(entity) { return entity }
        let start = max(0, token - 400)
        return names.within(start..<token).last { fits(names.owners[$0]) }.map { names.owners[$0] }
    }
}
