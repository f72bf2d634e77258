public import ArgumentParser
import Files
public import SystemPackage

/// Options of a reduce stage that remembers earlier dates by an index of immutable segments, one file a date.
///
/// Whoever runs the stage removes segments of dates that were never published. A shard's manifest lists as inputs
/// all shards in the order given, then the segments that were read, oldest first.
public struct IndexOptions: ParsableArguments {
    @Option(help: "The folder of segments; without it the index is forgotten.")
    public var index: String?

    @Option(help: "The run's date, YYYY-MM-DD; only segments of earlier dates are read.")
    public var date: String?

    public init() {}

    /// The segments of earlier dates, oldest first.
    public func earlierSegments() throws -> [FilePath] { try segments(<) }

    /// The segments of later dates, oldest first, where an earlier one is run again.
    public func laterSegments() throws -> [FilePath] { try segments(>) }

    private func segments(_ isWanted: (String, String) -> Bool) throws -> [FilePath] {
        guard let index, let date, FileStamp(FilePath(index))?.kind == .folder else { return [] }
        let folder = FilePath(index)
        let own = Self.name(date)
        return try folder.names().filter { $0.hasPrefix("date=") && $0.hasSuffix(".segment") && isWanted($0, own) }
            .map { folder.appending($0) }
    }

    /// Where this date's segment is written; null where the index is forgotten.
    public var ownSegment: FilePath? {
        guard let index, let date else { return nil }
        return FilePath(index).appending(Self.name(date))
    }

    /// The file name of a date's segment.
    public static func name(_ date: String) -> String { "date=\(date).segment" }
}

/// Options of the stage that publishes a partition; `--out` is the partition's folder.
///
/// The partition's manifest lists as inputs all shards in the order given, then what else it tells of: `witnesses`.
public struct PublishOptions: ParsableArguments {
    @Option(help: "The run's date, YYYY-MM-DD.")
    public var date: String

    @Option(
        parsing: .upToNextOption,
        help: "Folders of the earlier stages, in order: their counts and quarantined rows go into the partition.")
    public var stages: [String] = []

    @Option(help: "Write the manifest of the partition here: its SHA-256 is that of run.json.")
    public var manifest: String?

    public init() {}

    /// The manifests of the earlier stages' shards, then run.json of the partitions of earlier dates, oldest first.
    public static func witnesses(stages: [FilePath], before partition: FilePath) throws -> [FilePath] {
        let output = partition.parent
        let dates = try FileStamp(output) == nil ? [] : output.names()
        return try stages.flatMap { try ShardFolder($0).manifests() }
            + dates.filter { $0.hasPrefix("date=") && $0 < partition.name }
            .map { output.appending($0).appending("run.json") }.filter { FileStamp($0) != nil }
    }
}
