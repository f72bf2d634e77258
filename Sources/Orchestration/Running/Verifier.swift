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
        let dates = try FileStamp(state.path) == nil ? [] : state.path.names().filter { $0.hasPrefix("date=") }
        for stage in configuration.stages {
            try verify(folder: state.shards(of: stage), isNewest: true, &findings)
            for date in dates {
                // The shards of map stages hold for every date: what an older one was made from has gone on since.
                try verify(folder: state.path.appending(date).appending(stage), isNewest: date == dates.last, &findings)
            }
        }
        for date in try Partition.dates(in: configuration.output) {
            // An empty cache: every byte is read again, nothing is believed.
            var digests = DigestCache()
            findings.partitions += 1
            let partition = configuration.output.appending("date=\(date)")
            for stage in configuration.stages {
                guard let manifest = Manifest.read(of: state.publication(of: stage, date: date)) else { continue }
                let run = partition.appending("run.json")
                if try digests.digest(of: run) != manifest.sha256 {
                    findings.differences.append("\(run) is not what its manifest says")
                }
            }
            if let difference = try Partition.difference(partition, &digests) {
                findings.differences.append(difference)
            }
        }
        return findings
    }

    private func verify(folder: FilePath, isNewest: Bool, _ findings: inout Findings) throws {
        for shard in try ShardFolder(folder).shards() { try verify(shard, isNewest: isNewest, &findings) }
    }

    private func verify(_ shard: FilePath, isNewest: Bool, _ findings: inout Findings) throws {
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
        for input in manifest.inputs where isNewest {
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
