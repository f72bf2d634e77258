import Language
import Records

/// Speech printed without quotation marks: a paragraph in the first person in an article that is not.
enum FirstPerson {
    /// Whether the article's own voice says "I" or "we", so that these prove nothing: in its first paragraph, or beside
    /// what others say.
    static func isVoice(of document: Document) -> Bool {
        let body = document.paragraphs.filter { $0.kind == .body }
        guard let first = body.first else { return false }
        if count(first.tokens, document) > 0 { return true }
        return body.contains { paragraph in
            count(paragraph.tokens, document) > 0 && paragraph.tokens.contains { isOther($0, document) }
        }
    }

    /// Whether a paragraph without quotation marks speaks in the first person, and nobody else in it.
    static func isSpeech(_ paragraph: Document.Paragraph, _ document: Document) -> Bool {
        guard paragraph.tokens.count > 6,
            !paragraph.tokens.contains(where: { document.isQuoted($0) || isOther($0, document) })
        else { return false }
        return count(paragraph.tokens, document) * 40 >= paragraph.tokens.count
    }

    /// "he said", "Bereny added"; also "according to".
    private static func isOther(_ index: Int, _ document: Document) -> Bool {
        if document.isWord(index, Word.according) { return true }
        guard document.has(index, .cue), index > 0, !document.has(index - 1, [.firstPerson, .adverb, .auxiliary]),
            let (verb, form) = document.lexicon.cues.verb(document.tokens[index].hash)
        else { return false }
        return verb.kind == .says && form == .past
            && (document.tokens[index - 1].isCapitalised || document.has(index - 1, .subjectPronoun))
            && !told.contains(document.tokens[min(index + 1, document.tokens.count - 1)].hash)
    }

    /// "They told me": the one who speaks tells it.
    private static let told = Set(["me", "us"].map { WordHash($0) })

    private static func count(_ range: some Sequence<Int>, _ document: Document) -> Int {
        range.count {
            document.has($0, .firstPerson) && !document.isQuoted($0) && !document.tokens[$0].shape.contains(.allUpper)
        }
    }
}
