import Files
import Glibc
import Records
import Staging
import SystemPackage

/// What a stage did in a run. Times and costs stay in the state folder, never in the output.
struct StageReport: JSONRecord {
    var stage = ""
    var counts = RecordCounts()
    var shards = 0
    var shardsRun = 0
    var cpuSeconds = 0.0
    var wallSeconds = 0.0
    /// Of the largest worker.
    var peakBytes = 0

    init() {}

    init(stage: String) { self.stage = stage }

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("stage", &stage)
        try counts.visit(&visitor)
        try visitor.field("shards", &shards)
        try visitor.field("shards_run", &shardsRun)
        try visitor.field("cpu_seconds", &cpuSeconds)
        try visitor.field("wall_seconds", &wallSeconds)
        try visitor.field("peak_bytes", &peakBytes)
    }
}

/// One run as it went: `runs/ID.json` in the state folder.
struct RunRecord: JSONRecord {
    var id = ""
    var date = ""
    var startedAt = ""
    var endedAt: String?
    var finished = false
    var pages = 0
    /// Of the network, as fetch reports them.
    var sources: [RawObject] = []
    var stages: [StageReport] = []

    init() {}

    init(date: String) {
        self.date = date
        startedAt = Clock.timestamp()
        id = startedAt.replacing(":", with: "-") + "-\(getpid())"
    }

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("id", &id)
        try visitor.field("date", &date)
        try visitor.field("started_at", &startedAt)
        try visitor.field("ended_at", &endedAt)
        try visitor.field("finished", &finished)
        try visitor.field("pages", &pages)
        try visitor.field("sources", &sources)
        try visitor.field("stages", &stages)
    }

    /// Writes the record; the newest hundred are kept.
    mutating func save(in folder: FilePath) throws {
        endedAt = Clock.timestamp()
        try folder.makeFolder()
        try write(to: folder.appending(id + ".json"))
        for name in try folder.names().dropLast(100) { try folder.appending(name).removeAll() }
    }

    /// The newest record.
    static func last(in folder: FilePath) throws -> RunRecord? {
        guard FileStamp(folder)?.kind == .folder, let name = try folder.names().last else { return nil }
        return read(from: folder.appending(name), limit: 16 << 20)
    }
}
