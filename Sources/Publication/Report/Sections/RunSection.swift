import Hypertext
import Staging

/// What went in, what came out, and what was left behind where.
struct RunSection {
    private let run: RunReport
    private let names: OutletNames
    /// The first of the quarantined, as the table orders them.
    private var refusals: [QuarantineRow] = []

    private static let shownRefusals = 12
    private static let shownOutlets = 20

    init(_ run: RunReport, names: OutletNames) {
        self.run = run
        self.names = names
    }

    mutating func read(_ rows: consuming TableRows<QuarantineRow>) throws {
        while refusals.count < Self.shownRefusals, let row = try rows.next() { refusals.append(row) }
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
            var start = 0
            var segments: [BarPlot.Segment] = []
            for (count, colour, what) in parts {
                segments.append(
                    .init(
                        start: Double(start) / most, width: Double(count) / most, colour: colour,
                        title: "\(stage.stage): \(grouped(count)) \(what)"))
                start += count
            }
            return BarPlot.Bar(
                label: stage.stage, value: "\(grouped(counts.recordsIn)) in, \(grouped(counts.recordsOut)) out",
                segments: segments)
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

    /// Rows of one outlet under several names as one.
    private var byOutlet: [OutletCounts] {
        var sums: [String: OutletCounts] = [:]
        for outlet in run.outlets {
            let key = outlet.outletID ?? outlet.outletName
            var sum = sums[key ?? ""] ?? OutletCounts()
            sum.outletName = names[key]
            sum.articles += outlet.articles
            sum.copies += outlet.copies
            sum.quotes += outlet.quotes
            sums[key ?? ""] = sum
        }
        return sums.mapValues(\.articles).top(Self.shownOutlets).compactMap { sums[$0.key] }
    }

    private var outletCount: Int { Set(run.outlets.map { $0.outletID ?? $0.outletName }).count }

    private func outlets(_ page: inout HTMLWriter) {
        let shown = byOutlet
        let most = Double(max(1, shown.map(\.articles).max() ?? 1))
        let bars = shown.map { outlet in
            let own = outlet.articles - outlet.copies
            return BarPlot.Bar(
                label: outlet.outletName ?? "", value: counted(outlet.articles, "article"),
                segments: [
                    .init(
                        start: 0, width: Double(own) / most, colour: .blue,
                        title: "\(grouped(own)) not known to be copies"),
                    .init(
                        start: Double(own) / most, width: Double(outlet.copies) / most, colour: .orange,
                        title: counted(outlet.copies, "copy", "copies")),
                ])
        }
        let table = DataTable(
            caption: "Articles by outlet",
            columns: [.text("Outlet"), .number("Articles"), .number("Copies"), .number("Quotes")],
            rows: shown.map {
                [$0.outletName ?? "", grouped($0.articles), grouped($0.copies), grouped($0.quotes)]
            },
            rest: outletCount > shown.count ? "The largest of \(counted(outletCount, "outlet"))." : nil)
        Figure(
            title: "Outlets",
            caption: "Articles published in this partition; a copy is an article whose text another one had before.",
            table: table
        ).write(&page) {
            BarPlot(
                summary: "Articles of \(counted(shown.count, "outlet")).", bars: bars,
                legend: [(.blue, "own, or first found here"), (.orange, "copies")]
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
            caption: "Quarantined records", columns: [.text("Place"), .text("Stage"), .text("Reason")],
            rows: refusals.map { [shortened($0.source, to: 90), $0.stage, $0.reason] },
            rest: total > refusals.count
                ? "The first of \(grouped(total)); quarantine.jsonl has all of them, with details." : nil
        ).write(&page)
    }
}
