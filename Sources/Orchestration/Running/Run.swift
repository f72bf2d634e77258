import Files
import Records
import Staging
import SystemPackage

/// One run: plans the pages, then brings each stage up to date, from what is missing or stale onward.
struct Run: ~Copyable {
    let configuration: RunConfiguration
    let state: StateFolder
    let date: String
    private let stages: [StageDescription]
    private let signals: Signals
    private let reporter: any Reporter
    private var digests: DigestCache
    private var record: RunRecord

    /// Checks the configuration with every stage before anything is touched.
    init(_ configuration: RunConfiguration, date: String?, signals: Signals, reporter: any Reporter) throws {
        let state = StateFolder(path: configuration.state)
        let stages = try configuration.stages.map { try Siblings.describe($0, configuration: configuration.file) }
        let date = try CurrentRun.date(in: state, wanted: date)
        digests = try DigestCache(state.digests)
        record = RunRecord(date: date)
        self.configuration = configuration
        self.state = state
        self.date = date
        self.stages = stages
        self.signals = signals
        self.reporter = reporter
    }

    /// Runs what must be run; returns what each stage's records became.
    mutating func run() throws -> [StageReport] {
        try state.removeTemporaries()
        try CurrentRun.begin(date, in: state, output: configuration.output)
        let lifeline = try LifelineHolder()
        let pool = WorkerPool(
            workers: configuration.workers, limits: configuration.settings.limits, signals: signals,
            lifeline: lifeline.reading)
        defer { try? record.save(in: state.runs) }
        if configuration.acquires {
            defer { record.sources = Acquisition.report(in: state) }
            try Acquisition(
                configuration: configuration, state: state, signals: signals, lifeline: lifeline.reading
            ).run()
        }
        var shards = try plan()
        var reports: [StageReport] = []
        for stage in stages {
            if stage.kind == .reduce { try removeUncommittedSegments() }
            let track = try track(stage, inputs: shards)
            let report = try bring(track, pool)
            reports.append(report)
            record.stages.append(report)
            shards = try track.outputs.map { Track.Input(path: $0, sha256: try digests.digest(of: $0) ?? "") }
        }
        try digests.save()
        try CurrentRun.finish(in: state)
        record.finished = true
        return reports
    }

    /// What would run, without running it: for each stage the shards to write and all shards.
    mutating func preview() throws -> [(stage: String, stale: Int, total: Int)] {
        var shards = try plan(writing: false)
        var result: [(stage: String, stale: Int, total: Int)] = []
        var isStale = false
        for stage in stages {
            let track = try track(stage, inputs: shards)
            var stale = 0
            for (index, output) in track.outputs.enumerated() {
                let inputsHold = stage.kind == .map ? !shards[index].sha256.isEmpty : !isStale
                let holds = try track.manifest(of: output, at: index, &digests) != nil
                if !inputsHold || !holds { stale += 1 }
            }
            shards = try track.outputs.enumerated().map { index, output in
                let holds = try track.manifest(of: output, at: index, &digests) != nil
                return Track.Input(path: output, sha256: holds ? try digests.digest(of: output) ?? "" : "")
            }
            isStale = isStale || stale > 0
            result.append((stage.stage, stale, track.outputs.count))
        }
        return result
    }

    private mutating func plan(writing: Bool = true) throws -> [Track.Input] {
        reporter.began("plan", total: 0)
        let planner = Planner(inputs: try inputs(), folder: state.plan, shards: configuration.settings.shards)
        let planned = try planner.plan(&digests, writing: writing) { [signals] in try signals.check() }
        record.pages = planned.reduce(0) { $0 + $1.pages }
        reporter.ended(StageReport(stage: "plan"))
        return planned.map { Track.Input(path: $0.path, sha256: $0.sha256) }
    }

    /// The configured inputs, and what was brought from the network.
    private func inputs() throws -> [FilePath] {
        let named: [FilePath]
        do { named = try configuration.inputs.flatMap { try $0.matches() } } catch let error as FileError {
            throw StageFailure(.io, "\(error); inputs are named in pipeline.json or by --input")
        }
        return named
            + (configuration.readsCrawl && FileStamp(state.crawledPages) != nil ? [state.crawledPages] : [])
    }

    private func track(_ stage: StageDescription, inputs: [Track.Input]) throws -> Track {
        let folder = stage.kind == .map ? state.shards(of: stage.stage) : state.shards(of: stage.stage, date: date)
        let segments = stage.kind == .reduce ? try earlierSegments().filter { isCommitted($0.date) }.map(\.path) : []
        return Track(
            stage: stage, program: try Siblings.program(stage.stage), folder: folder, inputs: inputs,
            segments: segments, configuration: configuration, state: state, date: date,
            earlier: stages.prefix { $0 != stage }.map {
                $0.kind == .map ? state.shards(of: $0.stage) : state.shards(of: $0.stage, date: date)
            })
    }

    /// Brings one stage up to date.
    private mutating func bring(_ track: Track, _ pool: WorkerPool) throws -> StageReport {
        var report = StageReport(stage: track.stage.stage)
        report.shards = track.outputs.count
        try track.removeStrangers()
        let jobs = try track.jobs(&digests)
        report.shardsRun = jobs.isEmpty ? 0 : track.stage.kind == .map ? jobs.count : track.outputs.count
        reporter.began(track.stage.stage, total: record.pages)
        let start = Clock.monotonic
        let settled = try track.settledRecords(except: jobs)
        var finished = settled
        try pool.run(jobs) { job, usage in
            report.cpuSeconds += usage.cpuSeconds
            report.peakBytes = max(report.peakBytes, usage.peakBytes)
            finished += Manifest.read(of: job.shard)?.counts.recordsIn ?? 0
        } watch: { status in
            reporter.advanced(to: finished + status.recordsUnderWay, settled: settled)
        }
        report.wallSeconds = Clock.monotonic - start
        for (index, output) in track.outputs.enumerated() {
            guard let manifest = try track.manifest(of: output, at: index, &digests) else {
                throw StageFailure(.defect, "\(track.stage.stage) ended well but \(output) does not hold")
            }
            report.counts += manifest.counts
        }
        guard report.counts.balances else {
            throw StageFailure(.defect, "\(track.stage.stage) lost records: \(report.counts)")
        }
        reporter.ended(report)
        try report.counts.check(limit: configuration.settings.limits.quarantinedShare)
        return report
    }

    /// A segment counts once the partition of its date was published; one that a run left before that is removed, so
    /// that no article is taken for published that nobody can read.
    private func removeUncommittedSegments() throws {
        for segment in try earlierSegments() where !isCommitted(segment.date) {
            try segment.path.removeAll()
            try segment.path.parent.appending("date=\(segment.date)").removeAll()
        }
    }

    private func isCommitted(_ date: String) -> Bool {
        FileStamp(configuration.output.appending("date=\(date)").appending("run.json")) != nil
    }

    private func earlierSegments() throws -> [(date: String, path: FilePath)] {
        guard FileStamp(state.index)?.kind == .folder else { return [] }
        return try state.index.names().compactMap { name in
            guard name.hasPrefix("date="), name.hasSuffix(".segment") else { return nil }
            let segmentDate = String(name.dropFirst("date=".count).dropLast(".segment".count))
            return segmentDate < date ? (segmentDate, state.index.appending(name)) : nil
        }
    }
}
