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
            // What the rules join from other paragraphs lies beyond the model's window.
            let elsewhere = attribution.content.filter { !isBeside($0, candidate) }
            attribution.content = (elsewhere + whole(candidate.content)).sorted { $0.lowerBound < $1.lowerBound }
            attribution.isPartial = false
        }
        if let rule = candidate.rule, let content = nominal(rules[rule], than: attribution.content) {
            attribution.content = content
        }
        attribution.content = withoutNarrative(attribution.content, cue: attribution.cue)
        attribution.confidence = probability
        guard attribution.how == .named, !attribution.isBlock else { return attribution }
        let options = candidate.speakers.map { ($0.range, speakers.probability($0.features)) }
        guard let best = options.max(by: { $0.1 < $1.1 }) else { return attribution }
        let ruled = attribution.subject
        attribution.subject = best.0.flatMap { phrase($0) }
        // "A person familiar with his thinking" rather than "A person".
        if let chosen = attribution.subject, let ruled, ruled.lowerBound == chosen.lowerBound,
            ruled.count > chosen.count
        {
            attribution.subject = phrase(ruled)
        }
        attribution.speakerConfidence = best.1
        attribution.others = options.filter { $0.0 != best.0 && $0.0 != nil }.compactMap { option in
            option.0.flatMap { phrase($0) }.map { ($0, option.1) }
        }
        return attribution
    }

    /// "Putin's statement on his readiness is deemed false": what the rules hold for the words of a noun, where the model goes
    /// on into the verb behind them.
    private func nominal(_ rule: Attribution, than content: [Range<Int>]) -> [Range<Int>]? {
        guard let cue = rule.cue, document.has(cue.lowerBound, .nominalCue), rule.content.count == 1,
            content.count == 1,
            let own = rule.content.first, let found = content.first, own.lowerBound == found.lowerBound,
            own.upperBound < found.upperBound, document.has(own.upperBound, [.be, .auxiliary, .modal])
        else { return nil }
        return [own]
    }

    /// "He loves us," she said, and the balloons fell: what goes on without marks behind a quotation and its cue is told.
    private func withoutNarrative(_ content: [Range<Int>], cue: Range<Int>?) -> [Range<Int>] {
        guard let cue, let first = content.first, first.upperBound <= cue.lowerBound,
            document.isQuoted(first.lowerBound), document.isQuoted(first.upperBound - 1)
        else { return content }
        return content.filter { $0.lowerBound < cue.lowerBound || document.isQuoted($0.lowerBound) }
    }

    /// Whether a piece lies in the cue's paragraph.
    private func isBeside(_ piece: Range<Int>, _ candidate: AttributionCandidate) -> Bool {
        guard let cue = candidate.cue else { return true }
        return document.paragraphOf[piece.lowerBound] == document.paragraphOf[cue.lowerBound]
    }

    /// A speaker's words with whole names, without marks, a possessive ending or a relative clause at the edges.
    private func phrase(_ range: Range<Int>) -> Range<Int>? {
        func isWord(_ index: Int) -> Bool { document.tokens[index].isWord || document.tokens[index].kind == .number }
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, !isWord(start) { start += 1 }
        guard start < end else { return nil }
        if document.has(start, .relative) { return start..<start + 1 }
        if let comma = (start..<end).first(where: { document.sign($0, ",") && document.has($0 + 1, .relative) }) {
            end = comma
        }
        while start < end, !isWord(end - 1) && !document.sign(end - 1, ")") || document.isWord(end - 1, Word.possessive)
        {
            end -= 1
        }
        guard start < end else { return nil }
        if let name = names.name(at: start) { start = min(start, names.names[name].range.lowerBound) }
        if let name = names.name(at: end - 1) { end = max(end, names.names[name].range.upperBound) }
        return start..<end
    }

    /// Content without "that" before it, with the marks of its quotations, to the end of one that the window cut.
    private func whole(_ content: [Range<Int>]) -> [Range<Int>] {
        let finder = ContentFinder(document: document, names: names, unit: 0..<0, events: [])
        var pieces: [Range<Int>] = []
        for piece in content {
            var piece = piece
            if document.isWord(piece.lowerBound, Word.that), piece.count > 2, document.covering[piece.lowerBound] < 0 {
                piece = piece.lowerBound + 1..<piece.upperBound
            }
            let covering = document.covering[piece.upperBound - 1]
            if covering >= 0 {
                let quotation = document.quotations[Int(covering)].range
                let isCut =
                    piece.lowerBound <= quotation.lowerBound && piece.upperBound + 2 >= quotation.upperBound
                    || piece.count >= SpanTagger.reachAfter - 2
                if isCut { piece = piece.lowerBound..<max(piece.upperBound, quotation.upperBound) }
            }
            let opening = document.covering[piece.lowerBound]
            if opening >= 0, document.quotations[Int(opening)].inner.lowerBound == piece.lowerBound {
                piece = piece.lowerBound - 1..<piece.upperBound
            }
            guard var piece = finder.trimmed(piece) else { continue }
            if let last = pieces.last, last.upperBound >= piece.lowerBound {
                piece = last.lowerBound..<max(last.upperBound, piece.upperBound)
                pieces.removeLast()
            }
            pieces.append(piece)
        }
        return pieces
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
