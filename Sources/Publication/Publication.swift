import Files
import Records
import Staging
import SystemPackage

/// One partition being written.
struct Publication {
    private let job: ReduceJob
    private let settings: WriteSettings
    private let date: String
    /// Where the manifest of the partition goes; null where none is wanted.
    private let manifest: FilePath?
    private(set) var counts = RecordCounts()
    private var outlets = OutletLedger()

    init(_ job: ReduceJob, _ settings: WriteSettings, date: String, manifest: FilePath?) {
        self.job = job
        self.settings = settings
        self.date = date
        self.manifest = manifest
    }

    /// Writes all files of the partition into an empty folder, run.json last.
    mutating func write(into folder: FilePath, stages: [FilePath]) throws {
        let spill = folder.appending(".spill")
        try spill.makeFolder()
        var tables = try Tables(in: folder, spill: spill, settings)
        try read(into: &tables, spill: spill)
        var report = RunReport()
        report.date = date
        report.texts = settings.texts
        for (index, stage) in stages.map(StageFolder.init).enumerated() {
            if let counts = try stage.counts() { report.stages.append(counts) }
            try tables.add(stage, isFirst: index == 0)
        }
        report.stages.append(own)
        report.files = try tables.commit(into: folder)
        report.outlets = outlets.sorted
        try report.seal(in: folder.parent)
        let page = try ReportPage(run: report, partition: folder, spill: spill).write()
        try spill.removeAll()
        report.files = try settings.compression.pack(report.files, in: folder) + [page]
        report.files += try Descriptors.write(report, into: folder)
        try report.write(to: folder.appending("run.json"))
    }

    private var own: StageCounts {
        var own = StageCounts()
        own.stage = job.identity.stage
        own.algorithmVersion = job.identity.algorithmVersion
        own.configSHA256 = job.identity.configSHA256
        own.counts = counts
        return own
    }

    private mutating func read(into tables: inout Tables, spill: FilePath) throws {
        let progress = try manifest.map { try Progress(besides: $0.parent.appending("all.jsonl")) } ?? Progress()
        let order = try ArticleOrder(job.inputs, spill: spill) { place, refusal in
            try refuse(QuarantineRow(id: nil, source: place, stage: job.identity.stage, refusal), &tables)
        }
        var ordinal = 0
        try order.drain { line in
            progress.hold(ordinal)
            counts.recordsIn += 1
            if let refusal = job.skip.refusal(of: ordinal) {
                try refuse(line, refusal, &tables)
            } else {
                try publish(line, &tables)
            }
            ordinal += 1
        }
        progress.finish()
    }

    private mutating func publish(_ line: ArticleOrder.Line, _ tables: inout Tables) throws {
        let row: AnnotatedArticle
        do throws(JSONError) { row = try AnnotatedArticle(line: line.bytes) } catch {
            return try refuse(line, Refusal("invalid_row", "\(error)"), &tables)
        }
        try tables.add(ReadArticle(row))
        outlets.add(row)
        counts.recordsOut += 1
    }

    private mutating func refuse(_ line: ArticleOrder.Line, _ refusal: Refusal, _ tables: inout Tables) throws {
        let row = try? Row(line.bytes)
        let source = try? row?.decode("source", as: Source.self)
        let id = try? row?.decode("id", as: String.self)
        counts.quarantined[refusal.reason, default: 0] += 1
        try tables.add(
            QuarantineRow(id: id, source: source?.place ?? line.place, stage: job.identity.stage, refusal))
    }

    private mutating func refuse(_ row: QuarantineRow, _ tables: inout Tables) throws {
        counts.recordsIn += 1
        counts.quarantined[row.reason, default: 0] += 1
        try tables.add(row)
    }

    /// Writes the manifest: its SHA-256 is that of run.json, which lists the other files.
    func writeManifest(of partition: FilePath, stages: [FilePath]) throws {
        guard let path = manifest else { return }
        let witnesses = try PublishOptions.witnesses(stages: stages, before: partition)
        try path.parent.makeFolder()
        let run = partition.appending("run.json")
        var manifest = Manifest()
        manifest.stage = job.identity.stage
        manifest.algorithmVersion = job.identity.algorithmVersion
        manifest.configSHA256 = job.identity.configSHA256
        manifest.inputs = try Manifest.inputs(job.inputs + witnesses, of: path)
        manifest.counts = counts
        manifest.bytes = FileStamp(run)?.size ?? 0
        manifest.sha256 = try run.sha256()
        try manifest.write(to: path)
    }
}
