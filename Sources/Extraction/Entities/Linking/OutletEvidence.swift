import Language
import Records

/// Outlets that no table knows, by how the text speaks of them: "the Velmar Telegraph writes", "told Radio Sente", "the
/// website Coastal Observer".
enum OutletEvidence {
    /// Whether a mention shows an outlet.
    static func shows(_ name: Name, _ document: Document) -> Bool {
        let range = name.range
        guard name.type != .outlet else { return false }
        if isCalledOne(range, document) { return true }
        guard !document.has(range.lowerBound, .anyFirstName) else { return false }
        let before = range.lowerBound - 1
        if isReporting(range, document) { return true }
        guard isNamedLikeOne(range, document) else { return false }
        if leads.contains(document.tokens[range.lowerBound].hash) || isChannel(range, document) { return true }
        if document.has(range.upperBound, .cue) || hasReporter(behind: range.upperBound, document) { return true }
        let lead = document.has(before, .article) ? before - 1 : before
        guard lead >= 0 else { return false }
        return document.has(lead, .cue) || ways.contains(document.tokens[lead].hash)
    }

    /// "the Guardian", "Velmar Telegraph", "Radio Sente".
    private static func isNamedLikeOne(_ range: Range<Int>, _ document: Document) -> Bool {
        if document.has(range.upperBound - 1, .outletName) {
            return range.count > 1 || document.has(range.lowerBound - 1, .article)
        }
        return range.count > 1
            && (leads.contains(document.tokens[range.lowerBound].hash)
                || numbered.contains(document.tokens[range.lowerBound].hash))
    }

    /// "Channel Nine"
    private static func isChannel(_ range: Range<Int>, _ document: Document) -> Bool {
        let last = range.upperBound - 1
        return numbered.contains(document.tokens[range.lowerBound].hash)
            && (document.tokens[last].kind == .number || figures.contains(document.tokens[last].hash))
    }

    private static let figures = Set(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"].map { WordHash($0) })

    /// What only outlets do, whatever they are called: "X, citing", "X writes with reference to", "is reported by X, citing",
    /// "on the air of X".
    private static func isReporting(_ range: Range<Int>, _ document: Document) -> Bool {
        var end = range.upperBound
        if document.sign(end, ",") { end += 1 }
        let isSubject = document.has(end, .cue) || document.isWord(end, Word.citing)
        let clause = end..<min(end + 4, document.tokens.count)
        let cites = clause.contains {
            document.isWord($0, Word.citing) || document.isWord($0, reference) && document.isWord($0 - 1, Word.with)
        }
        if isSubject, cites { return true }
        let before = document.has(range.lowerBound - 1, .article) ? range.lowerBound - 2 : range.lowerBound - 1
        guard before > 0 else { return false }
        if document.isWord(before, Word.by), reports.contains(document.tokens[before - 1].hash) {
            return cites || isBackReference(before - 1, document)
        }
        return document.isWord(before, Word.of) && pages.contains(document.tokens[before - 1].hash)
    }

    /// "This is reported by", "This was told by".
    private static func isBackReference(_ verb: Int, _ document: Document) -> Bool {
        (max(0, verb - 3)..<verb).contains { document.isWord($0, Word.this) }
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

    /// "the weekly Star Parade"
    static func isCalledOne(_ range: Range<Int>, _ document: Document) -> Bool {
        document.has(range.lowerBound - 1, .outletNoun) && kinds.contains(document.tokens[range.lowerBound - 1].hash)
    }

    /// - Parameter isSure: whether the text calls it an outlet.
    static func turn(_ linked: inout EntityLinker.Linked, isSure: Bool = false) {
        guard linked.type != .outlet,
            isSure || linked.type != .person || linked.gender == nil && linked.roleWords.isEmpty
        else {
            return
        }
        linked.type = .outlet
        linked.entity.type = .outlet
    }

    private static let kinds = Set(
        [
            "newspaper", "magazine", "website", "broadcaster", "tabloid", "daily", "weekly", "channel", "outlet",
            "portal", "publication", "paper", "journal", "station", "gazette", "monthly",
        ]
        .map { WordHash($0) })
    private static let leads = Set(["radio", "tv", "television"].map { WordHash($0) })
    private static let numbered = Set(["channel", "kanal", "canal", "telewizja"].map { WordHash($0) })
    private static let ways = Set(["by", "citing", "with", "to", "as"].map { WordHash($0) })
    private static let reference = WordHash("reference")
    private static let reports = Set(["reported", "written", "announced", "published"].map { WordHash($0) })
    private static let pages = Set(["air", "studio", "pages", "columns", "correspondent"].map { WordHash($0) })
}
