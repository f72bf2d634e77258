import Digest
import Files
import Records
public import SystemPackage

/// Runs a map stage over inputs into one shard.
public struct MapDriver<S: MapStage> {
    private var stage: S
    private let identity: StageIdentity
    private let skip: SkipList

    public init(_ stage: S, identity: StageIdentity, skip: SkipList = SkipList()) {
        self.stage = stage
        self.identity = identity
        self.skip = skip
    }

    public mutating func run(_ inputs: [FilePath], into shard: FilePath) throws -> Manifest {
        var writer = try ShardWriter(shard, identity: identity)
        let progress = shard == "-" ? Progress() : try Progress(besides: shard)
        var ordinal = 0
        for input in inputs {
            var reader = try stage.open(input, output: shard)
            progress.hold(ordinal)
            while let record = try reader.next() {
                if let refusal = skip.refusal(of: ordinal) {
                    try writer.refuse(id: record.id, place: record.place, refusal)
                } else {
                    try accept(record, &writer)
                }
                ordinal += 1
                progress.hold(ordinal)
            }
        }
        let manifest = try writer.commit(inputs: Manifest.inputs(inputs, of: shard))
        progress.finish()
        return manifest
    }

    private mutating func accept(_ record: InputRecord<S.Reader.Value>, _ writer: inout ShardWriter) throws(FileError) {
        switch record.content {
        case .skipped(let reason): try writer.skip(id: record.id, place: record.place, reason)
        case .refused(let refusal): try writer.refuse(id: record.id, place: record.place, refusal)
        case .value(let value):
            try writer.record(id: record.id, place: record.place) { (row) throws(Refusal) in
                try stage.process(value, into: &row)
            }
        }
    }
}

extension Manifest {
    /// The inputs of a shard with their digests; a folder's is that of its files' names.
    public static func inputs(_ inputs: [FilePath], of shard: FilePath) throws -> [Input] {
        guard shard != "-" else { return [] }
        return try inputs.map { input in
            guard input != "-" else { return Input(path: "-", sha256: "") }
            let path = input.relative(to: shard.parent).string
            guard FileStamp(input)?.kind == .folder else { return Input(path: path, sha256: try input.sha256()) }
            let names = try input.filesBelow().map { $0.relative(to: input).string }
            return Input(path: path, sha256: SHA256.hex(names.joined(separator: "\n")))
        }
    }
}
