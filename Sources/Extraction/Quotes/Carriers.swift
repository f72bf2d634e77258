import Language
import Records

/// Outlets between a speaker and the article: to whom it was told, whom an outlet cites.
enum Carriers {
    /// The outlets named beside a cue: "told CNN", "said in an interview with Reuters".
    static func told(
        _ event: CueEvent, _ content: [Range<Int>], _ document: Document, _ names: NameIndex
    ) -> [Range<Int>] {
        guard event.position == .subjectFirst || event.position == .inverted else { return [] }
        let first = content.map(\.lowerBound).first { $0 >= event.end }
        let end = min(first ?? event.end + 12, event.end + 12, document.tokens.count)
        guard event.end < end else { return [] }
        return names.within(event.end..<end).filter { names.names[$0].type == .outlet }.map { names.names[$0].range }
    }

    /// "citing sources": the phrase behind it.
    static func cited(
        in unit: Range<Int>, after start: Int, _ document: Document, _ names: NameIndex
    ) -> Range<Int>? {
        let end = min(unit.upperBound, start + 40)
        guard start < end,
            let citing = (start..<end).first(where: { document.isWord($0, Word.citing) && !document.isQuoted($0) }),
            citing + 1 < unit.upperBound
        else { return nil }
        return SubjectFinder(document: document, names: names).forward(from: citing + 1, in: unit)
    }
}
