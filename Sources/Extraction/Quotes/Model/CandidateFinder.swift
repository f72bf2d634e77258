import Language
import Records

/// Finds all that may be an attribution in an article, with what tells the right from the wrong.
struct CandidateFinder {
    let document: Document
    let names: NameIndex
    let columns: TokenColumns
    let rules: [Attribution]
    let cueWeights: FeatureWeights
    let closed: Set<UInt64>
    let spanWeights: FeatureWeights

    /// Cues less likely than this are not looked at.
    static let leastCue: Float = 0.2
    /// How many candidates on each side are looked at for a rival.
    private static let neighbours = 20

    func candidates() -> [AttributionCandidate] {
        let cueTagger = CueTagger(document: document, columns: columns, weights: cueWeights, closed: closed)
        let cues = cueTagger.cues(above: Self.leastCue)
        var tagger = SpanTagger(document: document, columns: columns, rules: rules, weights: spanWeights)
        var candidates: [AttributionCandidate] = []
        var isUsed = [Bool](repeating: false, count: rules.count)
        for cue in cues {
            let spans = tagger.spans(of: cue.range)
            let rule = cue.range.lazy.map { columns.ruleAtCue[$0] }.first { $0 >= 0 }.map { Int($0) }
            if let rule { isUsed[rule] = true }
            func add(_ content: [Range<Int>], _ option: ContentOption?) {
                candidates.append(
                    AttributionCandidate(
                        cue: cue.range, content: content, rule: rule,
                        isRule: rule.map { rules[$0].content == content } ?? false, option: option, spans: spans,
                        cueProbability: cue.probability))
            }
            // What stands whole in marks beside its cue is never less than that.
            let whole = rule.flatMap { rules[$0].isFormal ? rules[$0].content : nil } ?? []
            for option in spans.options where Overlap.holds(option.content, whole) { add(option.content, option) }
            guard let content = rule.map({ rules[$0].content }), !content.isEmpty else { continue }
            if !spans.options.contains(where: { $0.content == content }) { add(content, nil) }
        }
        for (index, rule) in rules.enumerated() where !isUsed[index] && !rule.content.isEmpty {
            candidates.append(
                AttributionCandidate(
                    cue: rule.cue, content: rule.content, rule: index, isRule: true, spans: TaggedSpans(),
                    cueProbability: 0))
        }
        let rivals = rivals(candidates)
        let features = CandidateFeatures(document: document, columns: columns, rules: rules, cues: cues)
        for index in candidates.indices {
            candidates[index].features = features.values(candidates[index], rival: rivals[index])
        }
        return candidates
    }

    /// For each candidate the likeliest cue of another whose content lies much the same.
    private func rivals(_ candidates: [AttributionCandidate]) -> [Float] {
        candidates.indices.map { index in
            let own = candidates[index]
            var best: Float = 0
            for other in max(0, index - Self.neighbours)..<min(candidates.count, index + Self.neighbours + 1)
            where other != index && candidates[other].cue != own.cue && candidates[other].cueProbability > best {
                guard Overlap.share(own.content, candidates[other].content) > 0.5 else { continue }
                best = candidates[other].cueProbability
            }
            return best
        }
    }

    /// Who may be its speaker: nobody, whom the model of spans sees, whom the rules see.
    func speakers(_ candidate: AttributionCandidate) -> [AttributionCandidate.SpeakerOption] {
        let rule = candidate.rule.map { rules[$0] }
        var ranges: [Range<Int>?] = [nil]
        if let range = candidate.spans.speaker { ranges.append(range) }
        if let range = rule?.subject, range != candidate.spans.speaker { ranges.append(range) }
        return ranges.map { range in
            AttributionCandidate.SpeakerOption(range: range, features: features(of: range, candidate, rule))
        }
    }

    private func features(
        of range: Range<Int>?, _ candidate: AttributionCandidate, _ rule: Attribution?
    ) -> [Float] {
        var features = DenseFeatures()
        let tagged = candidate.spans.speaker
        let isTagged = range == tagged
        let isRuled = rule != nil && rule?.subject == range
        let touchesRule = range.flatMap { range in rule?.subject.map { $0.overlaps(range) } } ?? false
        let touchesTagged = range.flatMap { range in tagged.map { $0.overlaps(range) } } ?? false
        features.choice((range == nil ? 0 : 4) + (isTagged ? 1 : 0) + (isRuled ? 2 : 0), of: 8)
        features.choice(
            (range == nil ? 0 : 1) + (touchesTagged ? 2 : 0) + (touchesRule ? 4 : 0), of: 8)
        features.odds(range == nil ? 0.5 : tagged == nil ? 0.01 : candidate.spans.speakerMean)
        features.odds(range != nil ? 0.5 : tagged == nil ? 0.01 : candidate.spans.speakerMean)
        features.flag(tagged == nil)
        features.flag(rule == nil)
        features.share(range == nil ? 0 : candidate.cueProbability)
        let quoted = candidate.content.joined().contains { document.isQuoted($0) }
        features.choice((range == nil ? 0 : 1) + (quoted ? 2 : 0), of: 4)
        if let range {
            let first = range.lowerBound
            let isPronoun = range.count == 1 && document.has(first, .subjectPronoun)
            let isName = !names.within(range).isEmpty
            features.choice(isPronoun ? 0 : isName ? 1 : document.has(first, .determiner) ? 2 : 3, of: 4)
            features.length(range.count)
            let gap = candidate.cue.map { max($0.lowerBound - range.upperBound, range.lowerBound - $0.upperBound) }
            features.length(max(0, gap ?? 30))
            features.flag(document.isQuoted(first))
            features.flag(candidate.content.contains { $0.overlaps(range) })
        } else {
            features.choice(-1, of: 4)
            features.length(0)
            features.length(0)
            features.flag(false)
            features.flag(false)
        }
        return features.values
    }
}

/// How much two lists of ranges have in common.
enum Overlap {
    /// Whether each of some ranges lies within one of others, but for the marks at its ends.
    static func holds(_ outer: [Range<Int>], _ inner: [Range<Int>]) -> Bool {
        inner.allSatisfy { range in
            outer.contains { $0.lowerBound <= range.lowerBound + 1 && range.upperBound <= $0.upperBound + 1 }
        }
    }

    /// Common tokens by all tokens of both; the ranges of a list ascend and are apart.
    static func share(_ one: [Range<Int>], _ other: [Range<Int>]) -> Float {
        var common = 0
        for range in one { for second in other { common += range.clamped(to: second).count } }
        let all = one.reduce(0) { $0 + $1.count } + other.reduce(0) { $0 + $1.count } - common
        return all > 0 ? Float(common) / Float(all) : 0
    }
}
