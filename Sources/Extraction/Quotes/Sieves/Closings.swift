import Language
import Records

/// "…, the publication emphasizes." at the end of a paragraph of several sentences: all of it is the outlet's.
struct Closings {
    let clauses: Clauses
    private var document: Document { clauses.document }

    private static let longestSubject = 6

    init(clauses: Clauses) { self.clauses = clauses }

    func find() -> [Attribution] {
        document.paragraphs.compactMap { paragraph in
            guard paragraph.sentences.count > 1, paragraph.kind == .body else { return nil }
            return attribution(closing: paragraph.tokens)
        }
    }

    private func attribution(closing range: Range<Int>) -> Attribution? {
        var cue = range.upperBound - 1
        if !document.tokens[cue].isWord { cue -= 1 }
        guard cue > range.lowerBound + Self.longestSubject, !document.isQuoted(cue),
            let (verb, form) = clauses.verb(cue),
            verb.kind == .says || verb.kind == .writes, form == .past || form == .present,
            let comma = (cue - Self.longestSubject..<cue).last(where: { !document.tokens[$0].isWord }),
            comma + 1 < cue, document.sign(comma, ",") || document.isQuoted(comma)
        else { return nil }
        let subject = comma + 1..<cue
        guard isOutlet(subject, before: range.lowerBound), let content = clauses.trimmed(range.lowerBound..<comma + 1)
        else { return nil }
        var attribution = clauses.attribution(range, cue: cue..<cue + 1, [content])
        attribution.subject = subject
        attribution.isClosing = true
        return attribution
    }

    /// An outlet that was cited before, by name or as "the newspaper".
    private func isOutlet(_ subject: Range<Int>, before token: Int) -> Bool {
        if let name = clauses.names.within(subject).last(where: { clauses.names.names[$0].type == .outlet }) {
            return clauses.names.firstToken(of: clauses.names.owners[name]) < token
        }
        return document.isWord(subject.lowerBound, Word.the) && OutletWords.isOne(subject.upperBound - 1, document)
    }
}
