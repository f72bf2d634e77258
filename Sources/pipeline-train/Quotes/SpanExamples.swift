import Extraction

/// Windows around cues, found or gold, with the content and the speaker of the gold attribution as labels.
enum SpanExamples {
    /// `found` gives the cues that a model trained on other articles sees in an article.
    static func set(
        _ articles: [GoldArticle], without: Set<Feature.Group>, found: (Int) -> [Range<Int>]
    ) -> TrainingSet {
        var set = TrainingSet(leastCount: 4, without: without)
        let cues = articles.indices.map { Self.cues(articles[$0], found($0)) }
        for (index, article) in articles.enumerated() {
            for cue in cues[index] { set.count(article.article.spanFeatures(cue.range)) }
        }
        for (index, article) in articles.enumerated() {
            for cue in cues[index] {
                let window = article.article.window(around: cue.range)
                set.add(
                    article.article.spanFeatures(cue.range), labels: labels(cue.gold, cue.range, window), article: index
                )
            }
        }
        return set
    }

    private static func cues(
        _ article: GoldArticle, _ found: [Range<Int>]
    ) -> [(range: Range<Int>, gold: GoldArticle.Attribution?)] {
        var cues: [(range: Range<Int>, gold: GoldArticle.Attribution?)] = []
        var isFound = [Bool](repeating: false, count: article.attributions.count)
        for range in found {
            let gold = article.attributions.firstIndex { $0.cue.overlaps(range) }
            if let gold { isFound[gold] = true }
            cues.append((range, gold.map { article.attributions[$0] }))
        }
        for (index, attribution) in article.attributions.enumerated() where !isFound[index] {
            cues.append((attribution.cue, attribution))
        }
        return cues
    }

    private static func labels(
        _ gold: GoldArticle.Attribution?, _ cue: Range<Int>, _ window: Range<Int>
    ) -> [UInt8] {
        var labels = [UInt8](repeating: 0, count: window.count)
        guard let gold else { return labels }
        for token in (gold.speaker ?? 0..<0) where window.contains(token) { labels[token - window.lowerBound] = 2 }
        for token in gold.content.joined() where window.contains(token) { labels[token - window.lowerBound] = 1 }
        for token in cue where window.contains(token) { labels[token - window.lowerBound] = 0 }
        return labels
    }
}
