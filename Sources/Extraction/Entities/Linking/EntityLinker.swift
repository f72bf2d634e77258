import Digest
import Language
import Records

/// Joins the names of a document into entities. A short name joins a long one only where that is unique.
struct EntityLinker {
    struct Linked {
        var entity: Entity
        var type: Entity.Kind
        var gender: Name.Gender?
        var country: Int?
        /// Hashes of the words of its roles.
        var roleWords: Set<WordHash> = []
        /// Countries of its roles: "Russian President".
        var roleCountries: Set<Int> = []
        var words: [WordHash]
        /// The tokens of its first mention.
        var first: Range<Int>
    }

    let document: Document
    let aliases: AliasTable
    private(set) var entities: [Linked] = []
    /// By the words that identify a name.
    private var whole: [[WordHash]: Int] = [:]
    private var shorts = ShortNames()

    init(document: Document, aliases: AliasTable = AliasTable()) {
        self.document = document
        self.aliases = aliases
    }

    /// The entities in the order of first mention, and for each name the index of its entity.
    mutating func link(_ names: [Name]) -> [Int] {
        let names = agree(names)
        var owners = [Int](repeating: -1, count: names.count)
        var links = [Link](repeating: Link(rule: ""), count: names.count)
        let outlets = ShortOutlets(document: document, names: names)
        // Long names first, so that short ones find them; then as they stand.
        let order = names.indices.sorted {
            (names[$1].range.count, $0) < (names[$0].range.count, $1)
        }
        for index in order {
            let name = names[index]
            let words = words(name)
            let alias = aliases.entry(name.canonical ?? document.string(name), name.type)
            let identity = alias.map { [WordHash($0.key)] } ?? words
            if let outlet = outlets.long(name).flatMap({ whole[$0] }) {
                owners[index] = outlet
                links[index] = Link(rule: "short_name", evidence: entities[outlet].entity.name)
                OutletEvidence.turn(&entities[outlet])
                continue
            }
            if let known = whole[identity] {
                owners[index] = known
                links[index] = link(name, alias, to: entities[known].entity.name)
            } else if alias == nil, let (entity, rule) = longer(than: name, words) {
                owners[index] = entity
                links[index] = Link(rule: rule, evidence: entities[entity].entity.name)
            } else {
                owners[index] = entities.count
                links[index] = link(name, alias, to: nil)
                add(name, words)
                if let alias { entities[owners[index]].entity.key = alias.key }
                shorts.remember(words, initials: initials(of: owners[index]), owners[index], name.type)
            }
            whole[identity] = owners[index]
            absorb(name, owners[index])
        }
        return number(names, &owners, links)
    }

    /// Why a mention belongs to its entity.
    private struct Link {
        var rule: String
        var evidence: String?
    }

    /// `known` is the name of the entity that stands there already.
    private func link(_ name: Name, _ alias: AliasTable.Entry?, to known: String?) -> Link {
        if let alias { return Link(rule: "alias", evidence: alias.qid ?? alias.key) }
        if let source = name.source { return Link(rule: name.evidence.rule, evidence: source) }
        return known.map { Link(rule: "same_name", evidence: $0) } ?? Link(rule: name.evidence.rule)
    }

    /// The strongest evidence for a form decides its type wherever it stands.
    private func agree(_ names: [Name]) -> [Name] {
        var best: [[WordHash]: Name] = [:]
        for name in names {
            let words = name.range.map { document.tokens[$0].hash }
            if let known = best[words], known.evidence >= name.evidence { continue }
            best[words] = name
        }
        return names.map { name in
            var name = name
            if let strongest = best[name.range.map { document.tokens[$0].hash }] {
                name.type = strongest.type
                name.evidence = strongest.evidence
                name.canonical = strongest.canonical
                name.country = strongest.country
                name.source = strongest.source
            }
            return name
        }
    }

    /// The words that identify a name: those of the table's name where one is known.
    private func words(_ name: Name) -> [WordHash] {
        if let canonical = name.canonical {
            return Tokenizer.tokens(Array(canonical.utf8)).map(\.hash)
        }
        return name.range.filter { document.tokens[$0].isWord }.map { document.tokens[$0].hash }
    }

    private mutating func add(_ name: Name, _ words: [WordHash]) {
        var entity = Entity()
        entity.type = name.type
        entity.name = name.canonical ?? document.string(name)
        entities.append(
            Linked(
                entity: entity, type: name.type, gender: name.gender, country: name.country, words: words,
                first: name.range))
    }

    /// The first letters of the capitalised words of an entity's name.
    private func initials(of entity: Int) -> String {
        let letters = entities[entity].first.filter { document.tokens[$0].isCapitalised }
            .map { document.text[document.tokens[$0].start] }.filter { $0 < 0x80 }
        return String(decoding: letters, as: UTF8.self)
    }

    /// The one entity that a shorter name can stand for.
    private func longer(than name: Name, _ words: [WordHash]) -> (Int, String)? {
        guard name.evidence < .table || name.type == .outlet, words.count < 4, let found = shorts[words] else {
            return nil
        }
        var candidates = found.filter { fits(name, entities[$0]) }
        if candidates.count > 1, let gender = name.gender {
            candidates = candidates.filter { entities[$0].gender == gender }
        }
        guard candidates.count == 1, let entity = candidates.first else { return nil }
        let full = entities[entity].words
        let isAcronym = words.count == 1 && document.tokens[name.range.lowerBound].shape.contains(.allUpper)
        if full.suffix(words.count) == words[...] {
            return (entity, entities[entity].type == .person ? "surname" : "short_name")
        }
        if isAcronym, entities[entity].type != .person { return (entity, "acronym") }
        if words.count == 1, full.first == words[0] {
            return (entity, entities[entity].type == .person ? "given_name" : "short_name")
        }
        return words.count > 1 ? (entity, "first_and_last") : nil
    }

    private func fits(_ name: Name, _ entity: Linked) -> Bool {
        if let one = name.gender, let other = entity.gender, one != other { return false }
        switch entity.type {
        case .person: return name.type == .person || name.evidence <= .cue
        case .organisation, .outlet:
            return name.type == entity.type || name.type != .person && name.evidence <= .acronym
                || name.evidence <= .cue
        case .place, .other: return false
        }
    }

    private mutating func absorb(_ name: Name, _ entity: Int) {
        if entities[entity].gender == nil { entities[entity].gender = name.gender }
        for role in name.roles {
            let text = document.string(trimmed(role))
            if !text.isEmpty, !entities[entity].entity.roles.contains(text), entities[entity].entity.roles.count < 16 {
                entities[entity].entity.roles.append(text)
            }
            for index in role where document.tokens[index].isWord {
                entities[entity].roleWords.insert(document.tokens[index].hash)
                let match = document.lexicon.places.match(document.tokens, at: index, before: role.upperBound)
                if let country = match?.country { entities[entity].roleCountries.insert(country) }
            }
        }
    }

    /// A role without the comma or full stop at its end, but with that of "Mr.".
    private func trimmed(_ role: Range<Int>) -> Range<Int> {
        var end = role.upperBound
        while end > role.lowerBound, !document.tokens[end - 1].isWord, !document.has(end - 2, .title) { end -= 1 }
        return role.lowerBound..<end
    }

    /// News introduces a person by the full name: one bare word that speaks is a firm.
    private func settle(_ linked: inout Linked) {
        guard linked.type == .person, linked.words.count == 1, linked.gender == nil, linked.entity.roles.isEmpty,
            linked.entity.mentions.allSatisfy({ $0.rule == Name.Evidence.cue.rule || $0.rule == "same_name" })
        else { return }
        linked.type = .organisation
        linked.entity.type = .organisation
        for index in linked.entity.mentions.indices {
            linked.entity.mentions[index].label = Entity.Kind.organisation.rawValue
        }
    }

    /// The names with the types of their entities.
    func typed(_ names: [Name], _ owners: [Int]) -> [Name] {
        zip(names, owners).map { name, owner in
            var name = name
            name.type = entities[owner].type
            return name
        }
    }

    /// Orders the entities by first mention and gives ids, keys and mentions.
    private mutating func number(_ names: [Name], _ owner: inout [Int], _ links: [Link]) -> [Int] {
        var place = [Int](repeating: -1, count: entities.count)
        var ordered: [Linked] = []
        for index in names.indices {
            if place[owner[index]] < 0 {
                place[owner[index]] = ordered.count
                ordered.append(entities[owner[index]])
            }
            owner[index] = place[owner[index]]
            let bytes = document.bytes(names[index])
            let label = names[index].label ?? ordered[owner[index]].type.rawValue
            ordered[owner[index]].entity.mentions.append(
                Mention(
                    start: bytes.lowerBound, end: bytes.upperBound, label: label, rule: links[index].rule,
                    evidence: links[index].evidence))
        }
        for (index, name) in names.enumerated() where OutletEvidence.shows(name, document) {
            OutletEvidence.turn(
                &ordered[owner[index]], isSure: OutletEvidence.isCalledOne(name.range, document))
        }
        for index in ordered.indices {
            settle(&ordered[index])
            ordered[index].entity.id = "e\(index + 1)"
            if ordered[index].entity.key.isEmpty { ordered[index].entity.key = key(of: ordered[index]) }
        }
        entities = ordered
        return owner
    }

    /// Type and folded name. A bare surname names nobody beyond its article, so the article's version goes with it.
    private func key(of linked: Linked) -> String {
        let key = linked.type.folder + Folding.key(linked.entity.name)
        guard linked.type == .person, linked.words.count == 1 else { return key }
        return key + "#v" + SHA256.hex(document.text).prefix(12)
    }
}
