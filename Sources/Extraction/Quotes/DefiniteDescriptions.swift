import Language
import Records

/// Finds whom "the Russian president", "the minister" or "the bank" means: the last entity with that role or kind.
struct DefiniteDescriptions {
    let document: Document
    let names: NameIndex
    let entities: [EntityLinker.Linked]
    private let roles: RoleIndex

    private static let synonyms: [[WordHash]] = [
        ["president", "leader", "head", "dictator", "president-elect", "autocrat", "governor", "mayor", "chancellor"],
        ["minister", "premier", "secretary"],
        ["spokesman", "spokeswoman", "spokesperson"],
        ["candidate", "nominee"],
        ["senator", "lawmaker", "politician", "congressman", "congresswoman", "representative"],
        ["billionaire", "businessman", "mogul", "entrepreneur"],
        ["ceo", "executive", "chief", "boss"],
        ["doctor", "physician", "surgeon", "dentist"],
        ["director", "head", "chief"],
        ["captain", "commander", "colonel", "major", "general", "officer"],
        ["expert", "analyst", "scientist", "researcher", "professor", "economist", "scholar"],
        ["lawyer", "attorney", "counsel", "solicitor", "barrister"],
        ["chairman", "chairwoman", "chair", "chairperson", "president"],
    ].map { $0.map { WordHash($0) } }

    private static let bodies: [[WordHash]] = [
        ["watchdog", "regulator", "auditors", "inspectorate", "office", "commission", "authority", "audit"],
        ["ministry", "department"], ["court", "tribunal"], ["theatre", "theater", "house", "opera"],
        ["union", "association", "federation"], ["university", "institute", "college", "school"],
        ["charity", "foundation", "trust", "society"], ["command", "staff"], ["team", "club"], ["council", "board"],
    ].map { $0.map { WordHash($0) } }

    private static let groups = Set(
        ["group", "organisation", "organization", "institution", "club", "team", "charity", "union"].map {
            WordHash($0)
        })
    private static let firms = Set(["company", "firm", "business", "retailer", "manufacturer"].map { WordHash($0) })

    init(document: Document, names: NameIndex, entities: [EntityLinker.Linked]) {
        self.document = document
        self.names = names
        self.entities = entities
        roles = RoleIndex(document: document, names: names, entities: entities)
    }

    /// - Parameter center: Who spoke last, if near: of several who fit, that one.
    func resolve(_ range: Range<Int>, head: Int, center: Int? = nil) -> Int? {
        let word = document.tokens[head].hash
        // "The dictator's secretary" is picked out by another.
        if range.contains(where: { document.isWord($0, Word.possessive) }) { return nil }
        if document.has(head, [.role, .people, .stanceSpeaker]) || roles.persons[word] != nil,
            let person = person(word, in: range, center)
        {
            return person
        }
        if document.has(head, .role) { return nil }
        if let exact = latest(roles.bodies[word] ?? [], before: range.lowerBound) { return exact }
        let like = Self.bodies.filter { $0.contains(word) }.joined()
        if let body = latest(like.flatMap { roles.bodies[$0] ?? [] }, before: range.lowerBound) { return body }
        return Self.firms.contains(word) ? firm(before: range.lowerBound) : nil
    }

    private func person(_ word: WordHash, in range: Range<Int>, _ center: Int?) -> Int? {
        let exact = roles.persons[word] ?? []
        let countries = countries(in: range)
        guard countries.isEmpty else {
            let like = [word] + Self.synonyms.filter { $0.contains(word) }.joined()
            let candidates = like.flatMap { roles.persons[$0] ?? [] }
            return latest(
                candidates.filter { !entities[$0].roleCountries.isDisjoint(with: countries) }, before: range.lowerBound)
        }
        if let center, exact.contains(center), document.uses(.descriptions) { return center }
        if let known = latest(exact, before: range.lowerBound) { return known }
        let like = Self.synonyms.filter { $0.contains(word) }.joined().flatMap { roles.persons[$0] ?? [] }
        if let known = latest(like, before: range.lowerBound) { return known }
        // Named only later, but the one who has this office.
        return Set(exact).count == 1 ? exact.first : nil
    }

    /// The organisation named last that is a business, as far as its name tells.
    private func firm(before token: Int) -> Int? {
        let start = max(0, token - 600)
        guard start < token else { return nil }
        let found = names.within(start..<token).last {
            let owner = entities[names.owners[$0]]
            return owner.type == .organisation && !owner.words.contains { document.lexicon[$0].contains(.body) }
        }
        return found.map { names.owners[$0] }
    }

    /// Whether a bare description, "the doctor", "the Portuguese", "the company", goes on with the last speaker.
    func continues(_ range: Range<Int>, head: Int, _ last: SpeakerResolver.Resolved) -> Bool {
        guard (2...3).contains(range.count), document.isWord(range.lowerBound, Word.the), head == range.upperBound - 1
        else { return false }
        if let wording = last.wording, last.entity == nil {
            return wording.contains { document.tokens[$0].hash == document.tokens[head].hash }
        }
        guard !isPlural(head), let entity = last.entity else { return false }
        if entities[entity].type == .organisation {
            let word = document.tokens[head].hash
            return Self.firms.contains(word)
                || Self.groups.contains(word)
                    && !entities[entity].words.contains {
                        document.lexicon[$0].contains(.organisation) || document.lexicon[$0].contains(.body)
                    }
        }
        guard entities[entity].type == .person, !roles.isDescribed(entity) else {
            return false
        }
        return document.has(head, [.people, .demonym, .role]) && !document.has(head, [.source, .body])
            && (roles.persons[document.tokens[head].hash] ?? []).isEmpty && !isIntroduced(head)
    }

    /// Whether "a doctor" stands before "the doctor".
    private func isIntroduced(_ head: Int) -> Bool {
        let word = document.tokens[head].hash
        // Bounded, so that a long article stays linear.
        return (max(1, head - 600)..<max(1, head)).contains {
            document.tokens[$0].hash == word && !document.isWord($0 - 1, Word.the)
        }
    }

    private func isPlural(_ head: Int) -> Bool {
        document.text[document.tokens[head].end - 1] == UInt8(ascii: "s")
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
