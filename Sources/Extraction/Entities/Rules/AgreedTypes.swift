import Language
import Records

/// Names of the same words name one kind of thing in a document, and the last words of a full name name that person.
///
/// The model decides sentence by sentence; where it contradicts itself, the document knows better.
struct AgreedTypes {
    let document: Document
    /// The last one to three words of the persons that go by several.
    private var surnames: Set<[WordHash]> = []
    /// How often the model gave a type to the same words.
    private var votes: [[WordHash]: [Entity.Kind: Int]] = [:]

    init(document: Document, names: [Name]) {
        self.document = document
        for name in names {
            let words = words(name)
            if name.type == .person, words.count > 1, document.tokens[name.range.lowerBound].isCapitalised {
                for count in 1..<min(words.count, 4) { surnames.insert(words.suffix(count)) }
            }
            if name.evidence == .model { votes[words, default: [:]][name.type, default: 0] += 1 }
        }
    }

    func settled(_ name: Name) -> Name {
        guard name.evidence == .model else { return name }
        let words = words(name)
        var name = name
        if surnames.contains(words) || isFullName(name, words) {
            name.type = .person
        } else if words.count == 1, name.type == .organisation, document.has(name.range.lowerBound, .anyFirstName) {
            name.type = .person
        } else if let votes = votes[words], votes.count > 1 {
            name.type = winner(votes)
        }
        return name
    }

    /// "Chase Garbers" where "Garbers" alone is a person.
    private func isFullName(_ name: Name, _ words: [WordHash]) -> Bool {
        guard (2...3).contains(words.count), name.type != .other, let last = words.last, let votes = votes[[last]],
            votes.allSatisfy({ $0.key == .person || $0.value < votes[.person] ?? 0 })
        else { return false }
        return name.range.allSatisfy {
            document.tokens[$0].isCapitalised
                && !document.has($0, [.organisation, .organisationSuffix, .outletName, .placeNoun, .place])
        }
    }

    /// A person who is called something else elsewhere, and whose full name is nowhere, is none.
    private func winner(_ votes: [Entity.Kind: Int]) -> Entity.Kind {
        let order: [Entity.Kind] = [.organisation, .place, .other]
        return order.max { (votes[$0] ?? 0, order[0] == $0 ? 1 : 0) < (votes[$1] ?? 0, order[0] == $1 ? 1 : 0) }
            ?? .other
    }

    private func words(_ name: Name) -> [WordHash] {
        name.range.filter { document.tokens[$0].isWord }.map { document.tokens[$0].hash }
    }
}
