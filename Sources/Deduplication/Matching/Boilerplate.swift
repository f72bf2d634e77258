/// Finds paragraphs that stand in several articles which otherwise have little in common: slogans, invitations to
/// subscribe, notes on standards. They say nothing about copying and do not count in comparison.
///
/// A paragraph of five words or more and few figures is boilerplate where at least three articles hold it and, of the pairs among up
/// to eight of them, most share less than half of what else the smaller one has. A paragraph of a story that many outlets run is not:
/// there the articles agree in more than that paragraph.
struct Boilerplate {
    static let leastArticles = 3
    private static let leastWords = 5
    private static let sample = 8
    private static let likeness = 0.5

    struct Paragraph {
        var hash: UInt64
        var article: Int
        /// Into the words of the article.
        var words: Range<Int>
    }

    /// Labels and lines of figures, such as "Pay April 10", may be all that an article reports.
    static func mayBe(_ words: ArraySlice<Word>) -> Bool {
        words.count >= leastWords && 5 * words.count(where: \.isNumber) < words.count
    }

    /// The indices of the paragraphs that are boilerplate. `paragraphs` come by article, articles by id.
    ///
    /// - Parameters:
    ///   - fingerprints: of each article.
    ///   - size: the number of fingerprints that a paragraph has by itself.
    static func find(_ paragraphs: [Paragraph], fingerprints: [[UInt32]], size: (Paragraph) -> Int) -> [Int] {
        var order = Array(paragraphs.indices)
        order.sort { (paragraphs[$0].hash, $0) < (paragraphs[$1].hash, $1) }
        var found: [Int] = []
        var start = 0
        while start < order.count {
            var end = start + 1
            while end < order.count, paragraphs[order[end]].hash == paragraphs[order[start]].hash { end += 1 }
            let group = order[start..<end]
            if end - start >= leastArticles {
                let own = size(paragraphs[order[start]])
                if isBoilerplate(group.map { paragraphs[$0].article }, fingerprints, own) { found += group }
            }
            start = end
        }
        return found.sorted()
    }

    /// `articles` ascend.
    private static func isBoilerplate(_ articles: [Int], _ fingerprints: [[UInt32]], _ own: Int) -> Bool {
        var distinct: [Int] = []
        for article in articles where distinct.last != article { distinct.append(article) }
        guard distinct.count >= leastArticles else { return false }
        let step = max(1, distinct.count / sample)
        let chosen = stride(from: 0, to: distinct.count, by: step).prefix(sample).map { distinct[$0] }
        var alike = 0
        var pairs = 0
        for (index, one) in chosen.enumerated() {
            for other in chosen[..<index] {
                pairs += 1
                if areAlike(fingerprints[one], fingerprints[other], own) { alike += 1 }
            }
        }
        return 2 * alike < pairs
    }

    /// Apart from `own` fingerprints, which the two are known to share.
    private static func areAlike(_ one: [UInt32], _ other: [UInt32], _ own: Int) -> Bool {
        var shared = 0
        var (i, j) = (0, 0)
        while i < one.count, j < other.count {
            if one[i] == other[j] {
                shared += 1
                i += 1
                j += 1
            } else if one[i] < other[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return Double(shared - own) >= likeness * Double(min(one.count, other.count) - own)
    }
}
