import Language
import Records

/// Which entities the words around their names describe: "the envoy Joachim Steenberg", "Onik Asat, a priest", "its chief,
/// Krum Dobrev".
struct RoleIndex {
    private(set) var persons: [WordHash: [Int]] = [:]
    /// Bodies by the nouns of their names: "Ministry of Defence", "Velmar Puppet House".
    private(set) var bodies: [WordHash: [Int]] = [:]

    private var described: Set<Int> = []

    private static let reach = 8

    init(document: Document, names: NameIndex, entities: [EntityLinker.Linked]) {
        for (index, entity) in entities.enumerated() {
            if entity.type == .person {
                for word in entity.roleWords { persons[word, default: []].append(index) }
                if !entity.roleWords.isEmpty { described.insert(index) }
            } else if entity.type == .organisation {
                for word in Self.nouns(of: entity, document) { bodies[word, default: []].append(index) }
            }
        }
        for (index, name) in names.names.enumerated() where name.type == .person {
            let owner = names.owners[index]
            for token in Self.neighbours(name.range, document, names)
            where document.has(token, [.role, .people]) || Self.isNoun(token, beside: name.range, document) {
                let word = document.tokens[token].hash
                described.insert(owner)
                if persons[word]?.last != owner { persons[word, default: []].append(owner) }
            }
        }
    }

    /// "dentist Paskal Rimm", "the pianist Rook": a plain word right before the name.
    private static func isNoun(_ token: Int, beside name: Range<Int>, _ document: Document) -> Bool {
        token == name.lowerBound - 1 && document.tokens[token].isWord && !document.tokens[token].isCapitalised
            && !document.has(token, .common)
    }

    /// Whether the text tells what a person is.
    func isDescribed(_ entity: Int) -> Bool { described.contains(entity) }

    /// The last word of a name, and the last before its first preposition.
    private static func nouns(of entity: EntityLinker.Linked, _ document: Document) -> Set<WordHash> {
        var nouns: Set<WordHash> = []
        if let last = entity.words.last { nouns.insert(last) }
        for index in entity.first.dropFirst() where document.has(index, .preposition) {
            nouns.insert(document.tokens[index - 1].hash)
            break
        }
        return nouns
    }

    /// The words of a title or an apposition beside a name.
    private static func neighbours(_ range: Range<Int>, _ document: Document, _ names: NameIndex) -> [Int] {
        var found: [Int] = []
        var before = range.lowerBound - 1
        let limit = before - reach
        let isApposition = document.sign(before, ",")
        if isApposition { before -= 1 }
        while before > limit, before >= 0, document.tokens[before].isWord,
            isApposition || names.name(at: before) == nil,
            !document.has(before, [.finiteVerb, .cue, .conjunction, .subordinator, .subjectPronoun])
        {
            found.append(before)
            let isFirst = document.has(before, [.determiner, .possessivePronoun])
            if isFirst, !document.has(before - 1, .preposition) { break }
            before -= 1
        }
        var after = range.upperBound
        guard document.sign(after, ","), document.has(after + 1, [.article, .determiner]) else { return found }
        after += 2
        let end = min(after + reach, document.tokens.count)
        while after < end, document.tokens[after].isWord, !document.has(after, [.preposition, .relative, .finiteVerb]) {
            found.append(after)
            after += 1
        }
        return found
    }
}
