import Language

/// No name reaches over the end of its sentence: what looks for phrases relies on it.
struct SentenceBounds {
    let document: Document

    /// The names, in the order of the text, cut where their sentences end.
    func cut(_ names: [Name]) -> [Name] {
        var sentence = 0
        return names.compactMap { name in
            while sentence < document.sentences.count, document.sentences[sentence].upperBound <= name.range.lowerBound
            {
                sentence += 1
            }
            guard sentence < document.sentences.count, document.sentences[sentence].upperBound < name.range.upperBound
            else { return name }
            var name = name
            var end = document.sentences[sentence].upperBound
            while end > name.range.lowerBound, !document.tokens[end - 1].isWord { end -= 1 }
            guard end > name.range.lowerBound else { return nil }
            name.range = name.range.lowerBound..<end
            name.bytes = nil
            return name
        }
    }
}
