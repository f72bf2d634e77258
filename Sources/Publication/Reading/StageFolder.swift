import Files
import Records
import Staging
import SystemPackage

/// What an earlier stage left in a folder.
struct StageFolder {
    private let folder: ShardFolder

    init(path: FilePath) {
        folder = ShardFolder(path)
    }

    /// What became of the records, over all shards that have a manifest; null where none has.
    func counts() throws -> StageCounts? {
        var result: StageCounts?
        for shard in try folder.shards() {
            guard let manifest = Manifest.read(of: shard) else { continue }
            var counts = result ?? StageCounts()
            counts.stage = manifest.stage
            counts.algorithmVersion = manifest.algorithmVersion
            counts.configSHA256 = manifest.configSHA256
            counts.counts += manifest.counts
            result = counts
        }
        return result
    }

    /// Hands on every quarantined record.
    func quarantined(_ each: (QuarantineRow) throws -> Void) throws {
        for shard in try folder.shards() { try Self.rows(of: QuarantineRow.path(of: shard)) { try each($0.decode()) } }
    }

    /// Hands on every record that was passed over.
    func skipped(_ each: (SkippedRow) throws -> Void) throws {
        for shard in try folder.shards() { try Self.rows(of: SkippedRow.path(of: shard)) { try each($0.decode()) } }
    }

    /// Hands on every page that fetch found.
    func pages(_ each: (PageReference) throws -> Void) throws {
        for shard in try folder.shards() {
            try Self.rows(of: shard) { row in
                if let page = try? row.decode(PageReference.self) { try each(page) }
            }
        }
    }

    private static func rows(of file: FilePath, _ each: (Row) throws -> Void) throws {
        guard FileStamp(file) != nil else { return }
        var lines = try LineReader(file)
        while let line = try lines.next() {
            if case .line(let bytes) = line { try each(Row(bytes)) }
        }
    }
}
