import Language
import Records

/// Outlets that no table knows, by how the text speaks of them: "the Velmar Telegraph writes", "told Radio Sente", "the
/// website Coastal Observer".
enum OutletEvidence {
    /// Whether a mention shows an outlet.
    static func shows(_ name: Name, _ document: Document) -> Bool {
        let range = name.range
        guard name.type != .outlet, !document.has(range.lowerBound, .anyFirstName) else { return false }
        let before = range.lowerBound - 1
        if document.has(before, .outletNoun), kinds.contains(document.tokens[before].hash) { return true }
        let last = range.upperBound - 1
        guard range.count > 1, document.has(last, .outletName) || leads.contains(document.tokens[range.lowerBound].hash)
        else { return false }
        if document.has(range.upperBound, .cue) || hasReporter(behind: range.upperBound, document) { return true }
        let lead = document.has(before, .article) ? before - 1 : before
        guard lead >= 0 else { return false }
        return document.has(lead, .cue) || document.isWord(lead, Word.by) || document.isWord(lead, Word.citing)
            || document.isWord(lead, Word.with) || document.isWord(lead, Word.to) || document.isWord(lead, Word.as)
    }

    /// "the Northern Ledger, whose correspondent", "the Herald's sources".
    private static func hasReporter(behind end: Int, _ document: Document) -> Bool {
        let isPossessive = document.isWord(end, Word.possessive)
        let owner = isPossessive ? end : document.sign(end, ",") ? end + 1 : end
        guard isPossessive || document.isWord(owner, whose) else { return false }
        return owner + 1 < document.tokens.count && reporters.contains(document.tokens[owner + 1].hash)
    }

    private static let whose = WordHash("whose")
    private static let reporters = Set(
        [
            "correspondent", "correspondents", "reporter", "reporters", "journalist", "journalists", "interlocutor",
            "interlocutors",
        ].map { WordHash($0) })

    static func turn(_ linked: inout EntityLinker.Linked) {
        guard linked.type != .outlet, linked.type != .person || linked.gender == nil && linked.roleWords.isEmpty else {
            return
        }
        linked.type = .outlet
        linked.entity.type = .outlet
    }

    private static let kinds = Set(
        [
            "newspaper", "magazine", "website", "broadcaster", "tabloid", "daily", "weekly", "channel", "outlet",
            "portal",
        ]
        .map { WordHash($0) })
    private static let leads = Set(["radio", "tv", "television"].map { WordHash($0) })
}
