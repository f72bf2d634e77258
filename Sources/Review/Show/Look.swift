import Records
import Staging
import SystemPackage

/// `pipeline show`: an article, a quote or a cluster for a person.
public struct Look {
    let output: OutputFolder
    private let isColoured: Bool
    private let width: Int

    public init(at output: OutputFolder, isColoured: Bool, width: Int) {
        self.output = output
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

    // MARK: Finding. Of several rows with an id, the latest date's holds.

    /// With the partition that it stands in.
    func article(_ id: String) throws -> (row: PublishedArticle, partition: FilePath)? {
        var found: (PublishedArticle, FilePath)?
        try output.each("articles", naming: id) { (row: PublishedArticle, partition) in
            if row.id == id { found = (row, partition) }
        }
        return found
    }

    func quotes(of article: PublishedArticle) throws -> [PublishedQuote] {
        var found: [PublishedQuote] = []
        try output.each("quotes", naming: article.id) { (row: PublishedQuote, _) in
            if row.articleID == article.id, row.version == article.version { found.append(row) }
        }
        return found.sorted { ($0.start, $0.quoteID) < ($1.start, $1.quoteID) }
    }

    private func quote(_ id: String) throws -> PublishedQuote? {
        guard let slash = id.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
        let (article, quote) = (String(id[..<slash]), String(id[id.utf8.index(after: slash)...]))
        var found: PublishedQuote?
        try output.each("quotes", naming: article) { (row: PublishedQuote, _) in
            if row.articleID == article, row.quoteID == quote { found = row }
        }
        return found
    }

    func text(of id: String, version: String) throws -> PublishedText? {
        var found: PublishedText?
        try output.each("texts", naming: id) { (row: PublishedText, _) in
            if row.id == id, row.version == version { found = row }
        }
        return found
    }

    private func cluster(_ id: String) throws -> PublishedCluster? {
        var found: PublishedCluster?
        try output.each("clusters", naming: id) { (row: PublishedCluster, _) in if row.id == id { found = row } }
        return found
    }

    private func utterance(_ id: String) throws -> PublishedUtterance? {
        var found: PublishedUtterance?
        try output.each("quote_clusters", naming: id) { (row: PublishedUtterance, _) in if row.id == id { found = row }
        }
        return found
    }

    /// The articles of a cluster by time, those without one last.
    func members(ofCluster id: String) throws -> [PublishedArticle] {
        var latest: [String: PublishedArticle] = [:]
        try output.each("articles", naming: id) { (row: PublishedArticle, _) in
            if row.clusterID == id { latest[row.id] = row }
        }
        return latest.values.sorted { ($0.publishedAt ?? "~", $0.id) < ($1.publishedAt ?? "~", $1.id) }
    }

    /// The quotes of an utterance by time, those without one last.
    func quotes(ofUtterance id: String) throws -> [PublishedQuote] {
        var found: [PublishedQuote] = []
        try output.each("quotes", naming: id) { (row: PublishedQuote, _) in if row.clusterID == id { found.append(row) }
        }
        return found.sorted {
            ($0.publishedAt ?? "~", $0.articleID, $0.start) < ($1.publishedAt ?? "~", $1.articleID, $1.start)
        }
    }

    func relations(of id: String) throws -> [PublishedRelation] {
        var found: [PublishedRelation] = []
        try output.each("relations", naming: id) { (row: PublishedRelation, _) in
            if row.fromID == id || row.toID == id { found.append(row) }
        }
        return found
    }
}
