import Records

/// Counts of pages by outlet and day.
struct CoverageTally {
    private struct Key: Hashable {
        var outletID: String?
        /// Where the outlet has no id.
        var outletName: String?
        var day: String?
    }

    private struct Counts {
        var discovered = 0
        var refused = 0
        var skipped: [String: Int] = [:]
        var quarantined = 0
        var articles = 0
        var quotes = 0

        static func += (sum: inout Counts, other: Counts) {
            sum.discovered += other.discovered
            sum.refused += other.refused
            sum.skipped.merge(other.skipped, uniquingKeysWith: +)
            sum.quarantined += other.quarantined
            sum.articles += other.articles
            sum.quotes += other.quotes
        }
    }

    private var counts: [Key: Counts] = [:]
    /// The least name of each id and the least id of each name, so that no order of arrival shows.
    private var names: [String: String] = [:]
    private var ids: [String: String] = [:]

    /// Adds the events of one page, and returns its outlet where that is known.
    mutating func add(_ page: [PageEvent]) -> Outlet? {
        guard !page.isEmpty else { return nil }
        let article = page.first { $0.kind == .article }
        let id = article?.outletID ?? page.lazy.compactMap(\.outletID).first
        let name = article?.outletName ?? page.lazy.compactMap(\.outletName).first
        if let id, let name {
            names[id] = min(names[id] ?? name, name)
            ids[name] = min(ids[name] ?? id, id)
        }
        func count(_ kind: PageEvent.Kind) -> Int { page.count { $0.kind == kind } }
        var sum = Counts()
        sum.refused = count(.refused)
        // A row that did not come through fetch was there all the same.
        sum.discovered = max(count(.discovered) + sum.refused, 1)
        for event in page where event.kind == .skipped { sum.skipped[event.reason ?? "", default: 0] += 1 }
        sum.quarantined = count(.quarantined)
        sum.articles = count(.article)
        sum.quotes = page.reduce(0) { $0 + $1.quotes }
        counts[Key(outletID: id, outletName: id == nil ? name : nil, day: article?.day), default: Counts()] += sum
        return id == nil && name == nil ? nil : Outlet(id: id, name: name)
    }

    /// In the order of the table. An outlet that some of its pages give an id has it in all rows.
    var rows: [CoverageRow] {
        var settled: [Key: Counts] = [:]
        for (key, sum) in counts {
            let id = key.outletID ?? key.outletName.flatMap { ids[$0] }
            let name = id == nil ? key.outletName : nil
            settled[Key(outletID: id, outletName: name, day: key.day), default: Counts()] += sum
        }
        return settled.map(row).sorted { $0.key.bytes.lexicographicallyPrecedes($1.key.bytes) }
    }

    private func row(_ key: Key, _ sum: Counts) -> CoverageRow {
        var row = CoverageRow()
        row.outletID = key.outletID
        row.outletName = key.outletID.map { names[$0] ?? $0 } ?? key.outletName
        row.day = key.day
        row.discovered = sum.discovered
        row.refused = sum.refused
        row.fetched = sum.discovered - sum.refused
        row.skipped = sum.skipped.sorted { $0.key < $1.key }.map { CoverageRow.Skipped(reason: $0, pages: $1) }
        row.quarantined = sum.quarantined
        row.articles = sum.articles
        row.quotes = sum.quotes
        return row
    }
}
