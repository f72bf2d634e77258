import Records

/// Takes all articles of a run, in any order, and finds out which are copies of which.
///
/// Holds four bytes for each word of each article, 20 for each of a quote, and a few hundred for each article; not
/// the texts.
public struct Deduplicator {
    private var articles: [ComparedArticle] = []
    private var words: [Word] = []
    private var fingerprints: [[UInt32]] = []
    private var paragraphs: [Boilerplate.Paragraph] = []
    private var utterances = Utterances()
    private var earlier: [ComparedArticle] = []
    private var earlierNumbers: [String: Int] = [:]

    public init() {}

    /// Adds an article of an earlier date, oldest first. The last version of an article stands for it.
    mutating func add(earlier indexed: IndexedArticle) {
        let start = words.count
        words += indexed.words
        var article = indexed.article
        article.words = start..<words.count
        if let known = earlierNumbers[article.id] {
            earlier[known] = article
        } else {
            earlierNumbers[article.id] = earlier.count
            earlier.append(article)
        }
    }

    /// Whether an earlier date holds this very version.
    public func isUnchanged(_ article: ComparableArticle) -> Bool {
        guard let known = earlierNumbers[article.id] else { return false }
        return earlier[known].version == article.version ?? ComparedArticle.version(of: article.text)
    }

    /// Adds an article of this run, whose id no other article of this run may have, and returns its number.
    public mutating func add(_ article: ComparableArticle) -> Int {
        let number = articles.count
        let text = ScalarOffsets(article.text)
        let comparison = text.utf8.withUnsafeBufferPointer { ComparisonText(utf8: $0, outlet: article.outlet?.name) }
        let start = words.count
        words += comparison.words
        comparison.words.withUnsafeBufferPointer {
            fingerprints.append(Winnowing.articles.fingerprints($0[0..<$0.count]))
        }
        for paragraph in comparison.paragraphs where Boilerplate.mayBe(comparison.words[paragraph.words]) {
            paragraphs.append(
                Boilerplate.Paragraph(hash: paragraph.hash, article: number, words: paragraph.words))
        }
        for quote in article.quotes { utterances.add(quote, of: number, in: text, comparison) }
        var compared = ComparedArticle(article, credits: comparison.credits, words: start..<words.count)
        compared.settled = earlierNumbers[article.id].flatMap { earlier[$0].settled }
        articles.append(compared)
        return number
    }

    /// Takes back an article that turned out to be the second of its id.
    public mutating func remove(_ number: Int) {
        articles[number].isRemoved = true
    }

    /// Compares all articles. Nothing depends on the order in which those of this run were added.
    public consuming func finish() -> Deduplication {
        let order = articles.indices.filter { !articles[$0].isRemoved }.sorted {
            articles[$0].id.precedes(articles[$1].id)
        }
        removeBoilerplate(order)
        let replaced = Set(order.map { articles[$0].id })
        let old = earlier.filter { !replaced.contains($0.id) }.sorted { $0.id.precedes($1.id) }
        let clusters = ArticleClusters(old + order.map { articles[$0] }, words: words)
        words = []
        var numbers = [Int?](repeating: nil, count: articles.count)
        for (rank, number) in order.enumerated() { numbers[number] = old.count + rank }
        return Deduplication(clusters, numbers: numbers, utterances: utterances)
    }

    /// Cuts paragraphs that say nothing about copying out of the words that are compared.
    private mutating func removeBoilerplate(_ order: [Int]) {
        var ranks = [Int?](repeating: nil, count: articles.count)
        for (rank, number) in order.enumerated() { ranks[number] = rank }
        var ranked: [Boilerplate.Paragraph] = []
        for var paragraph in paragraphs {
            guard let rank = ranks[paragraph.article] else { continue }
            paragraph.article = rank
            ranked.append(paragraph)
        }
        // Within an article they stand in the order of its text.
        ranked.sort { ($0.article, $0.words.lowerBound) < ($1.article, $1.words.lowerBound) }
        let found = words.withUnsafeBufferPointer { words in
            Boilerplate.find(ranked, fingerprints: order.map { fingerprints[$0] }) { paragraph in
                let start = articles[order[paragraph.article]].words.lowerBound
                let place = start + paragraph.words.lowerBound..<start + paragraph.words.upperBound
                return Winnowing.articles.fingerprints(words[place]).count
            }
        }
        var removed: [Int: [Range<Int>]] = [:]
        for index in found { removed[order[ranked[index].article], default: []].append(ranked[index].words) }
        for (number, ranges) in removed.sorted(by: { $0.key < $1.key }) {
            let old = articles[number].words
            let start = words.count
            var rest = ranges[...]
            for place in old {
                while let range = rest.first, place - old.lowerBound >= range.upperBound { rest.removeFirst() }
                let isCut = rest.first.map { place - old.lowerBound >= $0.lowerBound } ?? false
                if !isCut { words.append(words[place]) }
            }
            articles[number].words = start..<words.count
        }
        utterances.cutOut(removed)
        paragraphs = []
        fingerprints = []
    }
}

extension String {
    /// Ascending order of bytes, which is that of Unicode scalars.
    func precedes(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}
