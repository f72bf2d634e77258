import Language
import Records
import SpaCy

/// The names that the model tags, on the document's tokens.
struct ModelNames {
    let document: Document
    let model: EntityModel

    func find() -> [Name] {
        var names: [Name] = []
        for paragraph in document.paragraphs {
            let bytes = document.bytes(paragraph.tokens)
            var token = paragraph.tokens.lowerBound
            for span in model.spans(of: document.text[bytes]) {
                guard let type = ModelLabel.type(span.label) else { continue }
                let place = bytes.lowerBound + span.start..<bytes.lowerBound + span.end
                while token < paragraph.tokens.upperBound, document.tokens[token].end <= place.lowerBound { token += 1 }
                var end = token
                while end < paragraph.tokens.upperBound, document.tokens[end].start < place.upperBound { end += 1 }
                guard let name = name(token..<end, place, type) else { continue }
                names.append(name)
                names[names.count - 1].label = span.label
            }
        }
        return names
    }

    /// Without the article before and the possessive and signs behind.
    private func name(_ tokens: Range<Int>, _ place: Range<Int>, _ type: Entity.Kind) -> Name? {
        var range = tokens
        while let first = range.first, document.has(first, .article) || !isNameWord(first) { range.removeFirst() }
        while let last = range.last,
            !isNameWord(last) || range.count > 1 && (isFigure(last) || isLoosePossessive(last))
        {
            range.removeLast()
        }
        guard let last = range.last, isWritten(range, as: type) else { return nil }
        // The full stop of "Corp." and "Calif." where no sentence ends with it.
        if last + 1 < tokens.upperBound, document.sign(last + 1, "."), document.sentenceGoesOn(behind: last + 1) {
            range = range.lowerBound..<last + 2
        }
        var name = Name(range: range, type: type, evidence: .model)
        let whole = document.bytes(range)
        let inner = whole.clamped(to: place)
        guard inner != whole, !inner.isEmpty else { return name }
        // "Berlin-based", "post-Brexit": as with peoples, the adjective of a name is no place or organisation.
        if type == .place || type == .organisation, whole.count > inner.count + 2 {
            name.type = .other
        } else {
            name.bytes = inner
        }
        return name
    }

    /// Names have capitals; only places are trusted without, in texts that have none.
    private func isWritten(_ range: Range<Int>, as type: Entity.Kind) -> Bool {
        type == .place || range.contains { document.tokens[$0].isCapitalised || document.tokens[$0].kind == .number }
            || range.contains { document.text[document.tokens[$0].range].contains { 0x41...0x5a ~= $0 } }
    }

    /// "27-14" and "0.02", but not the "4" of "Channel 4".
    private func isFigure(_ index: Int) -> Bool {
        document.tokens[index].kind == .number
            && document.text[document.tokens[index].range].contains {
                $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
            }
    }

    /// The s of " 's", as tokenized texts have it.
    private func isLoosePossessive(_ index: Int) -> Bool {
        document.isWord(index, Self.s) && document.tokens[index - 1].mark.isApostrophe
    }

    private static let s = WordHash("s")

    private func isNameWord(_ index: Int) -> Bool {
        let token = document.tokens[index]
        if token.kind == .number { return true }
        return token.isWord && !token.shape.contains(.clitic)
            && (token.isCapitalised || !document.has(index, [.preposition, .conjunction]))
    }
}
