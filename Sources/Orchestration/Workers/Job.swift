import Staging
import SystemPackage

/// One shard for one stage program to write.
struct Job {
    let stage: String
    let kind: StageKind
    let program: FilePath
    /// Those of the stage, without what earlier tries taught.
    let stageArguments: [String]
    /// What tells of its end: the shard with its manifest.
    let shard: FilePath
    /// Digest of the inputs: what earlier tries taught holds for these only.
    let inputsSHA256: String
    var skip = SkipList()

    var arguments: [String] {
        stageArguments
            + skip.reasons.sorted { $0.key < $1.key }.flatMap { ["--skip", "\($0.key):\($0.value.rawValue)"] }
    }
}
