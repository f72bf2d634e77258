import Extraction

/// Which found attribution is which gold one, as the scorer judges: half of all content words in common.
enum GoldMatch {
    /// For each found content the gold attribution that it has, by index. Where several have one, those with its cue.
    static func owners(_ contents: [[Range<Int>]], _ cues: [Range<Int>?], _ gold: GoldArticle) -> [Int?] {
        func words(_ ranges: [Range<Int>]) -> Set<Int> { Set(ranges.joined().filter { gold.article.isWord($0) }) }
        let sets = contents.map { words($0) }
        var owners = [Int?](repeating: nil, count: contents.count)
        for (place, attribution) in gold.attributions.enumerated() {
            let wanted = words(attribution.content)
            let fitting = sets.indices.filter {
                2 * sets[$0].intersection(wanted).count >= sets[$0].union(wanted).count && !wanted.isEmpty
            }
            func isOwn(_ index: Int) -> Bool { cues[index]?.overlaps(attribution.cue) ?? false }
            let own = fitting.filter(isOwn)
            let best = own.isEmpty ? fitting.prefix(1).flatMap { one in fitting.filter { cues[$0] == cues[one] } } : own
            for index in best where owners[index] == nil { owners[index] = place }
        }
        return owners
    }

    /// Whether words name the gold speaker: they overlap, or end alike as a name and its surname do.
    static func isSpeaker(
        _ range: Range<Int>?, _ gold: GoldArticle.Attribution, _ article: AnalysedArticle
    ) -> Bool {
        guard let wanted = gold.speaker, let range, !range.isEmpty else { return gold.speaker == nil && range == nil }
        return wanted.overlaps(range)
            || article.text(range.upperBound - 1..<range.upperBound)
                == article.text(wanted.upperBound - 1..<wanted.upperBound)
    }
}
