import Language
import Records

/// Across articles, names that may mean one entity and names that may mean two: for a person to judge, never merged.
///
/// Holds each distinct key with its names and some of its roles.
struct AliasCandidates {
    /// A line for the alias file, with why it is proposed.
    struct Candidate: JSONRecord, Equatable {
        var key = ""
        var type = Entity.Kind.other
        var aliases: [String] = []
        var qid: String?
        /// `spelling`: the same consonants; `surname`: the one full name that ends so, or else that has the same
        /// consonants; `homonym`: one name whose roles in different articles have no word in common.
        var reason = ""
        var evidence: [String] = []

        mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
            try visitor.field("key", &key)
            try visitor.field("type", &type)
            try visitor.field("aliases", &aliases)
            try visitor.field("qid", &qid)
            try visitor.field("reason", &reason)
            try visitor.field("evidence", &evidence)
        }
    }

    private struct Known {
        var type: Entity.Kind
        var name: String
        var articles = 0
        /// One a set of roles of an article; no two share a word.
        var roles: [(text: String, words: Set<WordHash>)] = []
    }

    private static let maxRoles = 8
    private var known: [String: Known] = [:]

    mutating func add(_ entities: [Entity]) {
        for entity in entities {
            var entry = known[entity.key] ?? Known(type: entity.type, name: entity.name)
            entry.articles += 1
            let words = Set(entity.roles.flatMap { Tokenizer.tokens(Array($0.utf8)).map(\.hash) })
            if !words.isEmpty, entry.roles.count < Self.maxRoles,
                entry.roles.allSatisfy({ $0.words.isDisjoint(with: words) })
            {
                entry.roles.append((entity.roles[0], words))
            }
            known[entity.key] = entry
        }
    }

    /// By reason and key.
    func candidates() -> [Candidate] {
        let keys = known.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        var bySkeleton: [String: [String]] = [:]
        var bySurname: [String: [String]] = [:]
        for key in keys where !key.contains("#") {
            bySkeleton[Self.skeleton(key), default: []].append(key)
            if known[key]?.type == .person, let hyphen = key.lastIndex(of: "-") {
                let surname = String(key[key.index(after: hyphen)...])
                for form in [surname, Self.skeleton(surname)] { bySurname[form, default: []].append(key) }
            }
        }
        var homonyms: [Candidate] = []
        var spellings: [Candidate] = []
        var surnames: [Candidate] = []
        for key in keys {
            guard let entry = known[key] else { continue }
            if let sign = key.firstIndex(of: "#") {
                let surname = String(key[..<sign].dropFirst(Entity.Kind.person.folder.count))
                // The same spelling before others.
                if let full = bySurname[surname] ?? bySurname[Self.skeleton(surname)], full.count == 1 {
                    surnames.append(candidate(full[0], "surname", [key], because: [key]))
                }
                continue
            }
            if entry.roles.count > 1 {
                homonyms.append(candidate(key, "homonym", [], because: entry.roles.map(\.text)))
            }
            guard let group = bySkeleton[Self.skeleton(key)], group.count > 1, group[0] == key else { continue }
            // The form that most articles have leads.
            let lead = group.max { (known[$0]?.articles ?? 0, $1) < (known[$1]?.articles ?? 0, $0) } ?? key
            spellings.append(candidate(lead, "spelling", group.filter { $0 != lead }, because: group))
        }
        return homonyms + spellings + surnames
    }

    private func candidate(
        _ key: String, _ reason: String, _ others: [String], because evidence: [String]
    ) -> Candidate {
        var candidate = Candidate()
        candidate.key = key
        candidate.type = known[key]?.type ?? .other
        candidate.aliases = others.compactMap { known[$0]?.name }
        candidate.reason = reason
        candidate.evidence = evidence
        return candidate
    }

    /// The key without vowels, h and doubled letters: one for "zelensky", "zelenskyy" and "zelenskiy", one for "gaddafi" and
    /// "gadhafi". Short words stay. Its end tells it from a word.
    private static func skeleton(_ key: String) -> String {
        var skeleton: [UInt8] = []
        for word in key.utf8.split(whereSeparator: { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") }) {
            let consonants = word.filter { !"aeiouyjh".utf8.contains($0) }
            for byte in consonants.count < 3 ? Array(word) : consonants where skeleton.last != byte {
                skeleton.append(byte)
            }
            skeleton.append(UInt8(ascii: "-"))
        }
        return String(decoding: skeleton, as: UTF8.self)
    }
}
