import Hypertext
import Staging

/// What went in, what came out, and what was left behind where.
struct RunSection {
    private let run: RunReport
    private var names: OutletNames
    /// By the id that joins rows, empty for pages of no known outlet. Grows with the outlets.
    private var outlets: [String: Outlet] = [:]
    /// The first of the quarantined, as the table orders them.
    private var refusals: [ReportRefusal] = []

    /// What became of the pages of an outlet.
    private struct Outlet {
        var pages = 0
        var articles = 0
        /// Of the articles.
        var copies = 0
        var quotes = 0
        var skipped = 0
        var quarantined = 0
    }

    private static let shownRefusals = 12
    private static let shownOutlets = 20

    init(_ run: RunReport, names: OutletNames) {
        self.run = run
        self.names = names
        for outlet in run.outlets {
            let key = outlet.outletID ?? outlet.outletName ?? ""
            outlets[key, default: Outlet()].articles += outlet.articles
            outlets[key, default: Outlet()].copies += outlet.copies
            outlets[key, default: Outlet()].quotes += outlet.quotes
        }
    }

    mutating func add(_ coverage: ReportCoverage) {
        names.add(id: coverage.outletID, name: coverage.outletName)
        let key = coverage.outlet ?? ""
        outlets[key, default: Outlet()].pages += coverage.discovered
        outlets[key, default: Outlet()].skipped += coverage.skipped.reduce(0) { $0 + $1.pages }
        outlets[key, default: Outlet()].quarantined += coverage.quarantined + coverage.refused
    }

    mutating func add(_ refusal: ReportRefusal) {
        if refusals.count < Self.shownRefusals { refusals.append(refusal) }
    }

    func write(_ page: inout HTMLWriter) {
        page.element("p") {
            $0.text(
                """
                Every record that enters a stage leaves it, is skipped as known and harmless, or is quarantined with a \
                reason. Nothing is lost in silence.
                """)
        }
        stages(&page)
        outlets(&page)
        quarantine(&page)
    }

    private func stages(_ page: inout HTMLWriter) {
        let most = Double(max(1, run.stages.map(\.counts.recordsIn).max() ?? 1))
        let bars = run.stages.map { stage in
            let counts = stage.counts
            let parts: [(Int, BarPlot.Colour, String)] = [
                (counts.recordsOut, .blue, "went on"), (counts.skippedTotal, .grey, "skipped"),
                (counts.quarantinedTotal, .orange, "quarantined"),
            ]
            return BarPlot.Bar(
                label: stage.stage, value: "\(grouped(counts.recordsIn)) in, \(grouped(counts.recordsOut)) out",
                segments: BarPlot.stacked(parts, of: most))
        }
        func reasons(_ counts: [String: Int]) -> String {
            counts.top(20).map { "\(grouped($0.value)) \($0.key)" }.joined(separator: ", ")
        }
        let table = DataTable(
            caption: "Records by stage",
            columns: [
                .text("Stage"), .number("In"), .number("Out"), .number("Skipped"), .number("Quarantined"),
                .text("Reasons"),
            ],
            rows: run.stages.map { stage in
                let counts = stage.counts
                let why = [reasons(counts.skipped), reasons(counts.quarantined)].filter { !$0.isEmpty }
                return [
                    stage.stage, grouped(counts.recordsIn), grouped(counts.recordsOut), grouped(counts.skippedTotal),
                    grouped(counts.quarantinedTotal), why.joined(separator: "; "),
                ]
            })
        Figure(
            title: "From pages to rows", caption: "Records by stage, in the order of the data.", table: table
        ).write(&page) {
            BarPlot(
                summary: "Records in and out of \(counted(run.stages.count, "stage")).", bars: bars,
                legend: [(.blue, "went on"), (.grey, "skipped"), (.orange, "quarantined")]
            ).write(&$0)
        }
    }

    private func outlets(_ page: inout HTMLWriter) {
        let shown = outlets.mapValues { max($0.pages, $0.articles) }.top(Self.shownOutlets).compactMap { key, pages in
            outlets[key].map { (name: names[key.isEmpty ? nil : key], pages: pages, outlet: $0) }
        }
        let most = Double(max(1, shown.first?.pages ?? 1))
        let bars = shown.map { name, _, outlet in
            let parts: [(Int, BarPlot.Colour, String)] = [
                (outlet.articles - outlet.copies, .blue, "articles, not known to be copies"),
                (outlet.copies, .light, "articles that are copies"), (outlet.skipped, .grey, "skipped"),
                (outlet.quarantined, .orange, "refused or quarantined"),
            ]
            return BarPlot.Bar(
                label: name, value: counted(outlet.articles, "article"), segments: BarPlot.stacked(parts, of: most))
        }
        let table = DataTable(
            caption: "Pages by outlet",
            columns: [
                .text("Outlet"), .number("Pages"), .number("Articles"), .number("Copies"), .number("Quotes"),
                .number("Skipped"), .number("Quarantined"),
            ],
            rows: shown.map { name, _, outlet in
                [name]
                    + [
                        outlet.pages, outlet.articles, outlet.copies, outlet.quotes, outlet.skipped, outlet.quarantined,
                    ].map(grouped)
            },
            rest: outlets.count > shown.count
                ? "The largest of \(counted(outlets.count, "outlet")); coverage.jsonl has all of them, by day." : nil)
        Figure(
            title: "Outlets",
            caption: """
                What became of the pages of an outlet. A copy is an article whose text another one had before; the outlet of a \
                page that could not be read is often not known.
                """,
            table: table
        ).write(&page) {
            BarPlot(
                summary: "Pages of \(counted(shown.count, "outlet")).", bars: bars,
                legend: [
                    (.blue, "own, or first found here"), (.light, "copies"), (.grey, "skipped"),
                    (.orange, "refused or quarantined"),
                ]
            ).write(&$0)
        }
    }

    private func quarantine(_ page: inout HTMLWriter) {
        let total = run.stages.reduce(0) { $0 + $1.counts.quarantinedTotal }
        page.element("h3", text: "Quarantined")
        guard total > 0 else {
            page.element("p", text: "Nothing was quarantined.")
            return
        }
        DataTable(
            caption: "Quarantined records",
            columns: [.text("Place"), .text("Outlet"), .text("Stage"), .text("Reason")],
            rows: refusals.map {
                [shortened($0.source, to: 90), names[$0.outletID ?? $0.outletName], $0.stage, $0.reason]
            },
            rest: total > refusals.count
                ? "The first of \(grouped(total)); quarantine.jsonl has all of them, with details." : nil
        ).write(&page)
    }
}
