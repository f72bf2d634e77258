import Files
import Records
import Staging
import SystemPackage

/// One partition being written.
struct Publication {
    private let job: ReduceJob
    private let date: String
    /// Where the manifest of the partition goes; null where none is wanted.
    private let manifest: FilePath?
    private(set) var counts = RecordCounts()
    private var outlets = OutletLedger()

    init(_ job: ReduceJob, date: String, manifest: FilePath?) {
        self.job = job
        self.date = date
        self.manifest = manifest
    }

    /// Writes all files of the partition into an empty folder, run.json last.
    mutating func write(into folder: FilePath, stages: [FilePath]) throws {
        let spill = folder.appending(".spill")
        try spill.makeFolder()
        let tables = Tables(in: spill)
        try read(into: tables)
        var report = RunReport()
        report.date = date
        for stage in stages.map(StageFolder.init) {
            if let counts = try stage.counts() { report.stages.append(counts) }
            try stage.quarantined { try tables.add($0) }
        }
        report.stages.append(own)
        report.files = try tables.write(into: folder)
        report.outlets = outlets.sorted
        try spill.removeAll()
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

    private mutating func read(into tables: Tables) throws {
        let progress = try manifest.map { try Progress(besides: $0.parent.appending("all.jsonl")) } ?? Progress()
        var ordinal = 0
        for input in job.inputs {
            var reader = try RowReader(input)
            progress.hold(ordinal)
            while let record = try reader.next() {
                counts.recordsIn += 1
                if let refusal = try job.skip.refusal(of: ordinal) ?? publish(record, tables) {
                    counts.quarantined[refusal.reason, default: 0] += 1
                    let row = QuarantineRow(
                        id: record.id, source: record.place, stage: job.identity.stage, refusal)
                    try tables.add(row)
                }
                ordinal += 1
                progress.hold(ordinal)
            }
        }
        progress.finish()
    }

    /// Why the record cannot be published; null where it was, or was passed over.
    private mutating func publish(_ record: InputRecord<Row>, _ tables: Tables) throws -> Refusal? {
        switch record.content {
        case .refused(let refusal): return refusal
        case .skipped(let reason):
            counts.skipped[reason, default: 0] += 1
            return nil
        case .value(let row):
            let annotated: AnnotatedArticle
            do throws(JSONError) { annotated = try row.decode() } catch {
                return Refusal("invalid_row", "\(error)")
            }
            guard !annotated.article.id.isEmpty else { return Refusal("no_id", "the row has no id") }
            try tables.add(annotated)
            outlets.add(annotated)
            counts.recordsOut += 1
            return nil
        }
    }

    /// Writes the manifest: its SHA-256 is that of run.json, which lists the other files.
    func writeManifest(of partition: FilePath) throws {
        guard let path = manifest else { return }
        try path.parent.makeFolder()
        let run = partition.appending("run.json")
        var manifest = Manifest()
        manifest.stage = job.identity.stage
        manifest.algorithmVersion = job.identity.algorithmVersion
        manifest.configSHA256 = job.identity.configSHA256
        manifest.inputs = try Manifest.inputs(job.inputs, of: path)
        manifest.counts = counts
        manifest.bytes = FileStamp(run)?.size ?? 0
        manifest.sha256 = try run.sha256()
        try manifest.write(to: path)
    }
}
