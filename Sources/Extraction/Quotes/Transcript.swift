import Language

/// The turns of a printed conversation: "WALLACE: Why would he do that?", also with a mark before each.
struct Transcript {
    let speaker: Range<Int>
    let colon: Int

    private static let longestName = 5

    /// Turns by paragraph; none where only one paragraph looks like a turn.
    static func turns(of document: Document) -> [Int: Transcript] {
        var turns: [Int: Transcript] = [:]
        for (index, paragraph) in document.paragraphs.enumerated() {
            turns[index] = turn(paragraph.tokens, document)
        }
        return turns.count > 1 ? turns : [:]
    }

    /// A name in capitals, a colon, and words behind.
    private static func turn(_ range: Range<Int>, _ document: Document) -> Transcript? {
        var first = range.lowerBound
        if document.tokens[first].kind == .quote { first += 1 }
        var index = first
        while index < range.upperBound, index < first + longestName, !document.sign(index, ":") {
            let token = document.tokens[index]
            let fits =
                token.isWord
                ? token.shape.contains(.allUpper) || document.has(index, .title) : document.sign(index, ".")
            guard fits else { return nil }
            index += 1
        }
        guard index > first, index + 1 < range.upperBound, document.sign(index, ":"),
            document.tokens[first..<index].contains(where: { $0.shape.contains(.allUpper) && $0.isWord }),
            document.tokens[index + 1..<range.upperBound].contains(where: { $0.isWord })
        else { return nil }
        return Transcript(speaker: first..<index, colon: index)
    }

    func attribution(in paragraph: Document.Paragraph) -> Attribution {
        var attribution = Attribution(unit: paragraph.tokens)
        attribution.cue = colon..<colon + 1
        attribution.lemma = ":"
        attribution.subject = speaker
        attribution.content = [colon + 1..<paragraph.tokens.upperBound]
        attribution.isFormal = true
        return attribution
    }
}
