import Extraction

/// Sentences with the gold cues as labels.
enum CueExamples {
    /// Frequent words of which at most one in five hundred stands in a cue.
    static func closedWords(_ articles: [GoldArticle]) -> Set<UInt64> {
        var counts: [UInt64: (all: Int, cues: Int)] = [:]
        for article in articles {
            for token in 0..<article.article.tokenCount {
                counts[article.article.word(token), default: (0, 0)].all += 1
            }
            for token in article.attributions.map(\.cue).joined() {
                counts[article.article.word(token), default: (0, 0)].cues += 1
            }
        }
        return Set(counts.filter { $0.value.all >= 15 && $0.value.cues * 500 <= $0.value.all }.keys)
    }

    static func set(_ articles: [GoldArticle], without: Set<Feature.Group>) -> TrainingSet {
        var set = TrainingSet(leastCount: 4, without: without)
        for article in articles {
            for sentence in article.article.sentences { set.count(article.article.cueFeatures(sentence)) }
        }
        for (index, article) in articles.enumerated() {
            var labels = [UInt8](repeating: 0, count: article.article.tokenCount)
            for attribution in article.attributions {
                for token in attribution.cue { labels[token] = token == attribution.cue.lowerBound ? 1 : 2 }
            }
            for sentence in article.article.sentences {
                var own = Array(labels[sentence])
                // A cue that a sentence's border cuts begins again behind it.
                if own.first == 2 { own[0] = 1 }
                set.add(article.article.cueFeatures(sentence), labels: own, article: index)
            }
        }
        return set
    }
}
