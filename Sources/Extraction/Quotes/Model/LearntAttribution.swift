import Language
import Records

/// Turns a chosen candidate into an attribution for the rules that follow.
struct LearntAttribution {
    let document: Document
    let names: NameIndex
    let rules: [Attribution]

    func attribution(
        _ candidate: AttributionCandidate, _ probability: Float, _ speakers: LogisticModel
    ) -> Attribution {
        var attribution = candidate.rule.map { rules[$0] } ?? new(candidate)
        if !candidate.isRule {
            attribution.content = whole(candidate.content)
            attribution.isPartial = false
        }
        attribution.confidence = probability
        guard attribution.how == .named else { return attribution }
        let options = candidate.speakers.map { ($0.range, speakers.probability($0.features)) }
        guard let best = options.max(by: { $0.1 < $1.1 }) else { return attribution }
        attribution.subject = best.0.flatMap { phrase($0) }
        attribution.speakerConfidence = best.1
        attribution.others = options.filter { $0.0 != best.0 && $0.0 != nil }.compactMap { option in
            option.0.flatMap { phrase($0) }.map { ($0, option.1) }
        }
        return attribution
    }

    /// A speaker's words with whole names, without marks at the edges.
    private func phrase(_ range: Range<Int>) -> Range<Int>? {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, !document.tokens[start].isWord, document.tokens[start].kind != .number { start += 1 }
        while start < end, !document.tokens[end - 1].isWord, document.tokens[end - 1].kind != .number,
            !document.sign(end - 1, ")")
        { end -= 1 }
        guard start < end else { return nil }
        if let name = names.name(at: start) { start = min(start, names.names[name].range.lowerBound) }
        if let name = names.name(at: end - 1) { end = max(end, names.names[name].range.upperBound) }
        return start..<end
    }

    /// Content with the marks of its quotations, to the end of one that the window cut.
    private func whole(_ content: [Range<Int>]) -> [Range<Int>] {
        let finder = ContentFinder(document: document, names: names, unit: 0..<0, events: [])
        return content.compactMap { piece in
            let covering = document.covering[piece.upperBound - 1]
            guard covering >= 0 else { return finder.trimmed(piece) }
            let quotation = document.quotations[Int(covering)].range
            let isCut = piece.lowerBound <= quotation.lowerBound && piece.upperBound + 2 >= quotation.upperBound
            return finder.trimmed(isCut ? piece.lowerBound..<max(piece.upperBound, quotation.upperBound) : piece)
        }
    }

    private func new(_ candidate: AttributionCandidate) -> Attribution {
        let cue = candidate.cue ?? 0..<0
        var attribution = Attribution(unit: sentence(of: cue.lowerBound))
        attribution.cue = candidate.cue
        let head = cue.first { document.has($0, .cue) }
        if let head, let verb = document.lexicon.cues.verb(document.tokens[head].hash)?.verb {
            attribution.lemma = verb.lemma
            attribution.kind = verb.kind
        } else {
            attribution.lemma = document.string(cue).lowercased()
        }
        return attribution
    }

    private func sentence(of token: Int) -> Range<Int> {
        let paragraph = document.paragraphs[Int(document.paragraphOf[token])]
        for index in paragraph.sentences where document.sentences[index].contains(token) {
            return document.sentences[index]
        }
        return paragraph.tokens
    }
}
