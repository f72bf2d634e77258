import Language
import Records

/// “A,” he said. Penalties? “B.”: words in marks behind another sentence of the writer's are the next quotation.
struct SplitQuotations {
    let clauses: Clauses
    private var document: Document { clauses.document }

    init(clauses: Clauses) { self.clauses = clauses }

    func split(_ attributions: inout [Attribution]) {
        var rest: [Attribution] = []
        for index in attributions.indices where attributions[index].content.count > 1 && !attributions[index].isBlock {
            let content = attributions[index].content
            guard let cue = attributions[index].cue,
                let place = content.indices.dropFirst().first(where: {
                    content[$0 - 1].upperBound < content[$0].lowerBound
                        && isApart(content[$0 - 1].upperBound..<content[$0].lowerBound, cue)
                        && document.isQuoted(content[$0].lowerBound)
                        && document.isQuoted(content[$0 - 1].lowerBound)
                })
            else { continue }
            var next = Attribution(unit: attributions[index].unit)
            next.content = Array(content[place...])
            next.how = .carried
            next.confidence = attributions[index].confidence
            attributions[index].content = Array(content[..<place])
            rest.append(next)
        }
        attributions += rest
    }

    /// Whether a whole sentence without the cue and without marks lies between.
    private func isApart(_ gap: Range<Int>, _ cue: Range<Int>) -> Bool {
        guard gap.lowerBound < gap.upperBound, let first = document.sentenceIndex(of: gap.lowerBound) else {
            return false
        }
        for index in first..<min(first + 4, document.sentences.count) {
            let sentence = document.sentences[index]
            guard sentence.upperBound <= gap.upperBound else { return false }
            if sentence.lowerBound >= gap.lowerBound, !sentence.overlaps(cue),
                sentence.contains(where: { document.tokens[$0].isWord && !document.isQuoted($0) })
            {
                return true
            }
        }
        return false
    }
}
