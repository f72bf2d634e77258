import Language
import Records

/// "before asking her, “Where do we go?”", "“A,” she said, pointing at the map, “b.”": quotations beside a cue, whatever
/// the models make of their surroundings.
struct CuedQuotations {
    let clauses: Clauses
    private var document: Document { clauses.document }

    init(clauses: Clauses) { self.clauses = clauses }

    func complete(_ attributions: inout [Attribution]) {
        var owners: [Int: Int] = [:]
        for (index, attribution) in attributions.enumerated() {
            for token in attribution.cue?.prefix(8) ?? 0..<0 { owners[token] = index }
        }
        let covered = clauses.covered(by: attributions)
        var found: [Attribution] = []
        for quotation in document.quotations where quotation.parent == nil && quotation.isClosed {
            guard isSpeech(quotation),
                let cue = cue(before: quotation.range.lowerBound) ?? cue(behind: quotation, covered)
            else { continue }
            if let owner = owners[cue] {
                cut(&attributions[owner], to: quotation.range)
            } else if !quotation.range.contains(where: { covered[$0] }), let new = attribution(cue, quotation.range) {
                found.append(new)
            }
        }
        attributions += found
        for index in attributions.indices { resume(&attributions[index], covered) }
    }

    /// Two words or more, the first with a capital letter, and no title.
    private func isSpeech(_ quotation: Quotation) -> Bool {
        let words = quotation.inner.filter { document.tokens[$0].isWord }
        guard let first = words.first, words.count > 1, document.tokens[first].isCapitalised else { return false }
        return words.dropFirst().contains { !document.tokens[$0].isCapitalised && !document.has($0, .common) }
            || !document.tokens[quotation.inner.upperBound - 1].isWord
    }

    /// A verb of saying right before a mark, with at most an object and a comma or colon between.
    private func cue(before mark: Int) -> Int? {
        var index = mark - 1
        let sentence = document.sentence(of: mark)
        guard index >= sentence.lowerBound else { return nil }
        if document.sign(index, ",") || document.sign(index, ":") { index -= 1 }
        if Self.objects.contains(document.tokens[max(0, index)].hash) { index -= 1 }
        guard sentence.contains(index), !document.isQuoted(index), let (verb, form) = clauses.verb(index),
            form != .base, verb.frames.contains(.direct)
        else { return nil }
        return index
    }

    /// “Europe must be able to defend itself,” President Hollande of France said Friday: a verb of saying in the sentence that
    /// a whole quotation opens.
    private func cue(behind quotation: Quotation, _ covered: [Bool]) -> Int? {
        let end = quotation.range.upperBound
        let sentence = document.sentence(of: end - 1)
        guard quotation.range.lowerBound <= sentence.lowerBound, document.sign(end - 2, ",") || document.sign(end, ","),
            !covered[quotation.range.lowerBound]
        else { return nil }
        let rest = end..<max(end, min(sentence.upperBound, end + Self.clause))
        return rest.first { index in
            guard !document.isQuoted(index), let (verb, form) = clauses.verb(index) else { return false }
            return (form == .past || form == .present) && verb.frames.contains(.direct)
        }
    }

    private static let clause = 16

    /// “What curfew?” and kept going.
    private func cut(_ attribution: inout Attribution, to quotation: Range<Int>) {
        guard attribution.content.count == 1, let piece = attribution.content.first,
            piece.lowerBound == quotation.lowerBound, piece.upperBound > quotation.upperBound,
            !document.isQuoted(piece.upperBound - 1)
        else { return }
        attribution.content = [quotation]
    }

    private func attribution(_ cue: Int, _ quotation: Range<Int>) -> Attribution? {
        let sentence = document.sentence(of: cue)
        let verb = clauses.start(ofVerb: cue, from: sentence.lowerBound)
        guard verb > sentence.lowerBound else { return nil }
        var attribution = clauses.attribution(sentence, cue: cue..<cue + 1, [quotation])
        let subject = clauses.subjects.before(verb, in: sentence)
        if let subject, !subject.isShared, !subject.isPassive { attribution.subject = subject.range }
        if attribution.subject == nil {
            attribution.subject = clauses.subjects.forward(from: sentence.lowerBound, in: sentence)
        }
        return attribution
    }

    /// “Every time you say that,” he said, referring to the excuse, “you give ammunition.”: the sentence goes on.
    private func resume(_ attribution: inout Attribution, _ covered: [Bool]) {
        guard let cue = attribution.cue, attribution.how == .named, let last = attribution.content.last,
            last.upperBound <= cue.lowerBound, document.isQuoted(last.upperBound - 1),
            document.sign(last.upperBound - 2, ",") || document.sign(last.upperBound - 1, ",")
        else { return }
        let sentence = document.sentence(of: cue.lowerBound)
        let rest = cue.upperBound..<max(cue.upperBound, min(sentence.upperBound, cue.upperBound + Self.reach))
        guard let mark = rest.first(where: { document.isQuoted($0) }), !covered[mark],
            document.sign(mark - 1, ",") || document.has(mark - 1, .conjunction)
        else { return }
        let quotation = document.quotations[Int(document.covering[mark])]
        guard quotation.range.lowerBound == mark, quotation.range.count > 4,
            let first = quotation.inner.first(where: { document.tokens[$0].isWord }),
            !document.tokens[first].isCapitalised
        else { return }
        attribution.content.append(quotation.range)
    }

    private static let reach = 30
    private static let objects = Set(["him", "her", "them", "us", "me", "reporters"].map { WordHash($0) })
}
