import Language

/// Questions of the article's own, each in a paragraph of its own, with the answers behind them.
enum Interview {
    private static let longestQuestion = 60

    /// The paragraphs that answer; none where fewer than two questions stand.
    static func answers(in document: Document) -> Set<Int> {
        let questions = document.paragraphs.indices.filter { isQuestion(document.paragraphs[$0], document) }
        guard questions.count > 1 else { return [] }
        let asked = Set(questions)
        return Set(
            questions.map { $0 + 1 }.filter { index in
                index < document.paragraphs.count && !asked.contains(index)
                    && document.paragraphs[index].kind != .blockquote
                    && !document.paragraphs[index].tokens.contains { document.isQuoted($0) }
            })
    }

    private static func isQuestion(_ paragraph: Document.Paragraph, _ document: Document) -> Bool {
        paragraph.tokens.count <= longestQuestion && document.sign(paragraph.tokens.upperBound - 1, "?")
            && paragraph.kind != .blockquote && !paragraph.tokens.contains { document.isQuoted($0) }
    }
}
