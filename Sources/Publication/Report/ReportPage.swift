import Files
import Hypertext
import Records
import Staging
import SystemPackage

/// `report.html`: what a partition holds, in pictures, from its tables.
///
/// Memory grows with the number of outlets, never with that of articles, and the page shows the first few of everything.
struct ReportPage {
    let run: RunReport
    /// Holds the tables.
    let partition: FilePath
    /// Where rows are spilled that do not fit into memory.
    let spill: FilePath

    private static let file = "report.html"

    func write() throws -> PublishedFile {
        let bytes = try Findings(of: run, in: partition, spillingInto: spill).page()
        var file = try AtomicFile(partition.appending(Self.file))
        try file.write(bytes)
        var published = PublishedFile()
        published.path = Self.file
        published.bytes = file.count
        published.sha256 = file.sealed()
        try file.commit()
        return published
    }
}

/// All sections, filled in one pass over each table where one is enough.
private struct Findings {
    private let run: RunReport
    private var names = OutletNames()
    private var overview: RunSection
    private var speakers: SpeakerSection
    private var citations = CitationSection()
    private var copies = CopySection()
    private var stories = StorySection()
    private var utterances = UtteranceSection()
    private var quality = QualitySection()

    init(of run: RunReport, in partition: FilePath, spillingInto spill: FilePath) throws {
        self.run = run
        for outlet in run.outlets { names.add(id: outlet.outletID, name: outlet.outletName) }
        overview = RunSection(run, names: names)
        speakers = SpeakerSection(in: spill)
        try Self.each("quarantine", in: partition) { (refusal: ReportRefusal) in overview.add(refusal) }
        try Self.each("coverage", in: partition) { (coverage: ReportCoverage) in overview.add(coverage) }
        try Self.each("clusters", in: partition) { (story: ReportCluster) in stories.add(story) }
        stories.choose()
        try Self.each("quote_clusters", in: partition) { (utterance: ReportUtterance) in utterances.add(utterance) }
        utterances.choose()
        try Self.each("articles", in: partition) { (article: ReportArticle) in
            stories.add(article)
            quality.add(article)
        }
        try Self.each("quotes", in: partition) { (quote: ReportQuote) in
            try speakers.add(quote)
            utterances.add(quote)
            quality.add(quote)
        }
        try speakers.finish()
        try Self.each("citations", in: partition) { citations.add($0) }
        try copies.read(partition, spillingInto: spill)
    }

    private static func each<Row: JSONRecord>(
        _ table: String, in partition: FilePath, _ take: (Row) throws -> Void
    ) throws {
        var rows = try TableRows<Row>(table, in: partition)
        while let row = try rows.next() { try take(row) }
    }

    // MARK: The page

    private var articles: Int { run.outlets.reduce(0) { $0 + $1.articles } }
    private var copied: Int { run.outlets.reduce(0) { $0 + $1.copies } }
    private var outlets: Int { Set(run.outlets.compactMap { $0.outletID ?? $0.outletName }).count }

    private static let sections: [(id: String, title: String)] = [
        ("run", "The run"), ("speakers", "Who is quoted"), ("citations", "Who cites whom"),
        ("copies", "Who copies whom"),
        ("stories", "How stories went round"), ("quotes", "One quote, many outlets"), ("quality", "What is missing"),
        ("about", "About this page"),
    ]

    func page() -> [UInt8] {
        let day = Moment.spelled(run.date)
        return Page(title: "News run of \(day)", style: reportStyle).bytes { body in
            body.element("a", ["class": "skip", "href": "#run"], text: "Skip to the report")
            body.element("header", ["class": "top"]) { writeHeader(day, &$0) }
            body.element("nav", ["aria-label": "Sections"]) { nav in
                nav.element("ol") { list in
                    for (id, title) in Self.sections {
                        list.element("li") { $0.element("a", ["href": "#\(id)"], text: title) }
                    }
                }
            }
            body.element("main") { main in
                for (id, title) in Self.sections {
                    main.element("section", ["id": id, "aria-labelledby": "\(id)-title"]) { section in
                        section.element("h2", ["id": "\(id)-title"], text: title)
                        write(id, &section)
                    }
                }
            }
        }
    }

    private func writeHeader(_ day: String, _ header: inout HTMLWriter) {
        header.element("p", ["class": "eyebrow"], text: "pipeline · report of a run")
        header.element("h1", text: "News run of \(day)")
        header.element("p", ["class": "lede"]) {
            $0.text(
                """
                \(counted(articles, "article")) of \(counted(outlets, "outlet")), with \
                \(counted(quality.quotes, "quote")) of who said what, through whom, and where first.
                """)
        }
        let figures: [(String, Int)] = [
            ("articles", articles), ("outlets", outlets), ("quotes", quality.quotes),
            ("different utterances", utterances.count), ("copies", copied),
            ("quarantined", run.stages.reduce(0) { $0 + $1.counts.quarantinedTotal }),
        ]
        header.element("dl", ["class": "figures"]) { list in
            for (what, count) in figures {
                list.element("div") { entry in
                    entry.element("dt", text: what)
                    entry.element("dd", text: grouped(count))
                }
            }
        }
    }

    private func write(_ section: String, _ page: inout HTMLWriter) {
        switch section {
        case "run": overview.write(&page)
        case "speakers": speakers.write(&page, names: names)
        case "citations": citations.write(&page, names: names)
        case "copies": copies.write(&page, names: names)
        case "stories": stories.write(&page, names: names)
        case "quotes": utterances.write(&page, names: names)
        case "quality": quality.write(&page)
        default: writeAbout(&page)
        }
    }

    private func writeAbout(_ page: inout HTMLWriter) {
        page.element("p") {
            $0.text(
                """
                Everything here was counted from the files beside this page, which hold all that was left out for want of \
                room. Times are UTC. Entities, quotes and speakers were found by a program and have errors: take a sample \
                with “pipeline sample” and judge it before you rest a claim on a count.
                """)
        }
        DataTable(
            caption: "Files of this partition",
            columns: [.text("File"), .number("Rows"), .number("Bytes"), .text("SHA-256")],
            rows: run.files.map { [$0.path, grouped($0.rows), grouped($0.bytes), String($0.sha256.prefix(16)) + "…"] }
        ).write(&page)
        DataTable(
            caption: "Versions of the stages", columns: [.text("Stage"), .text("Algorithm"), .text("Configuration")],
            rows: run.stages.map { [$0.stage, $0.algorithmVersion, String($0.configSHA256.prefix(16)) + "…"] }
        ).write(&page)
    }
}
