import Language
import Records

/// Who issued a document of which the text speaks: "the Staff published the evening summary", "the watchdog's report",
/// "an investigation by the Telegraph". A document speaks for who issued it.
struct Issuers {
    let document: Document
    let names: NameIndex
    private var byNoun: [WordHash: Range<Int>] = [:]

    private static let reach = 12

    init(document: Document, names: NameIndex) {
        self.document = document
        self.names = names
        let subjects = SubjectFinder(document: document, names: names)
        for token in document.tokens.indices where isDocument(token) && byNoun[document.tokens[token].hash] == nil {
            if document.isQuoted(token) { continue }
            if let issuer = Self.issuer(of: token, document, subjects) { byNoun[document.tokens[token].hash] = issuer }
        }
    }

    /// Who issued the document that a phrase with this noun means.
    func issuer(_ noun: Int) -> Range<Int>? { isDocument(noun) ? byNoun[document.tokens[noun].hash] : nil }

    func isDocument(_ token: Int) -> Bool {
        document.has(token, .document) || Self.nouns.contains(document.tokens[token].hash)
    }

    /// Named beside the noun, or the subject of the verb that issues it.
    private static func issuer(of noun: Int, _ document: Document, _ subjects: SubjectFinder) -> Range<Int>? {
        let sentence = document.sentence(of: noun)
        let low = max(sentence.lowerBound, noun - 4)
        if let mark = (low..<noun).last(where: { document.isWord($0, Word.possessive) }), mark > sentence.lowerBound,
            !(mark..<noun).contains(where: { document.sign($0, ",") })
        {
            return subjects.phrase(endingAt: mark - 1, in: sentence)
        }
        var next = noun + 1
        if next < sentence.upperBound, issues.contains(document.tokens[next].hash) { next += 1 }
        if document.isWord(next, Word.by), next + 1 < sentence.upperBound {
            return subjects.forward(from: next + 1, in: sentence)
        }
        let start = max(sentence.lowerBound + 1, noun - reach)
        guard start < noun,
            let verb = (start..<noun).last(where: { issues.contains(document.tokens[$0].hash) }),
            let subject = subjects.before(verb, in: sentence), !subject.isShared, !subject.isPassive
        else { return nil }
        return subject.range
    }

    private static let nouns = Set(
        [
            "summary", "investigation", "inquiry", "communique", "communiqué", "readout", "audit", "bulletin",
            "briefing",
            "manifesto", "dossier",
        ].map { WordHash($0) })
    private static let issues = Set(
        [
            "published", "publishes", "issued", "issues", "released", "releases", "presented", "presents", "produced",
            "unveiled", "compiled", "commissioned", "sent",
        ].map { WordHash($0) })
}
