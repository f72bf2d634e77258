internal import Records
internal import Web

/// Chooses the times of publication and change among the witnesses: structured data, then meta tags, then what is
/// printed around the headline, then the address.
struct Dates {
    struct Found: Sendable {
        var date: PrintedDate
        var raw: String
        var witness: Witness
        /// The day that the page prints, where it is not the instant's own in the zone of the metadata.
        var printedDay: String?
    }

    private(set) var published: Found?
    private(set) var modified: Found?

    private static let publishedTags = [
        "article:published_time", "og:published_time", "datepublished", "article:published", "date", "pubdate",
        "published", "publishdate", "publish-date",
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
    ///   - datedLines: Short texts with figures, from anywhere on the page.
    ///   - dayFirst: Whether 03/04 is the third of April; nil where nothing tells.
    init(
        _ witnesses: PageWitnesses, _ structured: StructuredData, url: String?, heading: Int?, lines: [String],
        datedLines: [String], dayFirst: Bool?
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
        if published == nil {
            let tags = witnesses.meta.keys.filter { Self.mayNamePublication($0) }.sorted()
            for tag in tags where published == nil { published = value(witnesses.first(tag), .meta) }
        }

        // Beside a stated time only what stands close to the headline counts, or says that it is of publication.
        let isStated = published != nil
        let printed = PrintedDates(
            witnesses, heading: heading, lines: lines, datedLines: datedLines, url: url, hints: hints,
            onlyNear: isStated)
        if let stated = published {
            published = Self.weigh(stated, modified, printed.nearest ?? printed.declared)
        } else {
            published = Self.inTitle(witnesses.titleTag, hints) ?? printed.best
            if published == nil, let url, let date = PrintedDate.find(inURL: url) {
                published = Found(date: date, raw: url, witness: .url)
            }
            published = published ?? modified
        }
    }

    /// A part of the title tag that is nothing but a date: `Headline | Outlet | 28.04.2023`.
    private static func inTitle(_ title: String?, _ hints: PrintedDate.Hints) -> Found? {
        for separator in SiteName.separators {
            guard let part = title?.parts(separatedBy: separator).dropFirst().last, part.utf8.count < 24,
                let date = PrintedDate.parse(part, hints: hints), date.day != nil
            else { continue }
            return Found(date: date, raw: part.collapsed, witness: .titleTag)
        }
        return nil
    }

    /// Names of tags of content systems: `w-published-date`, `cms:publishTime`.
    private static func mayNamePublication(_ tag: String) -> Bool {
        ("publish" as ASCIIWord).isIn(tag)
            && (("date" as ASCIIWord).isIn(tag) || ("time" as ASCIIWord).isIn(tag)) && !("modif" as ASCIIWord).isIn(tag)
    }

    /// The day printed beside the headline against the time stated in metadata. A day apart is a matter of zones: the
    /// instant holds, the day as printed is kept beside it. A stated time that is that of the last change too, long
    /// after the printed day, is when the content system last wrote the page.
    private static func weigh(_ stated: Found, _ modified: Found?, _ printed: Found?) -> Found {
        guard let printed, let day = printed.date.dayNumber, let statedDay = stated.date.dayNumber else {
            return stated
        }
        if abs(day - statedDay) == 1, stated.date.seconds != nil {
            var found = stated
            found.printedDay = printed.date.dayAsPrinted
            return found
        }
        if let modifiedDay = modified?.date.dayNumber, statedDay >= modifiedDay, day < statedDay - 1 { return printed }
        // A clock without a zone may run in any: the page prints its readers' day. A day between publication and last change,
        // which the page does not call that of a change, is the one that it gives its readers as its own.
        let isClockApart = abs(day - statedDay) == 1 && stated.date.hour != nil && stated.date.zone == nil
        let isBetween = day > statedDay + 1 && modified?.date.dayNumber.map { day < $0 - 1 } ?? false
        let isMisread = printed.isNumeric && printed.date.exchanged?.dayNumber == statedDay
        return isClockApart || isBetween && !isMisread ? printed : stated
    }
}

/// The dates that a page prints, each with the words before it.
struct PrintedDates {
    private var found: [Entry] = []

    private struct Entry {
        var date: Dates.Found
        var label: DateLabel?
        var score: Double
        var isNear: Bool
    }

    init(
        _ witnesses: PageWitnesses, heading: Int?, lines: [String], datedLines: [String], url: String?,
        hints: PrintedDate.Hints, onlyNear: Bool
    ) {
        let urlDate = url.flatMap { PrintedDate.find(inURL: $0) }
        for time in witnesses.times {
            let distance = heading.map { abs(time.node - $0) } ?? Int.max
            if onlyNear, distance >= 40, time.label != .published { continue }
            let isBelow = heading.map { time.node > $0 } ?? false
            let score = Double(time.strength) + (distance < 40 ? isBelow ? 3.5 : 3 : distance < 120 ? 1.5 : 0)
            let witness: Witness = time.strength >= 5 ? .microdata : .time
            add(time.text, time.label, witness, score, isNear: distance < 40, hints)
        }
        // A date in a longer line is what the text is about.
        for (index, line) in lines.enumerated() where line.utf8.count < 90 {
            let isNear = index < 8 && heading != nil
            if onlyNear, !isNear { break }
            add(line, nil, .text, (isNear ? 2.9 : 1.4) - Double(index) / 100, isNear: isNear, hints)
        }
        // Far from the headline only a line that is little else than a date counts.
        for (index, line) in datedLines.enumerated() where !lines.contains(line) {
            if line.utf8.count > 80, Array(line.utf8).withUnsafeBufferPointer(PageOutline.tellsFirstPublication) {
                add(firstPublished: line, hints)
                continue
            }
            let needsLabel = line.utf8.count > 40 || onlyNear
            if needsLabel, DateLabel.last(in: line.utf8) == nil { continue }
            let count = found.count
            add(line, nil, .text, 1 - Double(index) / 100, isNear: false, hints)
            if needsLabel {
                let isPublication = found.count == count + 1 && found[count].label == .published
                if !isPublication { found.removeSubrange(count...) }
            }
        }
        let days = Set(found.filter { !$0.date.isNumeric }.compactMap(\.date.date.dayNumber))
        for index in found.indices where found[index].date.isNumeric {
            guard let swapped = found[index].date.date.exchanged, let day = swapped.dayNumber else { continue }
            let isElsewhere = days.contains(day) && !days.contains(found[index].date.date.dayNumber ?? 0)
            let isInURL = urlDate.map { $0.year == swapped.year && $0.month == swapped.month } ?? false
            if isElsewhere || isInURL { found[index].date.date = swapped }
        }
    }

    /// Takes the date that such a note gives first; it is more than any that stands alone.
    private mutating func add(firstPublished note: String, _ hints: PrintedDate.Hints) {
        let count = found.count
        add(note, nil, .text, 8, isNear: false, hints)
        if found.count > count + 1 { found.removeSubrange((count + 1)...) }
        if found.count > count, found[count].label != .published { found.removeLast() }
    }

    private mutating func add(
        _ text: String, _ label: DateLabel?, _ witness: Witness, _ score: Double, isNear: Bool,
        _ hints: PrintedDate.Hints
    ) {
        // No date is without a digit; those of other scripts are three bytes long.
        guard text.utf8.contains(where: { $0 &- 0x30 < 10 || $0 >= 0xe0 }) else { return }
        let raw = text.collapsed
        if let date = PrintedDate.parse(text, hints: hints), date.day != nil {
            let date = Dates.Found(date: date, raw: raw, witness: witness)
            let own = DateLabel.last(in: text.utf8) ?? label
            found.append(Entry(date: date, label: own, score: score, isNear: isNear))
            return
        }
        var start = 0
        let bytes = Array(text.utf8)
        for (date, range) in PrintedDate.matches(in: text, hints: hints) where date.day != nil {
            let own = DateLabel.last(in: bytes[start..<max(start, range.lowerBound)]) ?? (start == 0 ? label : nil)
            start = range.upperBound
            let date = Dates.Found(date: date, raw: raw, witness: witness)
            found.append(Entry(date: date, label: own, score: score, isNear: isNear))
        }
    }

    /// The likeliest date of publication; one that is said to be of a change only where there is no other.
    var best: Dates.Found? { choose(found.filter { $0.label != .updated }) ?? choose(found) }

    /// The same among what stands near the headline.
    var nearest: Dates.Found? { choose(found.filter { $0.label != .updated && $0.isNear }) }

    /// The same among what the page calls the date of publication.
    var declared: Dates.Found? { choose(found.filter { $0.label == .published }) }

    private func choose(_ dates: [Entry]) -> Dates.Found? {
        var best: (date: Dates.Found, score: Double)?
        for entry in dates {
            let score = entry.score + (entry.label == .published ? 1 : 0)
            if score > best?.score ?? -1 { best = (entry.date, score) }
        }
        return best?.date
    }
}

extension Dates.Found {
    /// Day and month may have changed places: two numbers before the year.
    fileprivate var isNumeric: Bool {
        let bytes = raw.utf8
        return !bytes.contains { ($0 | 0x20) &- 0x61 < 26 || $0 >= 0x80 }
            && !bytes.prefix(4).allSatisfy { $0 &- 0x30 < 10 }
    }
}

extension PublishedTime {
    init(_ found: Dates.Found) {
        let date = found.date
        at = date.utc
        on = found.printedDay ?? (date.day == nil ? nil : date.dayAsPrinted)
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
