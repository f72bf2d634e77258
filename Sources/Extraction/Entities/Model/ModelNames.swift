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
        while let last = range.last, !isNameWord(last), !document.sign(last, ".") { range.removeLast() }
        guard !range.isEmpty else { return nil }
        var name = Name(range: range, type: type, evidence: .model)
        let whole = document.bytes(range)
        let inner = whole.clamped(to: place)
        if inner != whole, !inner.isEmpty { name.bytes = inner }
        return name
    }

    private func isNameWord(_ index: Int) -> Bool {
        let token = document.tokens[index]
        return token.kind == .number || token.isWord && !token.shape.contains(.clitic)
    }
}
