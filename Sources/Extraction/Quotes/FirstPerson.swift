import Language

/// Speech printed without quotation marks: a paragraph in the first person in an article that is not.
enum FirstPerson {
    /// Whether the article's own voice says "I" or "we", so that these prove nothing.
    static func isVoice(of document: Document) -> Bool {
        var speaking = 0
        var all = 0
        for paragraph in document.paragraphs where paragraph.kind == .body {
            all += 1
            if count(paragraph.tokens, document) > 0 { speaking += 1 }
        }
        return all > 0 && speaking * 3 > all + 1
    }

    /// Whether a paragraph without quotation marks speaks in the first person from its first sentence on.
    static func isSpeech(_ paragraph: Document.Paragraph, _ document: Document) -> Bool {
        guard let first = paragraph.sentences.first, paragraph.tokens.count > 6,
            !paragraph.tokens.contains(where: { document.isQuoted($0) })
        else { return false }
        return count(document.sentences[first].prefix(12), document) > 0
            && count(paragraph.tokens, document) * 40 >= paragraph.tokens.count
    }

    private static func count(_ range: some Sequence<Int>, _ document: Document) -> Int {
        range.count {
            document.has($0, .firstPerson) && !document.isQuoted($0) && !document.tokens[$0].shape.contains(.allUpper)
        }
    }
}
