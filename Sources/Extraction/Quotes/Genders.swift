import Language
import Records

/// Which pronoun can mean a person, by names and titles, and where these tell nothing by the pronouns that follow a
/// sentence about nobody else.
struct Genders {
    /// For each entity; null where nothing tells.
    private var known: [Name.Gender?]
    private var isPerson: [Bool]

    private static let lead = 14

    init(document: Document, names: NameIndex, entities: [EntityLinker.Linked]) {
        known = entities.map(\.gender)
        isPerson = entities.map { $0.type == .person }
        guard document.uses(.genders) else { return }
        var votes = [(male: Int, female: Int)](repeating: (0, 0), count: entities.count)
        let mayBePerson = entities.map { Self.mayBePerson($0, document) }
        for (index, sentence) in document.sentences.enumerated() {
            let found = names.within(sentence).filter { !document.isQuoted(names.names[$0].range.lowerBound) }
            let persons = Set(found.map { names.owners[$0] }.filter { entities[$0].type == .person || mayBePerson[$0] })
            guard persons.count == 1, let person = persons.first,
                let name = found.first(where: { names.owners[$0] == person })
            else { continue }
            let mention = names.names[name].range
            guard mention.lowerBound - sentence.lowerBound <= Self.lead,
                entities[person].type == .person || Self.speaks(mention.upperBound, document)
            else { continue }
            // The next sentence's first word goes on with who this one was about.
            let next = index + 1 < document.sentences.count ? document.sentences[index + 1].prefix(1) : 0..<0
            for token in Array(mention.upperBound..<sentence.upperBound) + Array(next) where !document.isQuoted(token) {
                let word = document.tokens[token].hash
                if Self.male.contains(word) { votes[person].male += 1 }
                if Self.female.contains(word) { votes[person].female += 1 }
            }
        }
        for entity in entities.indices where known[entity] == nil {
            let (male, female) = votes[entity]
            guard male != female else { continue }
            known[entity] = male > female ? .male : .female
            isPerson[entity] = true
        }
    }

    func fits(_ entity: Int, _ gender: Name.Gender) -> Bool {
        isPerson[entity] && (known[entity] ?? gender) == gender
    }

    /// Two or three capitalised words that a model took for something else.
    private static func mayBePerson(_ entity: EntityLinker.Linked, _ document: Document) -> Bool {
        guard entity.type == .organisation || entity.type == .other, (2...3).contains(entity.first.count) else {
            return false
        }
        return entity.first.allSatisfy {
            document.tokens[$0].isCapitalised && !document.tokens[$0].shape.contains(.allUpper)
                && !document.has(
                    $0, [.organisation, .organisationSuffix, .outletName, .placeNoun, .place, .eventNoun, .body])
        } && !document.has(entity.first.lowerBound - 1, .article)
    }

    private static func speaks(_ token: Int, _ document: Document) -> Bool {
        document.has(token, .cue)
    }

    private static let male = Set(["he", "his", "him", "himself"].map { WordHash($0) })
    private static let female = Set(["she", "her", "hers", "herself"].map { WordHash($0) })
}
