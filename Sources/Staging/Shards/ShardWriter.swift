public import Files
import Logging
public import Records
public import SystemPackage

/// Writes a shard, its quarantine rows and its manifest, and keeps the count of records in balance.
///
/// Nothing is seen under the shard's name before `commit`. With `-` rows go to standard output, quarantined
/// records to the log, and there is no manifest.
public struct ShardWriter: ~Copyable {
    public let path: FilePath
    private let identity: StageIdentity
    private var file: AtomicFile?
    private var rows = JSONWriter()
    private var quarantine: RowFile?
    private var skipped: RowFile?
    public private(set) var counts = RecordCounts()

    private static let flushSize = 1 << 20

    public init(_ path: FilePath, identity: StageIdentity) throws(FileError) {
        self.path = path
        self.identity = identity
        if path != "-" {
            try path.parent.makeFolder()
            // A manifest of older bytes must not stand beside newer ones.
            try Manifest.path(of: path).removeAll()
            file = try AtomicFile(path)
            quarantine = try RowFile(QuarantineRow.path(of: path))
            skipped = try RowFile(SkippedRow.path(of: path))
        }
    }

    /// Counts one record and writes its row, unless `body` skips or refuses it.
    public mutating func record(
        id: String?, place: String, _ body: (inout JSONWriter) throws(Refusal) -> Outcome
    ) throws(FileError) {
        let start = rows.bytes.count
        let outcome: Outcome
        do throws(Refusal) { outcome = try body(&rows) } catch {
            rows.truncate(to: start)
            return try refuse(id: id, place: place, error)
        }
        switch outcome {
        case .skipped(let reason):
            rows.truncate(to: start)
            try skip(id: id, place: place, reason)
        case .written:
            rows.newline()
            counts.recordsIn += 1
            counts.recordsOut += 1
            if rows.bytes.count >= Self.flushSize { try flush() }
        }
    }

    public mutating func skip(id: String?, place: String, _ reason: String) throws(FileError) {
        counts.recordsIn += 1
        counts.skipped[reason, default: 0] += 1
        try skipped?.append(SkippedRow(id: id, source: place, reason: reason))
    }

    public mutating func refuse(id: String?, place: String, _ refusal: Refusal) throws(FileError) {
        counts.recordsIn += 1
        counts.quarantined[refusal.reason, default: 0] += 1
        let row = QuarantineRow(id: id, source: place, stage: identity.stage, refusal)
        if path == "-" {
            Log.stage.warning("quarantined", metadata: row.metadata)
        } else {
            try quarantine?.append(row)
        }
    }

    private mutating func flush() throws(FileError) {
        if path == "-" {
            do { _ = try FileDescriptor.standardOutput.writeAll(rows.bytes) } catch {
                throw FileError("write", "standard output", error as? Errno ?? .ioError)
            }
        } else {
            try file?.write(rows.bytes)
        }
        rows.removeAll()
    }

    /// Makes the shard, then its quarantine rows, then its manifest durable.
    public consuming func commit(inputs: [Manifest.Input]) throws(FileError) -> Manifest {
        try flush()
        var manifest = Manifest()
        manifest.stage = identity.stage
        manifest.algorithmVersion = identity.algorithmVersion
        manifest.configSHA256 = identity.configSHA256
        manifest.inputs = inputs
        manifest.counts = counts
        guard var file = file.take() else { return manifest }
        manifest.bytes = file.count
        manifest.sha256 = file.sealed()
        try file.commit()
        try quarantine.take()?.commit()
        if manifest.counts.skipped.isEmpty {
            try SkippedRow.path(of: path).removeAll()
        } else {
            try skipped.take()?.commit()
        }
        try manifest.write(to: Manifest.path(of: path))
        return manifest
    }
}

extension QuarantineRow {
    var metadata: Logger.Metadata {
        ["id": "\(id ?? "")", "source": "\(source)", "reason": "\(reason)", "detail": "\(detail)"]
    }
}
