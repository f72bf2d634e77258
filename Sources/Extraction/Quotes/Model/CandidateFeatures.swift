import Language
import Records

/// What tells a right candidate from a wrong one, as numbers for trees.
struct CandidateFeatures {
    let document: Document
    let columns: TokenColumns
    let rules: [Attribution]
    let cues: [ScoredCue]

    static let width = 40

    /// - Parameter rival: the likeliest cue of another whose content lies much the same.
    func values(_ candidate: AttributionCandidate, rival: Float) -> [Float] {
        var values: [Float] = []
        values.reserveCapacity(Self.width)
        models(candidate, rival, &values)
        words(candidate, &values)
        let main = candidate.content.max { $0.count < $1.count } ?? 0..<0
        guard !main.isEmpty else { return values + [Float](repeating: 0, count: Self.width - values.count) }
        borders(main, &values)
        within(main, &values)
        cue(candidate, main, &values)
        others(candidate, main, &values)
        return values
    }

    /// What the models hold of it, and whether the rules agree.
    private func models(_ candidate: AttributionCandidate, _ rival: Float, _ values: inout [Float]) {
        let spans = candidate.spans
        let rule = candidate.rule.map { rules[$0] }
        values += [
            Logarithm.odds(of: candidate.cueProbability), spans.probability, spans.least, spans.mean, spans.any,
            Logarithm.odds(of: candidate.cueProbability * spans.any),
            rule.map { Overlap.share($0.content, candidate.content) } ?? -1,
            Overlap.share(candidate.content, spans.content),
            rule.map { Overlap.share($0.content, spans.content) } ?? -1,
            candidate.option?.start ?? -1, candidate.option?.end ?? -1,
            candidate.option.map { max(-30, $0.logProbability) } ?? -31,
            spans.speaker == nil ? 0 : 1, rule == nil ? -1 : rule?.subject == nil ? 0 : 1, spans.speakerMean,
            Logarithm.odds(of: rival),
        ]
    }

    private func words(_ candidate: AttributionCandidate, _ values: inout [Float]) {
        let tokens = candidate.content.reduce(0) { $0 + $1.count }
        let quoted = candidate.content.joined().count { document.isQuoted($0) }
        let head = candidate.cue?.first { document.has($0, .cue) }
        let verb = head.flatMap { document.lexicon.cues.verb(document.tokens[$0].hash)?.verb }
        let kind: Float =
            switch verb?.kind {
            case .says: 0
            case .writes: 1
            case .denies, .promises: 2
            case .asks, .orders: 3
            case .thinks: 4
            case nil: candidate.cue == nil ? 6 : 5
            }
        let how: Float =
            switch candidate.rule.map({ rules[$0].how }) {
            case .named: 0
            case .carried: 1
            case .outlet: 2
            case .backReference: 3
            case nil: 4
            }
        values += [Float(tokens), Float(quoted) / Float(max(1, tokens)), kind, how]
    }

    /// The words on both sides of where the longest piece begins and ends.
    private func borders(_ main: Range<Int>, _ values: inout [Float]) {
        let paragraph = document.paragraphs[Int(document.paragraphOf[main.lowerBound])].tokens
        func category(_ index: Int) -> Float { paragraph.contains(index) ? Float(columns.category[index]) : -1 }
        let (first, last) = (main.lowerBound, main.upperBound - 1)
        values += [
            category(first - 1), category(first), category(first + 1), category(last - 1), category(last),
            category(last + 1), category(last + 2),
        ]
        let end = document.sentence(of: last).upperBound
        values += [end == last + 1 ? 1 : 0, Float(end - last - 1)]
    }

    private func within(_ main: Range<Int>, _ values: inout [Float]) {
        for column in [columns.verbsBefore, columns.commasBefore, columns.cuesBefore, columns.marksBefore] {
            let end = min(main.upperBound, column.count - 1)
            values.append(Float(column[end] - column[min(main.lowerBound, end)]))
        }
    }

    /// Where the cue stands and what is around it.
    private func cue(_ candidate: AttributionCandidate, _ main: Range<Int>, _ values: inout [Float]) {
        guard let cue = candidate.cue, !cue.isEmpty else {
            values += [-100, -1, 0, -1, -1]
            return
        }
        let distance =
            main.upperBound <= cue.lowerBound
            ? main.upperBound - cue.lowerBound - 1 : main.lowerBound - cue.upperBound + 1
        values += [
            Float(distance), Float(columns.category[cue.lowerBound]), Float(cue.count),
            cue.lowerBound > 0 ? Float(columns.category[cue.lowerBound - 1]) : -1,
            cue.upperBound < columns.category.count ? Float(columns.category[cue.upperBound]) : -1,
        ]
    }

    /// The likeliest of other cues within the content, and close behind it.
    private func others(_ candidate: AttributionCandidate, _ main: Range<Int>, _ values: inout [Float]) {
        var (inside, behind): (Float, Float) = (0, 0)
        var index = cues.partitioningIndex { $0.range.lowerBound >= main.lowerBound }
        while index < cues.count, cues[index].range.lowerBound < main.upperBound + 5 {
            let other = cues[index]
            index += 1
            guard other.range != candidate.cue else { continue }
            if other.range.lowerBound < main.upperBound {
                inside = max(inside, other.probability)
            } else {
                behind = max(behind, other.probability)
            }
        }
        values += [inside, behind]
    }
}
