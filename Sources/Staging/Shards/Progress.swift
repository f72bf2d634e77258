import Glibc
import Files
public import SystemPackage

/// Tells whoever watches a worker which record it holds, by a small file beside the shard.
///
/// Copies share the file.
public struct Progress: Sendable {
    private let file: FileDescriptor?
    private let path: FilePath?

    /// Tells nobody.
    public init() {
        file = nil
        path = nil
    }

    public init(besides shard: FilePath) throws {
        let path = Self.path(of: shard)
        try path.parent.makeFolder()
        file = try FileDescriptor.open(
            path, .readWrite, options: [.create, .truncate], permissions: [.ownerReadWrite, .groupRead, .otherRead])
        self.path = path
    }

    /// Where a worker's progress lies.
    public static func path(of shard: FilePath) -> FilePath {
        shard.replacingExtension("progress")
    }

    /// Says that the record with this ordinal is in hand.
    public func hold(_ ordinal: Int) {
        guard let file else { return }
        var bytes = UInt64(ordinal + 1).littleEndian
        _ = withUnsafeBytes(of: &bytes) { pwrite(file.rawValue, $0.baseAddress, $0.count, 0) }
    }

    /// Removes the file: the work is done.
    public func finish() {
        guard let file, let path else { return }
        try? file.close()
        try? path.removeAll()
    }

    /// The ordinal of the record that a worker holds; null before the first.
    public static func held(besides shard: FilePath) -> Int? {
        guard let bytes = try? path(of: shard).readBytes(limit: 8), bytes.count == 8 else { return nil }
        let value = bytes.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return value == 0 ? nil : Int(value) - 1
    }
}

/// Records that an earlier try could not survive: ordinal and reason.
public struct SkipList: Sendable, Equatable {
    public enum Reason: String, CaseIterable, Sendable {
        case crashed
        case hung
        case memory

        var detail: String {
            switch self {
            case .crashed: "the worker died while it held this record; `pipeline retry` tries it again"
            case .hung: "no result within limits.seconds_per_record; `pipeline retry` tries it again"
            case .memory: "the worker outgrew limits.worker_memory_mib; raise it and use `pipeline retry`"
            }
        }
    }

    public var reasons: [Int: Reason] = [:]

    public init() {}

    public init(_ arguments: [SkipArgument]) {
        for argument in arguments { reasons[argument.ordinal] = argument.reason }
    }

    public func refusal(of ordinal: Int) -> Refusal? {
        reasons[ordinal].map { Refusal($0.rawValue, $0.detail) }
    }
}
