import CQuoteWeights
import Language

/// Decides by the learnt models which candidates are attributions, and who speaks.
struct AttributionModel {
    let document: Document
    let names: NameIndex

    /// The weights that the project ships with.
    static let weights: AttributionWeights? = {
        guard let start = quote_weights_start() else { return nil }
        return AttributionWeights(UnsafeRawBufferPointer(start: start, count: quote_weights_size()))
    }()

    /// Candidates less likely than this are dropped; chosen for F1 in cross-validation.
    static let threshold: Float = 0.45
    private static let sameContent: Float = 0.7

    /// The rules' attributions corrected and completed, in the order of the text.
    func refine(_ rules: [Attribution]) -> [Attribution] {
        guard let weights = Self.weights else { return rules }
        let columns = TokenColumns(document, names, rules: rules)
        let finder = CandidateFinder(
            document: document, names: names, columns: columns, rules: rules, cueWeights: weights.cues,
            closed: weights.closed, spanWeights: weights.spans)
        let candidates = finder.candidates()
        let chosen = Self.choose(candidates, weights.choice, threshold: Self.threshold, rules)
        let builder = LearntAttribution(document: document, names: names, rules: rules)
        var attributions = chosen.map { place, probability in
            var candidate = candidates[place]
            candidate.speakers = finder.speakers(candidate)
            return builder.attribution(candidate, probability, weights.speakers)
        }
        let sources = Set(rules.compactMap { $0.cited?.lowerBound })
        attributions.removeAll { $0.content.isEmpty || namesSource($0, sources) }
        Self.sort(&attributions)
        return attributions
    }

    /// Outer words before inner ones; a reference back after the words that it means.
    static func sort(_ attributions: inout [Attribution]) {
        attributions.sort {
            ($0.extent.lowerBound, $1.extent.upperBound, $0.cue?.lowerBound ?? 0)
                < ($1.extent.lowerBound, $0.extent.upperBound, $1.cue?.lowerBound ?? 0)
        }
    }

    /// "citing sources": who, not what was said.
    private func namesSource(_ attribution: Attribution, _ sources: Set<Int>) -> Bool {
        guard let cue = attribution.cue, document.isWord(cue.lowerBound, Word.citing) else { return false }
        return attribution.extent.prefix(4).contains { sources.contains($0) }
    }

    /// The likeliest candidates of which no two have the same cue or much the same content; first of all those with which
    /// rules overrule the models.
    static func choose(
        _ candidates: [AttributionCandidate], _ model: ChoiceModel, threshold: Float, _ rules: [Attribution]
    ) -> [(candidate: Int, probability: Float)] {
        let probabilities = model.probabilities(candidates)
        func rule(_ index: Int) -> Attribution? {
            candidates[index].isRule ? candidates[index].rule.map { rules[$0] } : nil
        }
        let ranks = candidates.indices.map { (rule($0)?.overrules ?? false ? 2 : 0) + probabilities[$0] }
        let order = candidates.indices.sorted { (ranks[$1], $0) < (ranks[$0], $1) }
        var chosen: [(candidate: Int, probability: Float)] = []
        var byStretch: [Int: [Int]] = [:]
        for index in order {
            let candidate = candidates[index]
            guard ranks[index] >= threshold || rule(index)?.isCertain ?? false else { continue }
            let keys = keys(candidate)
            let near = Set(keys.flatMap { byStretch[$0] ?? [] })
            let clashes = near.contains { other in
                // A reference back has the words of another attribution on purpose.
                let refersBack = [index, other].contains { rule($0)?.how == .backReference }
                let other = candidates[other]
                if let cue = candidate.cue, let second = other.cue, cue.overlaps(second) { return true }
                if refersBack { return false }
                return Overlap.share(candidate.content, other.content) > sameContent
            }
            if clashes { continue }
            for key in keys { byStretch[key, default: []].append(index) }
            chosen.append((index, probabilities[index]))
        }
        return chosen
    }

    /// Stretches of 16 tokens that a candidate touches with its cue or its content.
    private static func keys(_ candidate: AttributionCandidate) -> [Int] {
        var keys: Set<Int> = []
        if let cue = candidate.cue { for token in cue { keys.insert(token >> 4) } }
        for piece in candidate.content where !piece.isEmpty {
            for key in (piece.lowerBound >> 4)...((piece.upperBound - 1) >> 4) { keys.insert(key) }
        }
        return keys.sorted()
    }
}
