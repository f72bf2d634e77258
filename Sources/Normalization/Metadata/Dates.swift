/// Chooses the times of publication and change among the witnesses.
struct Dates {
    struct Found: Sendable {
        var date: PrintedDate
        var raw: String
        var witness: Witness
    }

    private(set) var published: Found?
    private(set) var modified: Found?

    private static let publishedTags = [
        "article:published_time", "og:published_time", "datepublished", "article:published", "date", "pubdate",
        "publishdate", "publish-date",
        "publish_date", "published_date", "published-date", "dc.date", "dc.date.issued", "dcterms.date",
        "dcterms.created", "dcterms.issued",
        "dc.date.created", "parsely-pub-date", "sailthru.date", "citation_publication_date", "citation_date",
        "cxenseparse:recs:publishtime",
        "originalpublicationdate", "article.published", "publication_date", "publicationdate", "last-modified-date",
        "displaydate", "ptime", "rnews:datepublished", "created", "datecreated",
    ]
    private static let modifiedTags = [
        "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified", "lastmod",
        "article:modified",
    ]

    /// - Parameter lines: short texts around the headline, nearest first.
    init(
        _ witnesses: PageWitnesses, _ structured: StructuredData, url: String?, heading: Int?, lines: [String],
        monthFirst: Bool
    ) {
        let reader = DateReader(monthFirst: monthFirst)
        func read(_ text: String?, _ witness: Witness) -> Found? {
            guard let text, let date = reader.read(text) else { return nil }
            return Found(date: date, raw: text.collapsed, witness: witness)
        }
        modified = read(structured.modified, .jsonLD)
        for tag in Self.modifiedTags where modified == nil { modified = read(witnesses.first(tag), .meta) }

        published = read(structured.published, .jsonLD)
        for tag in Self.publishedTags where published == nil { published = read(witnesses.first(tag), .meta) }
        if published == nil { published = printed(witnesses, heading, read) }
        for line in lines where published == nil { published = read(line, .text) }
        if published == nil { published = url.flatMap { Self.inPath($0) } }
        if published == nil { published = modified }
    }

    private func printed(_ witnesses: PageWitnesses, _ heading: Int?, _ read: (String?, Witness) -> Found?) -> Found? {
        var best: (found: Found, score: Double)?
        for time in witnesses.times {
            guard let found = read(time.text, time.strength >= 5 ? .microdata : .time), found.date.day > 0 else {
                continue
            }
            var score = Double(time.strength)
            if let heading {
                let distance = abs(time.node - heading)
                score += distance < 40 ? 3 : distance < 120 ? 1.5 : 0
            }
            if score > best?.score ?? 0 { best = (found, score) }
        }
        return best?.found
    }

    /// A date in the path: `/2025/01/20/` or `/2025-01-20-`.
    private static func inPath(_ url: String) -> Found? {
        let bytes = Array(url.utf8)
        var index = 0
        while index + 10 <= bytes.count {
            if bytes[index] == UInt8(ascii: "/") || bytes[index] == UInt8(ascii: "-") {
                let piece = String(decoding: bytes[(index + 1)..<min(bytes.count, index + 11)], as: UTF8.self)
                if let date = DateReader().read(piece), date.year >= 1990,
                    piece.utf8.first.map({ $0 == 0x31 || $0 == 0x32 }) == true
                {
                    return Found(date: date, raw: piece, witness: .url)
                }
            }
            index += 1
        }
        return nil
    }
}
