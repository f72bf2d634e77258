import Hypertext

/// Which outlet names which as where something was reported.
///
/// Memory grows with the pairs of outlets, not with the articles.
struct CitationSection {
    /// Articles by outlet, then by cited outlet.
    private var counts: [String: [String: Int]] = [:]
    private var citedNames: [String: String] = [:]
    /// Rows come by article; a pair counts once in each.
    private var article = ""
    private var seen: Set<String> = []

    private static let shown = 10

    mutating func add(_ citation: ReportCitation) {
        if citation.articleID != article {
            article = citation.articleID
            seen.removeAll(keepingCapacity: true)
        }
        let cited = citation.citedKey ?? "name/" + citation.citedName
        guard seen.insert(cited).inserted else { return }
        counts[citation.outlet ?? "", default: [:]][cited, default: 0] += 1
        if citedNames[cited] == nil { citedNames[cited] = citation.citedName }
    }

    func write(_ page: inout HTMLWriter, names: OutletNames) {
        guard !counts.isEmpty else {
            page.element("p", text: "No article names another outlet as its source.")
            return
        }
        let rows = counts.mapValues { $0.values.reduce(0, +) }.top(Self.shown)
        var sums: [String: Int] = [:]
        for row in counts.values { sums.merge(row) { $0 + $1 } }
        let columns = sums.top(Self.shown)
        let plot = MatrixPlot(
            summary: "Articles of \(counted(rows.count, "outlet")) that cite \(counted(columns.count, "outlet")).",
            rows: rows.map { names[$0.key.isEmpty ? nil : $0.key] },
            columns: columns.map { citedNames[$0.key] ?? $0.key },
            counts: rows.map { row in columns.map { counts[row.key]?[$0.key] ?? 0 } })
        var pairs = Ranking<(from: String, to: String, count: Int)>(limit: 40) {
            (-$0.count, $0.from, $0.to) < (-$1.count, $1.from, $1.to)
        }
        for (outlet, row) in counts {
            for (cited, count) in row {
                pairs.add((names[outlet.isEmpty ? nil : outlet], citedNames[cited] ?? cited, count))
            }
        }
        let total = counts.values.reduce(0) { $0 + $1.count }
        let table = DataTable(
            caption: "Citations by pair of outlets",
            columns: [.text("Outlet"), .text("Cites"), .number("Articles")],
            rows: pairs.elements.map { [$0.from, $0.to, grouped($0.count)] },
            rest: total > pairs.elements.count ? "The first of \(counted(total, "pair"))." : nil)
        Figure(
            title: "Who cites whom",
            caption: "Articles of an outlet (row) that name another (column) as where something was reported.",
            table: table
        ).write(&page) { plot.write(&$0) }
    }
}
