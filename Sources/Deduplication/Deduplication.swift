public import Records

/// What was found out about the articles of a run.
public struct Deduplication: Sendable {
    /// Of one article.
    public struct Finding: Equatable, Sendable {
        public var membership: Membership
        /// Each verified pair of the run stands with one of its two articles.
        public var relations: [Relation] = []
        /// In the order of the article's quotes.
        public var quotes: [(membership: QuoteMembership, inCopiedPassage: Bool)] = []

        public static func == (one: Finding, other: Finding) -> Bool {
            one.membership == other.membership && one.relations == other.relations
                && one.quotes.elementsEqual(other.quotes, by: ==)
        }
    }

    /// By the numbers that `Deduplicator.add` gave; null for those that were taken back.
    private let findings: [Finding?]
    let indexed: [IndexedArticle]

    public subscript(number: Int) -> Finding? { findings[number] }

    init(_ clusters: ArticleClusters, numbers: [Int?], utterances: Utterances) {
        let articles = clusters.articles
        let memberships = ClusterMemberships(clusters)
        let relations = ArticleRelations(clusters, memberships)
        let ordered = utterances.renumbered(numbers)
        let quotes = QuoteMemberships(ordered.map(\.utterance), of: utterances, articles)
        var findings = articles.indices.map { Finding(membership: memberships.all[$0]) }
        for (holder, relation) in relations.held { findings[holder].relations.append(relation) }
        for (place, element) in ordered.enumerated() {
            let article = element.utterance.article
            let isCopied = relations.isCopied(element.utterance.place, of: article)
            findings[article].quotes.append((quotes.all[place], isCopied))
        }
        self.findings = numbers.map { $0.map { findings[$0] } }
        indexed = articles.indices.filter { !articles[$0].isEarlier }.map { number in
            var article = articles[number]
            article.settled = ComparedArticle.Settled(
                cluster: memberships.all[number].id, isRepresentative: clusters.centers[number] == number,
                isCanonical: memberships.all[number].role != .copy)
            return IndexedArticle(article: article, words: Array(clusters.words[article.words]))
        }
    }
}
