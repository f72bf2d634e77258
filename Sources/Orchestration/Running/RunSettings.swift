import Files
import Records
public import Staging
public import SystemPackage

/// The runner's own keys of pipeline.json.
public struct RunSettings: Settings, Equatable {
    public var inputs = ["corpus"]
    public var output = "output"
    public var state = ".pipeline"
    public var workers = 0
    public var shards = 0
    public var limits = Limits()

    public init() {}

    public mutating func visit(_ visitor: inout some SettingsVisitor) throws(ConfigurationError) {
        try visitor.setting(
            "inputs", &inputs,
            "Folders, pages (.html, .htm, .xhtml, .txt), WARC files and page lists (.jsonl), relative to this file.")
        try visitor.setting("output", &output, "The folder of the published partitions, relative to this file.")
        try visitor.setting(
            "state", &state, "The folder of shards, run records and the lock, relative to this file.")
        try visitor.setting("workers", &workers, 0...1024, "Stage programs that run at once; 0 is one a processor.")
        try visitor.setting(
            "shards", &shards, 0...512,
            "Pieces into which the pages are divided by a hash; 0 chooses by their number. The output is the same.")
        try visitor.section("limits", &limits, "What one record or one run may cost.")
    }

    /// Limits on records and runs.
    public struct Limits: Settings, Equatable {
        public var secondsPerRecord = 30
        public var workerMemoryMiB = 2048
        public var quarantinedShare = 0.2

        public init() {}

        public mutating func visit(_ visitor: inout some SettingsVisitor) throws(ConfigurationError) {
            try visitor.setting(
                "seconds_per_record", &secondsPerRecord, 1...86_400,
                "Wall-clock seconds after which a record is given up and quarantined as hung.")
            try visitor.setting(
                "worker_memory_mib", &workerMemoryMiB, 64...1 << 20,
                "Resident MiB beyond which a worker is stopped and its record quarantined as memory.")
            try visitor.setting(
                "quarantined_share", &quarantinedShare, 0...1,
                "The run ends with status 65 where a larger share of a stage's records is quarantined.")
        }
    }
}

/// Where a run reads, works and publishes, and which stages it has.
public struct RunConfiguration {
    public var settings: RunSettings
    public var inputs: [FilePath]
    public var output: FilePath
    public var state: FilePath
    /// The file that the stages read; null where none is used.
    public var file: FilePath?
    /// Names of stages in the order of the data.
    public var stages: [String]
    /// Whether the pages of configured sources are read.
    public var readsCrawl = false
    /// Whether they are brought from the network first.
    public var acquires = false

    public static let defaultStages = ["fetch", "normalize", "extract", "deduplicate", "write"]
    public static let defaultFile: FilePath = "pipeline.json"

    /// Reads a file, or takes the defaults where none is named and none lies in the working directory.
    public init(file named: FilePath?) throws {
        let path = named ?? Self.defaultFile
        guard named != nil || FileStamp(path) != nil else {
            settings = RunSettings()
            file = nil
            stages = Self.defaultStages
            inputs = settings.inputs.map { FilePath($0) }
            output = FilePath(settings.output)
            state = FilePath(settings.state)
            return
        }
        let configuration = try ConfigurationFile(path)
        do throws(ConfigurationError) {
            settings = try RunSettings(configuration.row, ignoring: ["stages", "$schema"])
        } catch {
            throw StageFailure(.configuration, "\(path): \(error)")
        }
        file = path
        let sources: [RawObject]? = try? configuration.stages.first { $0.name == "fetch" }?.settings.decode("sources")
        readsCrawl = sources?.isEmpty == false
        acquires = readsCrawl
        stages = configuration.row.has("stages") ? configuration.stages.map(\.name) : Self.defaultStages
        let folder = path.absolute.parent
        inputs = settings.inputs.map { FilePath($0).resolved(from: folder) }
        output = FilePath(settings.output).resolved(from: folder)
        state = FilePath(settings.state).resolved(from: folder)
    }

    /// Processes at once.
    public var workers: Int {
        settings.workers > 0 ? settings.workers : Processor.count
    }
}
