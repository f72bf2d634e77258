internal import Records
internal import Web

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

    /// - Parameters:
    ///   - lines: Short texts around the headline, nearest first.
    ///   - dayFirst: Whether 03/04 is the third of April; nil where nothing tells.
    init(
        _ witnesses: PageWitnesses, _ structured: StructuredData, url: String?, heading: Int?, lines: [String],
        dayFirst: Bool?
    ) {
        let hints = PrintedDate.Hints(dayFirst: dayFirst)
        func value(_ text: String?, _ witness: Witness) -> Found? {
            guard let text, let date = PrintedDate.parse(text, hints: hints) ?? PrintedDate.find(in: text, hints: hints)
            else {
                return nil
            }
            return Found(date: date, raw: text.collapsed, witness: witness)
        }
        modified = value(structured.modified, .jsonLD)
        for tag in Self.modifiedTags where modified == nil { modified = value(witnesses.first(tag), .meta) }

        published = value(structured.published, .jsonLD)
        for tag in Self.publishedTags where published == nil { published = value(witnesses.first(tag), .meta) }
        if published == nil { published = printed(witnesses, heading, value) }
        for line in lines where published == nil {
            published = PrintedDate.find(in: line, hints: hints).map { Found(date: $0, raw: line, witness: .text) }
        }
        if published == nil, let url, let date = PrintedDate.find(inURL: url) {
            published = Found(date: date, raw: url, witness: .url)
        }
        if published == nil { published = modified }
    }

    /// The element nearest to the headline that reads as a date; the likeliest are read first.
    private func printed(_ witnesses: PageWitnesses, _ heading: Int?, _ value: (String?, Witness) -> Found?) -> Found? {
        let scores = witnesses.times.map { time in
            let distance = heading.map { abs(time.node - $0) } ?? Int.max
            return Double(time.strength) + (distance < 40 ? 3 : distance < 120 ? 1.5 : 0)
        }
        for index in scores.indices.sorted(by: { (scores[$1], $0) < (scores[$0], $1) }) {
            let time = witnesses.times[index]
            guard let found = value(time.text, time.strength >= 5 ? .microdata : .time), found.date.day != nil else {
                continue
            }
            return found
        }
        return nil
    }
}

extension PublishedTime {
    init(_ found: Dates.Found) {
        let date = found.date
        at = date.utc
        on = date.day == nil ? nil : date.dayAsPrinted
        raw = found.raw
        zone = date.zone
        from = found.witness
        precision =
            switch date.precision {
            case .second: .second
            case .minute: .minute
            case .day: .day
            case .month: .month
            }
    }
}
