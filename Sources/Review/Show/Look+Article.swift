import Hypertext
import Records
import SystemPackage

extension Look {
    func write(_ found: (row: PublishedArticle, partition: FilePath), _ page: inout TerminalText) throws {
        let article = found.row
        page.line(article.title ?? "untitled", .heading)
        page.field("outlet", article.outlet)
        page.field("published", Self.time(of: article))
        page.field("authors", article.authors.joined(separator: ", "))
        page.field("url", article.url)
        page.field(
            "id",
            "\(article.id), version \(article.version), published in \(found.partition.lastComponent?.string ?? "")")
        writeSource(of: article, &page)
        try writeCopies(of: article, &page)
        let quotes = try quotes(of: article)
        page.line()
        if let text = try text(of: article.id, version: article.version), let words = text.text {
            Self.write(text, MarkedText(words), quotes, &page)
        } else {
            page.line("  The text is not in this output.", .faint)
        }
        page.line(counted(quotes.count, "quote"), .heading)
        for quote in quotes {
            page.field(
                quote.quoteID, "\(quote.type): \(Self.speaker(of: quote)). \(shortened(quote.text ?? "", to: 100))")
        }
        if let first = quotes.first { page.line("  pipeline show \(first.id) tells more of a quote.", .faint) }
    }

    /// The whole text, quotes marked.
    private static func write(
        _ text: PublishedText, _ words: MarkedText, _ quotes: [PublishedQuote], _ page: inout TerminalText
    ) {
        let marks = quotes.flatMap { $0.pieces }.map { (span: $0, mark: TerminalText.Mark.quote) }
        let blocks = text.blocks.map { TextSpan($0.start, $0.end) }
        for block in blocks.isEmpty ? [TextSpan(0, words.count)] : blocks {
            page.wrap(words.runs(block, marks: marks), indent: 2)
            page.line()
        }
    }

    static func time(of article: PublishedArticle) -> String {
        guard let from = article.publishedFrom else { return article.time }
        let printed = article.publishedRaw.map { ", printed as “\($0)”" } ?? ""
        return "\(article.time) (\(article.publishedPrecision ?? "unknown") precision, from \(from)\(printed))"
    }

    /// Where the raw page lies.
    func writeSource(of article: PublishedArticle, _ page: inout TerminalText) {
        let source = article.source
        var place = "\(source.path) (\(source.kind.rawValue))"
        if let offset = source.offset {
            place += ", record at byte \(offset)" + (source.length.map { ", \($0) bytes long" } ?? "")
        }
        page.field("raw page", place)
        page.field("fetched", source.fetchedAt)
        page.field("sha256", source.sha256)
    }

    func writeCopies(of article: PublishedArticle, _ page: inout TerminalText) throws {
        if let cluster = try article.clusterID.flatMap(cluster), cluster.articleCount > 1 {
            let isCanonical = cluster.canonicalID == article.id
            let why = isCanonical ? cluster.canonicalReason : article.clusterReason
            page.field(
                "copies", "\(isCanonical ? "canonical" : "copy") of cluster \(cluster.id): \(why ?? "no reason stated")"
            )
            for other in try members(of: cluster) where other.id != article.id {
                page.field("", "\(other.time)  \(other.outlet)  \(other.id)")
            }
        }
        for relation in try relations(of: article.id) {
            let isSource = relation.fromID == article.id
            let other = isSource ? relation.toID : relation.fromID
            let direction =
                switch relation.direction {
                case Relation.Direction.forward.rawValue: isSource ? "its words went to" : "has its words from"
                case Relation.Direction.sibling.rawValue: "both from a third, with"
                default: "order unknown, with"
                }
            let basis = relation.basis.map { ", by \($0)" } ?? ""
            page.field(
                "relation",
                "\(relation.kind), \(share(Int(relation.coverage * 1000), of: 1000)) of the shorter; \(direction) \(other)\(basis)"
            )
        }
    }
}
