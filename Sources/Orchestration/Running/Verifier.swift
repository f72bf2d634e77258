import Files
import Records
import Staging
import SystemPackage

/// Holds what lies in the state and output folders against the manifests.
struct Verifier {
    let configuration: RunConfiguration

    /// What was looked at, and each difference for a person.
    struct Findings {
        var shards = 0
        var partitions = 0
        var records = RecordCounts()
        var differences: [String] = []
    }

    func verify() throws -> Findings {
        var findings = Findings()
        let state = StateFolder(path: configuration.state)
        var folders = configuration.stages.map { state.shards(of: $0) }
        for name in FileStamp(state.path) == nil ? [] : try state.path.names() where name.hasPrefix("date=") {
            folders += configuration.stages.map { state.path.appending(name).appending($0) }
        }
        for folder in folders where FileStamp(folder)?.kind == .folder {
            for name in try folder.names() where name.hasSuffix(".jsonl") && !name.contains(".quarantine") {
                try verify(folder.appending(name), &findings)
            }
        }
        for date in try Partition.dates(in: configuration.output) {
            // A fresh cache: every byte is read again, nothing is believed.
            var digests = try DigestCache(state.path.appending("no-such-cache"))
            findings.partitions += 1
            let partition = configuration.output.appending("date=\(date)")
            if let difference = try Partition.difference(partition, &digests) {
                findings.differences.append(difference)
            }
        }
        return findings
    }

    private func verify(_ shard: FilePath, _ findings: inout Findings) throws {
        findings.shards += 1
        guard let manifest = Manifest.read(of: shard) else {
            findings.differences.append("\(shard) has no manifest: it was cut off; `pipeline run` makes it again")
            return
        }
        findings.records += manifest.counts
        if !manifest.counts.balances { findings.differences.append("\(shard): records in, out and refused differ") }
        if try shard.sha256() != manifest.sha256 {
            findings.differences.append("\(shard) is not what its manifest says")
        }
        if try Self.lines(of: shard) != manifest.counts.recordsOut {
            findings.differences.append("\(shard) does not have \(manifest.counts.recordsOut) rows")
        }
        let quarantine = QuarantineRow.path(of: shard)
        if try Self.lines(of: quarantine) != manifest.counts.quarantinedTotal {
            findings.differences.append("\(quarantine) does not have \(manifest.counts.quarantinedTotal) rows")
        }
        for input in manifest.inputs {
            let path = FilePath(input.path).resolved(from: shard.parent)
            guard FileStamp(path)?.kind == .file else {
                findings.differences.append("\(shard): its input \(path) is gone")
                continue
            }
            if try path.sha256() != input.sha256 {
                findings.differences.append("\(shard) was made from another \(path); `pipeline run` makes it again")
            }
        }
    }

    private static func lines(of path: FilePath) throws -> Int? {
        guard FileStamp(path)?.kind == .file else { return nil }
        var reader = try LineReader(path)
        var count = 0
        while try reader.next() != nil { count += 1 }
        return count
    }
}
