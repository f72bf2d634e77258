import Files
import Records
public import Staging
import SystemPackage

/// Publishes the rows of a run as tables, all at once.
public struct WriteStage: ReduceStage {
    public typealias Configuration = WriteSettings
    public typealias Options = PublishOptions
    public static let name = "write"
    public static let algorithmVersion = "3"
    public static let abstract = "Publish articles, quotes, entities and clusters as one partition of JSON Lines."
    public static var kind: StageKind { .publish }

    public static func reduce(
        _ job: ReduceJob, configuration: WriteSettings, options: PublishOptions
    ) throws -> RecordCounts {
        try RunDate.check(options.date, option: "--date")
        let partition: FilePath
        switch job.output {
        case .shard("-"): throw StageFailure(.usage, "--out names the folder of a partition; `-` is none")
        case .shard(let path), .folder(let path): partition = path
        }
        try partition.parent.makeFolder()
        let stages = options.stages.map { FilePath($0) }
        var publication = Publication(
            job, configuration, date: options.date, manifest: options.manifest.map { FilePath($0) })
        try PartitionFolder(path: partition).replace { folder in
            try publication.write(into: folder, stages: stages)
        }
        try publication.writeManifest(of: partition, stages: stages)
        return publication.counts
    }
}
