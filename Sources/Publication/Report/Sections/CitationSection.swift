import Hypertext

/// Which outlet names which as where something was reported.
///
/// Memory grows with the pairs of outlets, not with the articles.
struct CitationSection {
    /// Articles by outlet, then by cited outlet.
    private var counts: [String: [String: Int]] = [:]
    private var citedNames: [String: String] = [:]
    /// Citations by which an outlet names itself.
    private var ofItself = 0
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
        if citation.outletName?.lowercased() == citation.citedName.lowercased() { return ofItself += 1 }
        counts[citation.outlet ?? "", default: [:]][cited, default: 0] += 1
        if citedNames[cited] == nil { citedNames[cited] = citation.citedName }
    }

    func write(_ page: inout HTMLWriter, names: OutletNames) {
        guard !counts.isEmpty else {
            page.element("p", text: "No article names another outlet as its source.")
            return writeRest(&page)
        }
        var pairs = Ranking<(from: String, to: String, count: Int)>(limit: 40) {
            (-$0.count, $0.from, $0.to) < (-$1.count, $1.from, $1.to)
        }
        for (outlet, row) in counts {
            for (cited, count) in row { pairs.add((outlet, cited, count)) }
        }
        // Rows and columns of the strongest pairs, so that none is empty.
        var rows: [String] = []
        var columns: [String] = []
        for pair in pairs.elements {
            let newRow = rows.contains(pair.from) ? 0 : 1
            let newColumn = columns.contains(pair.to) ? 0 : 1
            guard rows.count + newRow <= Self.shown, columns.count + newColumn <= Self.shown else { continue }
            if newRow > 0 { rows.append(pair.from) }
            if newColumn > 0 { columns.append(pair.to) }
        }
        func name(_ outlet: String) -> String { names[outlet.isEmpty ? nil : outlet] }
        func citedName(_ outlet: String) -> String { citedNames[outlet] ?? outlet }
        let plot = MatrixPlot(
            summary: "Articles of \(counted(rows.count, "outlet")) that cite \(counted(columns.count, "outlet")).",
            rows: rows.map(name), columns: columns.map(citedName),
            counts: rows.map { row in columns.map { counts[row]?[$0] ?? 0 } })
        let total = counts.values.reduce(0) { $0 + $1.count }
        let table = DataTable(
            caption: "Citations by pair of outlets",
            columns: [.text("Outlet"), .text("Cites"), .number("Articles")],
            rows: pairs.elements.map { [name($0.from), citedName($0.to), grouped($0.count)] },
            rest: total > pairs.elements.count ? "The first of \(counted(total, "pair"))." : nil)
        Figure(
            caption: "Articles of an outlet (row) that name another (column) as where something was reported.",
            table: table
        ).write(&page) { plot.write(&$0) }
        writeRest(&page)
    }

    private func writeRest(_ page: inout HTMLWriter) {
        guard ofItself > 0 else { return }
        let articles = counted(ofItself, "article names its own outlet", "articles name their own outlet")
        page.element("p", ["class": "note"], text: "\(articles) and \(ofItself == 1 ? "is" : "are") not drawn.")
    }
}
