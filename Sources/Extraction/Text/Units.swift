/// Sentences joined where a quotation runs across their border, so that a cue and all its words stand together.
enum Units {
    static func ranges(in document: Document, _ paragraph: Document.Paragraph) -> [Range<Int>] {
        var units: [Range<Int>] = []
        for index in paragraph.sentences {
            let sentence = document.sentences[index]
            if let last = units.last, joins(document, last, sentence) {
                units[units.count - 1] = last.lowerBound..<sentence.upperBound
            } else {
                units.append(sentence)
            }
        }
        return units
    }

    private static func joins(_ document: Document, _ last: Range<Int>, _ next: Range<Int>) -> Bool {
        let before = last.upperBound - 1
        let covering = document.covering[before]
        if covering >= 0, covering == document.covering[next.lowerBound] { return true }
        // "Why?" Smith asked.
        guard covering >= 0, before > last.lowerBound, next.count < 12, document.covering[next.lowerBound] < 0,
            document.sign(before - 1, "?") || document.sign(before - 1, "!")
        else { return false }
        return next.prefix(5).contains { document.has($0, .cue) }
    }
}
