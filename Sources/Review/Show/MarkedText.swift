import Records

/// A stretch of an article's text, cut into runs by what is marked in it.
struct MarkedText {
    private let offsets: ScalarOffsets

    init(_ text: String) {
        offsets = ScalarOffsets(text)
    }

    /// The runs of a span. Where marks overlap, the one that begins first holds.
    func runs(
        _ span: TextSpan, marks: [(span: TextSpan, mark: TerminalText.Mark)]
    ) -> [(text: String, mark: TerminalText.Mark?)] {
        var runs: [(String, TerminalText.Mark?)] = []
        var place = span.start
        for (marked, mark) in marks.sorted(by: { $0.span < $1.span }) {
            let start = max(marked.start, place)
            let end = min(marked.end, span.end)
            guard start < end else { continue }
            if place < start { runs.append((offsets[TextSpan(place, start)], nil)) }
            runs.append((offsets[TextSpan(start, end)], mark))
            place = end
        }
        if place < span.end { runs.append((offsets[TextSpan(place, span.end)], nil)) }
        return runs
    }

    subscript(_ span: TextSpan) -> String { offsets[span] }

    /// The length in scalars.
    var count: Int { offsets.count }
}
