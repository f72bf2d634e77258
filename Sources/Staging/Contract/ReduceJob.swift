import Files
public import SystemPackage

/// What a reduce stage is asked to do.
public struct ReduceJob {
    public var inputs: [FilePath]
    /// As given: a folder where it ends with a slash, else one file; `-` is standard output.
    public var output: ShardTarget
    /// Fills the manifests.
    public var identity: StageIdentity
    /// Records that an earlier try could not survive, by their ordinal among all inputs.
    public var skip: SkipList

    public init(
        inputs: [FilePath], output: ShardTarget, identity: StageIdentity, skip: SkipList = SkipList()
    ) {
        self.inputs = inputs
        self.output = output
        self.identity = identity
        self.skip = skip
    }
}

/// Who writes a shard: with the inputs, all that decides its bytes.
public struct StageIdentity: Sendable, Equatable {
    public var stage: String
    public var algorithmVersion: String
    /// Of the effective settings, defaults included.
    public var configSHA256: String

    public init(stage: String, algorithmVersion: String, configSHA256: String) {
        self.stage = stage
        self.algorithmVersion = algorithmVersion
        self.configSHA256 = configSHA256
    }

    public init<S: Stage>(_ stage: S.Type, configuration: S.Configuration) {
        self = StageDescription(S.self, configuration: configuration).identity
    }
}

/// Where a stage writes.
public enum ShardTarget: Equatable, Sendable {
    /// All inputs into this shard; `-` is standard output.
    case shard(FilePath)
    /// One shard an input, of the same name.
    case folder(FilePath)

    /// A trailing slash, or a folder that is there, makes it a folder.
    public init(_ argument: String) {
        let path = FilePath(argument)
        let isFolder = argument.hasSuffix("/") || FileStamp(path)?.kind == .folder
        self = isFolder ? .folder(path) : .shard(path)
    }

    /// The shards to write, each with its inputs.
    ///
    /// - Throws: `StageFailure` with status 64 where two inputs would share a shard, or one would be written over.
    public func jobs(_ inputs: [FilePath]) throws(StageFailure) -> [(inputs: [FilePath], shard: FilePath)] {
        var jobs: [(inputs: [FilePath], shard: FilePath)] = []
        switch self {
        case .shard(let path): jobs = [(inputs, path)]
        case .folder(let folder):
            for input in inputs {
                jobs.append(([input], folder.appending((input.lastComponent?.stem ?? "stdin") + ".jsonl")))
            }
        }
        var taken = Set(inputs.filter { $0 != "-" }.map(\.absolute))
        for job in jobs where job.shard != "-" && !taken.insert(job.shard.absolute).inserted {
            throw StageFailure(.usage, "--out: \(job.shard) is an input too, or two inputs have its name")
        }
        return jobs
    }
}
