import Files
import Records
import Staging

/// The second half of deduplication, a reduce over sorted keys: from fingerprints to clusters.
struct Clustering {
    let corpus: Corpus
    /// Of all earlier dates, and of those that are compared.
    let segments: [Segment]
    let compared: [Segment]
    /// By ordinal, of the run's articles and quotes.
    let numbers: (articles: [UInt32], quotes: [UInt32])
    var writer: SegmentWriter?

    /// The keys of one file in the order of their hashes, over all dates that are compared.
    private func groups(
        _ own: consuming SortedNumbers, _ file: Segment.File, wanted: [UInt32] = []
    ) throws -> GroupMerge {
        let isQuotes = file == .quotePostings
        let parts = corpus.parts.dropLast().suffix(compared.count)
        let corpus = corpus
        return try GroupMerge(
            own, numberOf: isQuotes ? numbers.quotes : numbers.articles,
            ownBase: isQuotes ? corpus.ownQuotes : corpus.own,
            earlier: try zip(compared, parts).map { segment, part in
                let base = isQuotes ? part.quotes.lowerBound : part.articles.lowerBound
                return (try PostingListReader(segment.path(file)), base)
            },
            wanted: wanted, writer: try writer.map { try PostingListWriter($0.path(file)) },
            isLive: isQuotes ? [Bool](repeating: true, count: corpus.ownQuotes) : corpus.isLive)
    }

    mutating func findBoilerplate(_ paragraphs: consuming SortedNumbers, least: Int) throws -> Boilerplate {
        var groups = try groups(paragraphs, .paragraphs)
        let earlier = try compared.flatMap { try $0.table(.boilerplate, of: Boilerplate.Change.self) }
        let boilerplate = try Boilerplate(earlier: earlier, groups: &groups, corpus: corpus, least: least)
        writer?.add(try groups.commit())
        try writer?.write(boilerplate.changes, as: .boilerplate)
        return boilerplate
    }

    mutating func clusterArticles(
        _ postings: consuming SortedNumbers, _ boilerplate: Boilerplate, _ held: inout Deduplication.Held
    ) throws -> (clusters: ArticleClusters, pairs: ArticlePairs) {
        let corpus = corpus
        var winnowing = Winnowing(.articles)
        var wanted: Set<UInt32> = []
        for article in boilerplate.affected {
            winnowing.sample(try corpus.words(of: article))
            wanted.formUnion(winnowing.found)
        }
        var groups = try groups(postings, .postings, wanted: wanted.sorted())
        let candidates = try CandidatePairs(
            &groups, share: ArticlePairs.leastVotes,
            counts: corpus.articles.map { $0.fingerprints },
            isFresh: { corpus.isOwn($0) || boilerplate.affected.contains($0) })
        writer?.add(try groups.commit())
        let pairs = try ArticlePairs(candidates, corpus)
        let key = { (number: Int) in corpus.articles[number].key }
        let links = Links(
            earlier: try compared.map { try $0.table(.links, of: LinkEntry.self) }, renewed: boilerplate.affected,
            found: pairs.links, number: { corpus.number(of: $0) })
        let book = ClusterBook(
            count: corpus.articles.count, own: corpus.own,
            earlier: try segments.map { try $0.table(.memberships, of: ClusterBook.Membership.self) },
            aliases: try segments.flatMap { try $0.table(.aliases, of: ClusterBook.Alias.self) },
            key: key, number: { corpus.number(of: $0, earlier: true) })
        let clusters = try ArticleClusters(corpus, pairs.reader, book: book, links: links, earlier: &held.articles)
        try writer?.write(
            clusters.book, Self.entries(pairs.links, renewed: boilerplate.affected, key: key), isQuotes: false,
            key: key)
        try hold(clusters.book, from: corpus.own, Key.articleCluster, &held.aliases) { $0 }
        return (clusters, pairs)
    }

    mutating func clusterQuotes(
        _ postings: consuming SortedNumbers, _ held: inout Deduplication.Held
    ) throws -> QuoteClusters {
        let corpus = corpus
        let key = { (number: Int) in corpus.quotes[number].key }
        let index = KeyIndex(0..<corpus.quotes.count, key: key)
        var groups = try groups(postings, .quotePostings)
        let candidates = try CandidatePairs(
            &groups, share: UtteranceMatch.leastVotes,
            counts: corpus.quotes.map { max(1, $0.words) - min(2, $0.words) },
            isFresh: { $0 >= corpus.ownQuotes })
        writer?.add(try groups.commit())
        let matches = try UtteranceMatch(candidates, corpus)
        let links = Links(
            earlier: try compared.map { try $0.table(.quoteLinks, of: LinkEntry.self) }, renewed: [],
            found: matches.links, number: { index.last($0, key: key) })
        let book = ClusterBook(
            count: corpus.quotes.count, own: corpus.ownQuotes,
            earlier: try segments.map { try $0.table(.quoteMemberships, of: ClusterBook.Membership.self) },
            aliases: try segments.flatMap { try $0.table(.quoteAliases, of: ClusterBook.Alias.self) },
            key: key, number: { index.last($0, key: key) })
        let clusters = try QuoteClusters(corpus, book: book, links: links, earlier: &held.quotes)
        try writer?.write(clusters.book, Self.entries(matches.links, renewed: [], key: key), isQuotes: true, key: key)
        try hold(clusters.book, from: corpus.ownQuotes, Key.quoteCluster, &held.quoteAliases) {
            Int(corpus.quotes[$0].article)
        }
        return clusters
    }

    /// Each alias goes with an article of the run that is in the cluster, else with the first.
    private func hold(
        _ book: ClusterBook, from own: Int, _ name: (UInt64) -> String, _ held: inout HeldRecords,
        article: (Int) -> Int
    ) throws {
        guard corpus.articles.count > corpus.own else { return }
        for alias in book.aliases {
            let member = (own..<book.clusters.count).first { book.clusters[$0] == alias.successor }
            try held.add(
                ClusterAlias(id: name(alias.id), successor: name(alias.successor)),
                to: member.map(article) ?? corpus.own)
        }
    }

    private static func entries(_ links: [Link], renewed: Set<Int>, key: (Int) -> UInt64) -> [LinkEntry] {
        renewed.map(key).sorted().map { LinkEntry(first: $0, second: 0, shared: 0, kind: LinkEntry.renewed) }
            + links.map {
                LinkEntry(
                    first: key($0.first), second: key($0.second), shared: UInt32($0.shared), kind: UInt32($0.kind))
            }
    }

    mutating func finish() throws {
        try writer?.writeOwn(corpus)
        try writer?.commit(corpus)
    }
}
