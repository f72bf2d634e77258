import Extraction

/// Candidates of one article with what is right about them.
struct JudgedCandidate {
    var candidate: AttributionCandidate
    var article: Int
    /// The gold attribution whose content it shares; null: it is wrong.
    var gold: GoldArticle.Attribution?

    /// Judges as the scorer does: half of all content words in common.
    static func judge(_ candidates: [AttributionCandidate], _ gold: GoldArticle, article: Int) -> [JudgedCandidate] {
        func words(_ ranges: [Range<Int>]) -> Set<Int> { Set(ranges.joined().filter { gold.article.isWord($0) }) }
        let goldWords = gold.attributions.map { words($0.content) }
        let sets = candidates.map { words($0.content) }
        var owner = [Int?](repeating: nil, count: candidates.count)
        for (place, wanted) in goldWords.enumerated() {
            let fitting = sets.indices.filter {
                2 * sets[$0].intersection(wanted).count >= sets[$0].union(wanted).count && !wanted.isEmpty
            }
            let cue = gold.attributions[place].cue
            func isOwn(_ index: Int) -> Bool { candidates[index].cue?.overlaps(cue) ?? false }
            let best =
                fitting.contains(where: isOwn)
                ? fitting.filter(isOwn) : fitting.prefix(1).flatMap { one in fitting.filter { candidates[$0].cue == candidates[one].cue } }
            for index in best where owner[index] == nil { owner[index] = place }
        }
        return candidates.indices.map {
            JudgedCandidate(
                candidate: candidates[$0], article: article, gold: owner[$0].map { gold.attributions[$0] })
        }
    }

    /// Whether words name the gold speaker.
    func isRight(_ option: AttributionCandidate.SpeakerOption, _ article: AnalysedArticle) -> Bool {
        guard let gold else { return false }
        guard let wanted = gold.speaker, let range = option.range else {
            return gold.speaker == nil && option.range == nil
        }
        return wanted.overlaps(range)
            || article.text(range.upperBound - 1..<range.upperBound)
                == article.text(wanted.upperBound - 1..<wanted.upperBound)
    }
}
