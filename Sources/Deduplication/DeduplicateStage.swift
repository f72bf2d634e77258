import Files
import Records
public import Staging
import SystemPackage

/// Finds copies among all articles of a run and those of earlier dates, and says so in each row.
///
/// Rows are read twice: once for what comparison needs of them, once to write them with what was found.
public struct DeduplicateStage: ReduceStage {
    public typealias Configuration = DeduplicateSettings
    public typealias Options = IndexOptions
    public static let name = "deduplicate"
    public static let algorithmVersion = "3"
    public static let abstract = "Find which articles are copies of which, and the same quote wherever it stands."

    public static func reduce(
        _ job: ReduceJob, configuration: DeduplicateSettings, options: IndexOptions
    ) throws -> RecordCounts {
        if options.index != nil, options.date == nil {
            throw StageFailure(.usage, "--index needs --date YYYY-MM-DD: only segments of earlier dates are read")
        }
        try RunDate.check(options.date, option: "--date")
        LargeAllocations.returnToSystem()
        var standardInput: SpooledInput?
        let inputs = try job.inputs.map { input in
            guard input == "-" else { return input }
            let spooled = try SpooledInput()
            standardInput = spooled
            return spooled.path
        }
        defer { standardInput?.remove() }
        let heads = try options.earlierSegments()
        let segments = try heads.map { try Segment($0) }
        let published = try PublishedLater(
            own: options.ownSegment.flatMap { try? Segment($0) },
            later: try options.laterSegments().map { try Segment($0) })
        let window = configuration.window(of: segments.map(\.date), before: options.date)
        let deduplicator = try Deduplicator(
            settings: configuration, segments: segments, window: window, isIndexed: options.index != nil)
        let progress = try job.progress()
        var census = Census(deduplicator, published: published, skip: job.skip, progress: progress)
        for input in inputs { try census.read(input) }
        // Before the shards: where their manifests hold, the segment must be there too.
        let writer = try options.ownSegment.map { try SegmentWriter($0, date: options.date ?? "") }
        let (fates, found) = try census.finish(inputs, named: job.inputs, writing: writer)
        let annotation = Annotation(fates: fates, found: found, progress: progress)
        var counts = RecordCounts()
        let read = try job.manifestInputs(and: heads)
        for (shard, members) in try job.shards() {
            var writer = try ShardWriter(shard, identity: job.identity)
            for member in members { try annotation.write(inputs[member], number: member, into: &writer) }
            let manifest = try writer.commit(inputs: read)
            counts += manifest.counts
        }
        progress.finish()
        return counts
    }
}

extension ReduceJob {
    /// The shards to write, each with the numbers of its inputs.
    func shards() throws(StageFailure) -> [(shard: FilePath, inputs: [Int])] {
        var next = 0
        return try output.jobs(inputs).map { job in
            defer { next += job.inputs.count }
            return (job.shard, Array(next..<next + job.inputs.count))
        }
    }

    /// All inputs with their digests, which every shard's manifest lists. The shards lie in one folder.
    func manifestInputs(and segments: [FilePath]) throws -> [Manifest.Input] {
        guard let shard = try shards().first?.shard else { return [] }
        return try Manifest.inputs(inputs + segments, of: shard)
    }

    /// The record in hand, told beside the shard or, for a folder, beside `all.jsonl` in it.
    func progress() throws -> Progress {
        switch output {
        case .shard("-"): Progress()
        case .shard(let path): try Progress(besides: path)
        case .folder(let folder): try Progress(besides: folder.appending("all.jsonl"))
        }
    }
}
