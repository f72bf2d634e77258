import Hypertext
import Records
import SystemPackage

/// Who is quoted most, and by whom.
struct SpeakerSection {
    private let spool: SortedSpool
    private var speakers = Ranking<Voice>(limit: shown, by: Voice.precedes)
    private var speakerCount = 0
    private var added = 0

    private static let shown = 15
    private static let shownOutlets = 8

    /// One person or organisation.
    private struct Voice {
        var key: String
        var name: String
        /// Different ones.
        var utterances = 0
        /// Quotes in articles.
        var printed = 0
        /// Different utterances by outlet.
        var outlets: [String: Int] = [:]

        static func precedes(_ one: Voice, _ other: Voice) -> Bool {
            (-one.utterances, -one.printed, one.key) < (-other.utterances, -other.printed, other.key)
        }
    }

    /// A quote, as it is sorted.
    private struct Line: JSONRecord {
        var speaker = ""
        var name = ""
        var utterance = ""
        var outlet = ""

        mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
            try visitor.field("speaker", &speaker)
            try visitor.field("name", &name)
            try visitor.field("utterance", &utterance)
            try visitor.field("outlet", &outlet)
        }
    }

    /// - Parameter folder: where rows are spilled that do not fit into memory.
    init(in folder: FilePath) {
        spool = SortedSpool(in: folder, named: "report_speakers")
    }

    /// Outlets, groups and sources without a name are not speakers in this sense.
    mutating func add(_ quote: ReportQuote) throws {
        guard let key = quote.speakerKey, let name = quote.speakerName,
            quote.speakerKind == Speaker.Kind.person.rawValue || quote.speakerKind == Speaker.Kind.organisation.rawValue
        else { return }
        added += 1
        var line = Line()
        line.speaker = key
        line.name = name
        line.utterance = quote.clusterID ?? "\(added)"
        line.outlet = quote.outlet ?? ""
        var writer = JSONWriter()
        line.write(json: &writer)
        try spool.add(SortKey().then(key).then(line.utterance).then(line.outlet), writer.bytes)
    }

    mutating func finish() throws {
        var voice: Voice?
        var last: Line?
        try spool.drain { _, bytes in
            let line: Line = try Row(Array(bytes)).decode()
            if let done = voice, done.key != line.speaker {
                rank(done)
                voice = nil
                last = nil
            }
            var current = voice ?? Voice(key: line.speaker, name: line.name)
            // The fullest name; of equally long ones the first.
            if line.name.utf8.count > current.name.utf8.count { current.name = line.name }
            current.printed += 1
            let isNew = last?.utterance != line.utterance
            if isNew { current.utterances += 1 }
            if isNew || last?.outlet != line.outlet { current.outlets[line.outlet, default: 0] += 1 }
            voice = current
            last = line
        }
        if let voice { rank(voice) }
    }

    private mutating func rank(_ voice: Voice) {
        speakers.add(voice)
        speakerCount += 1
    }

    func write(_ page: inout HTMLWriter, names: OutletNames) {
        guard !speakers.elements.isEmpty else {
            page.element("p", text: "No quote of a named person or organisation was found.")
            return
        }
        page.element("p") {
            $0.text(
                """
                Persons and organisations with a name; outlets, groups (“police”) and anonymous sources are left out. An \
                utterance counts once however many articles print it, so an agency’s quote in forty outlets is one.
                """)
        }
        ranking(&page, names)
        byOutlet(&page, names)
    }

    private func ranking(_ page: inout HTMLWriter, _ names: OutletNames) {
        let most = Double(max(1, speakers.elements.map(\.printed).max() ?? 1))
        let bars = speakers.elements.map { voice in
            BarPlot.Bar(
                label: voice.name, value: grouped(voice.utterances),
                segments: [
                    .init(
                        start: 0, width: Double(voice.utterances) / most, colour: .blue,
                        title: counted(voice.utterances, "different utterance")),
                    .init(
                        start: Double(voice.utterances) / most,
                        width: Double(voice.printed - voice.utterances) / most, colour: .light,
                        title: "printed \(counted(voice.printed, "time"))"),
                ])
        }
        let table = DataTable(
            caption: "Most quoted",
            columns: [
                .text("Speaker"), .number("Utterances"), .number("Printed"), .number("Outlets"), .text("Most by"),
            ],
            rows: speakers.elements.map { voice in
                let outlets = voice.outlets.top(3).map { "\(name($0.key, names)) (\(grouped($0.value)))" }
                return [
                    voice.name, grouped(voice.utterances), grouped(voice.printed), grouped(voice.outlets.count),
                    outlets.joined(separator: ", "),
                ]
            },
            rest: speakerCount > speakers.elements.count
                ? "The first of \(counted(speakerCount, "speaker"))." : nil)
        Figure(
            title: "Most quoted", caption: "Different utterances, and how often they were printed.", table: table
        ).write(&page) {
            BarPlot(
                summary: "The \(speakers.elements.count) most quoted, by different utterances.", bars: bars,
                legend: [(.blue, "different utterances"), (.light, "printed again")]
            ).write(&$0)
        }
    }

    private func byOutlet(_ page: inout HTMLWriter, _ names: OutletNames) {
        var sums: [String: Int] = [:]
        for voice in speakers.elements { sums.merge(voice.outlets) { $0 + $1 } }
        let outlets = sums.top(Self.shownOutlets).map(\.key)
        let voices = speakers.elements.filter { voice in outlets.contains { voice.outlets[$0] != nil } }
        let plot = MatrixPlot(
            summary: "Utterances of \(counted(voices.count, "speaker")) in \(counted(outlets.count, "outlet")).",
            rows: voices.map(\.name), columns: outlets.map { name($0, names) },
            counts: voices.map { voice in outlets.map { voice.outlets[$0] ?? 0 } })
        let table = DataTable(
            caption: "Utterances by speaker and outlet",
            columns: [.text("Speaker")] + plot.columns.map { .number($0) },
            rows: zip(plot.rows, plot.counts).map { [$0] + $1.map(grouped) },
            rest: sums.count > outlets.count ? "Of \(counted(sums.count, "outlet")), those that quote them most." : nil)
        let cut = sums.count > outlets.count ? " The outlets are those that quote these speakers most." : ""
        Figure(
            title: "Quoted by whom",
            caption: "Different utterances of a speaker (row) that an outlet (column) printed." + cut, table: table
        ).write(&page) { plot.write(&$0) }
    }

    private func name(_ outlet: String, _ names: OutletNames) -> String { names[outlet.isEmpty ? nil : outlet] }
}
