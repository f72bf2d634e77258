import Language
import Records

/// Finds whom "the Russian president", "the minister" or "the bank" means: the last entity with that role or kind.
struct DefiniteDescriptions {
    let document: Document
    let names: NameIndex
    let entities: [EntityLinker.Linked]
    /// Entities that have a role, by its words.
    private let byRole: [WordHash: [Int]]
    /// Organisations by their last words.
    private let byHead: [WordHash: [Int]]

    private static let synonyms: [[WordHash]] = [
        ["president", "leader", "head", "dictator", "president-elect", "autocrat"],
        ["minister", "premier", "secretary"],
        ["spokesman", "spokeswoman", "spokesperson"],
        ["candidate", "nominee"],
        ["senator", "lawmaker", "politician", "congressman", "congresswoman", "representative"],
        ["billionaire", "businessman", "mogul", "entrepreneur"],
        ["ceo", "executive", "chief", "boss"],
    ].map { $0.map { WordHash($0) } }

    init(document: Document, names: NameIndex, entities: [EntityLinker.Linked]) {
        self.document = document
        self.names = names
        self.entities = entities
        var byRole: [WordHash: [Int]] = [:]
        var byHead: [WordHash: [Int]] = [:]
        for (index, entity) in entities.enumerated() {
            if entity.type == .person {
                for word in entity.roleWords { byRole[word, default: []].append(index) }
            } else if entity.type == .organisation, let last = entity.words.last {
                byHead[last, default: []].append(index)
            }
        }
        self.byRole = byRole
        self.byHead = byHead
    }

    func resolve(_ range: Range<Int>, head: Int) -> Int? {
        let word = document.tokens[head].hash
        if document.has(head, [.role, .stanceSpeaker]) {
            let words = Self.synonyms.first { $0.contains(word) } ?? [word]
            var candidates: [Int] = []
            for word in words { candidates += byRole[word] ?? [] }
            let countries = countries(in: range)
            if !countries.isEmpty {
                candidates = candidates.filter { !entities[$0].roleCountries.isDisjoint(with: countries) }
            } else if let exact = byRole[word], !exact.isEmpty {
                candidates = exact
            }
            return latest(candidates, before: range.lowerBound)
        }
        return latest(byHead[word] ?? [], before: range.lowerBound)
    }

    private func countries(in range: Range<Int>) -> Set<Int> {
        Set(
            range.compactMap {
                document.lexicon.places.match(document.tokens, at: $0, before: range.upperBound)?.country
            })
    }

    /// The candidate who was named last, at most some paragraphs before.
    private func latest(_ candidates: [Int], before token: Int) -> Int? {
        guard !candidates.isEmpty else { return nil }
        let wanted = Set(candidates)
        if wanted.count == 1, let only = wanted.first, names.firstToken(of: only) < token { return only }
        let start = max(0, token - 600)
        guard start < token else { return nil }
        return names.within(start..<token).last { wanted.contains(names.owners[$0]) }.map { names.owners[$0] }
    }
}
