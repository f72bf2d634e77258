import Records
import Staging
import SystemPackage

/// `pipeline show`: an article, a quote or a cluster for a person.
public struct Look {
    let output: OutputFolder
    private let versions: LatestRows<ArticleHead>
    private let latestRelations: LatestRows<PublishedRelation>
    private let clusterNames: ClusterNames
    let utteranceNames: ClusterNames
    private let isColoured: Bool
    private let width: Int

    /// - Throws: `FileError` where a table cannot be read.
    public init(at output: OutputFolder, isColoured: Bool, width: Int) throws {
        self.output = output
        versions = try LatestRows(of: output)
        latestRelations = try LatestRows(of: output)
        clusterNames = try ClusterNames("clusters", of: output)
        utteranceNames = try ClusterNames("quote_clusters", of: output)
        self.isColoured = isColoured
        self.width = width
    }

    /// What the output knows of an id: that of an article, `ARTICLE/q3` of a quote, `c…` of a cluster of copies, `k…` of an
    /// utterance.
    ///
    /// - Throws: `StageFailure` where nothing has the id.
    public func text(of id: String) throws -> String {
        var page = TerminalText(isColoured: isColoured, width: width)
        if let article = try article(id) {
            try write(article, &page)
        } else if let quote = try quote(id) {
            try write(quote, &page)
        } else if let cluster = try cluster(id) {
            try write(cluster, &page)
        } else if let utterance = try utterance(id) {
            try write(utterance, &page)
        } else {
            throw StageFailure(
                .usage,
                "nothing in \(output.path) has this id; ids stand in articles.jsonl (id), quotes.jsonl (article_id, quote_id: "
                    + "show ARTICLE/QUOTE), clusters.jsonl and quote_clusters.jsonl (id)")
        }
        return page.text
    }

    // MARK: Finding. Of several versions of an article the latest holds, with what belongs to it; of several rows of a
    // cluster, that of the latest date.

    /// With the partition that it stands in.
    func article(_ id: String) throws -> (row: PublishedArticle, partition: FilePath)? {
        var found: (PublishedArticle, FilePath)?
        try output.each("articles", naming: [id]) { (row: PublishedArticle, partition) in
            if row.id == id, versions.hold([id], version: row.version, in: partition) { found = (row, partition) }
        }
        return found
    }

    private func quotes(naming names: Set<String>, where isWanted: (PublishedQuote) -> Bool) throws -> [PublishedQuote]
    {
        var found: [PublishedQuote] = []
        try output.each("quotes", naming: names) { (row: PublishedQuote, partition) in
            if isWanted(row), versions.hold([row.articleID], version: row.version, in: partition) { found.append(row) }
        }
        return found
    }

    func quotes(of article: PublishedArticle) throws -> [PublishedQuote] {
        try quotes(naming: [article.id]) { $0.articleID == article.id }
            .sorted { ($0.start, $0.quoteID) < ($1.start, $1.quoteID) }
    }

    private func quote(_ id: String) throws -> PublishedQuote? {
        guard let slash = id.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
        let (article, quote) = (String(id[..<slash]), String(id[id.utf8.index(after: slash)...]))
        return try quotes(naming: [article]) { $0.articleID == article && $0.quoteID == quote }.last
    }

    func text(of id: String, version: String) throws -> PublishedText? {
        var found: PublishedText?
        try output.each("texts", naming: [id]) { (row: PublishedText, _) in
            if row.id == id, row.version == version { found = row }
        }
        return found
    }

    /// The mention of an entity in a quote's article at a place.
    func mention(of entity: String, at place: Int, in quote: PublishedQuote) throws -> PublishedMention? {
        var found: PublishedMention?
        try output.each("entities", naming: [quote.articleID]) { (row: PublishedMention, _) in
            guard row.articleID == quote.articleID, row.version == quote.version, row.entityID == entity else { return }
            if row.start <= place, place < row.end { found = row }
        }
        return found
    }

    /// Follows the aliases of clusters that were joined.
    func cluster(_ id: String) throws -> PublishedCluster? {
        let id = clusterNames.current(id)
        var found: PublishedCluster?
        try output.each("clusters", naming: [id]) { (row: PublishedCluster, _) in if row.id == id { found = row } }
        return found
    }

    private func utterance(_ id: String) throws -> PublishedUtterance? {
        let id = utteranceNames.current(id)
        var found: PublishedUtterance?
        try output.each("quote_clusters", naming: [id]) { (row: PublishedUtterance, _) in
            if row.id == id { found = row }
        }
        return found
    }

    /// The articles of a cluster by time, those without one last. Earlier rows of an article may name another cluster.
    func members(of cluster: PublishedCluster) throws -> [PublishedArticle] {
        let wanted = Set(cluster.articleIDs)
        var found: [PublishedArticle] = []
        try output.each("articles", naming: wanted) { (row: PublishedArticle, partition) in
            guard wanted.contains(row.id), versions.hold([row.id], version: row.version, in: partition) else { return }
            found.append(row)
        }
        return found.sorted { ($0.publishedAt ?? "~", $0.id) < ($1.publishedAt ?? "~", $1.id) }
    }

    /// The quotes of an utterance by time, those without one last.
    func quotes(ofUtterance id: String) throws -> [PublishedQuote] {
        let names = utteranceNames.all(of: utteranceNames.current(id))
        return try quotes(naming: names) { $0.clusterID.map(names.contains) ?? false }.sorted {
            ($0.publishedAt ?? "~", $0.articleID, $0.start) < ($1.publishedAt ?? "~", $1.articleID, $1.start)
        }
    }

    func relations(of id: String) throws -> [PublishedRelation] {
        var found: [PublishedRelation] = []
        try output.each("relations", naming: [id]) { (row: PublishedRelation, partition) in
            if row.fromID == id || row.toID == id, latestRelations.hold(row.identity, in: partition) {
                found.append(row)
            }
        }
        return found
    }
}
