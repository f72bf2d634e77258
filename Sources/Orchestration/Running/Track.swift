import Digest
import Files
import Records
import Staging
import SystemPackage

/// One stage over all its shards: what it reads, what it writes, and which of that still holds.
struct Track {
    /// A shard that a stage reads, with the digest of its bytes.
    struct Input {
        var path: FilePath
        var sha256: String
    }

    let stage: StageDescription
    let program: FilePath
    let folder: FilePath
    let inputs: [Input]
    /// Segments of the index, oldest first.
    let segments: [FilePath]
    let configuration: RunConfiguration
    let state: StateFolder
    let date: String
    /// Folders of the earlier stages.
    let earlier: [FilePath]

    /// The shards to be written; for a publishing stage, what stands for the partition.
    var outputs: [FilePath] {
        stage.kind == .publish
            ? [state.publication(of: stage.stage, date: date)] : inputs.map { folder.appending($0.path.name) }
    }

    private var partition: FilePath { configuration.output.appending("date=\(date)") }

    /// The work that is missing or stale.
    func jobs(_ digests: inout DigestCache) throws -> [Job] {
        var jobs: [Job] = []
        if stage.kind == .map {
            for (index, output) in outputs.enumerated() where try manifest(of: output, at: index, &digests) == nil {
                var job = job(
                    reading: [inputs[index].path], writing: output.string, shard: output, inputs[index].sha256)
                job.skip = SkipFile.read(of: output, inputs: job.inputsSHA256)
                jobs.append(job)
            }
            return jobs
        }
        var holds = true
        for (index, output) in outputs.enumerated() where try manifest(of: output, at: index, &digests) == nil {
            holds = false
        }
        guard !holds else { return [] }
        let target = stage.kind == .publish ? partition : folder
        let all = SHA256.hex(inputs.map(\.sha256).joined())
        // One name stands for all shards: beside it the stage tells which record it holds.
        var job = job(
            reading: inputs.map(\.path), writing: target.string + "/", shard: folder.appending("all.jsonl"), all)
        job.skip = SkipFile.read(of: job.shard, inputs: all)
        return [job]
    }

    private func job(reading paths: [FilePath], writing output: String, shard: FilePath, _ digest: String) -> Job {
        var arguments = ["--out", output, "--supervised", "--quarantine-limit", "1"]
        if let file = configuration.file { arguments += ["--config", file.string] }
        switch stage.kind {
        case .map: break
        case .reduce: arguments += ["--index", state.index.string, "--date", date]
        case .publish:
            let manifest = Manifest.path(of: state.publication(of: stage.stage, date: date))
            arguments += ["--date", date, "--manifest", manifest.string]
            arguments += ["--stages"] + earlier.map(\.string)
        }
        arguments += ["--in"] + paths.map(\.string)
        return Job(
            stage: stage.stage, kind: stage.kind, program: program, stageArguments: arguments, shard: shard,
            inputsSHA256: digest)
    }

    /// The manifest of an output that holds: made by this stage from these inputs, and of the bytes that lie there.
    func manifest(of output: FilePath, at index: Int, _ digests: inout DigestCache) throws -> Manifest? {
        guard let manifest = Manifest.read(of: output), manifest.stage == stage.stage,
            manifest.algorithmVersion == stage.algorithmVersion, manifest.configSHA256 == stage.configSHA256
        else { return nil }
        var expected = stage.kind == .map ? [inputs[index].sha256] : inputs.map(\.sha256)
        let witnesses =
            try stage.kind == .publish ? PublishOptions.witnesses(stages: earlier, before: partition) : segments
        for witness in witnesses { expected.append(try digests.digest(of: witness) ?? "") }
        guard manifest.inputs.map(\.sha256) == expected else { return nil }
        if stage.kind == .publish {
            let run = partition.appending("run.json")
            guard try digests.digest(of: run) == manifest.sha256 else { return nil }
            let difference = try Partition.difference(partition, &digests)
            return difference == nil ? manifest : nil
        }
        guard try digests.digest(of: output) == manifest.sha256,
            FileStamp(QuarantineRow.path(of: output)) != nil
        else { return nil }
        return manifest
    }

    /// Records of the shards that need no work, so that progress starts where an earlier run ended.
    func settledRecords(except jobs: [Job]) throws -> Int {
        let stale = Set(jobs.map(\.shard))
        guard stage.kind == .map else { return 0 }
        return outputs.filter { !stale.contains($0) }.reduce(0) {
            $0 + (Manifest.read(of: $1)?.counts.recordsIn ?? 0)
        }
    }

    /// Removes shards that are no longer planned.
    func removeStrangers() throws {
        guard stage.kind != .publish, FileStamp(folder)?.kind == .folder else { return }
        let planned = Set(outputs.map { $0.lastComponent?.stem ?? "" })
        for name in try folder.names() {
            let stem = String(name.prefix { $0 != "." })
            if !stem.isEmpty, stem.allSatisfy(\.isNumber), !planned.contains(stem) {
                try folder.appending(name).removeAll()
            }
        }
    }
}
