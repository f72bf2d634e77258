import Files
public import Records
public import SystemPackage

/// What a shard holds and what it was made from. It is written last: a shard without one does not count.
public struct Manifest: JSONRecord, Equatable {
    public struct Input: JSONRecord, Equatable {
        /// As seen from the shard's folder.
        public var path = ""
        public var sha256 = ""

        public init() {}

        public init(path: String, sha256: String) {
            self.path = path
            self.sha256 = sha256
        }

        public mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
            try visitor.field("path", &path)
            try visitor.field("sha256", &sha256)
        }
    }

    public var stage = ""
    public var algorithmVersion = ""
    public var configSHA256 = ""
    public var inputs: [Input] = []
    public var counts = RecordCounts()
    /// Of the shard.
    public var bytes = 0
    public var sha256 = ""

    public init() {}

    public mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("stage", &stage)
        try visitor.field("algorithm_version", &algorithmVersion)
        try visitor.field("config_sha256", &configSHA256)
        try visitor.field("inputs", &inputs)
        try counts.visit(&visitor)
        try visitor.field("bytes", &bytes)
        try visitor.field("sha256", &sha256)
    }

    /// Where the manifest of a shard lies.
    public static func path(of shard: FilePath) -> FilePath {
        shard.replacingExtension("manifest.json")
    }

    /// The manifest of a shard, or null where none, or no readable one, lies there.
    public static func read(of shard: FilePath) -> Manifest? {
        read(from: path(of: shard))
    }
}

/// Records in = out + skipped + quarantined.
public struct RecordCounts: JSONRecord, Equatable {
    public var recordsIn = 0
    public var recordsOut = 0
    /// By reason.
    public var skipped: [String: Int] = [:]
    /// By reason.
    public var quarantined: [String: Int] = [:]

    public init() {}

    public mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("records_in", &recordsIn)
        try visitor.field("records_out", &recordsOut)
        try visitor.field("skipped", &skipped)
        try visitor.field("quarantined", &quarantined)
    }

    public var skippedTotal: Int { skipped.values.reduce(0, +) }
    public var quarantinedTotal: Int { quarantined.values.reduce(0, +) }
    public var balances: Bool { recordsIn == recordsOut + skippedTotal + quarantinedTotal }

    public static func += (sum: inout RecordCounts, other: RecordCounts) {
        sum.recordsIn += other.recordsIn
        sum.recordsOut += other.recordsOut
        sum.skipped.merge(other.skipped, uniquingKeysWith: +)
        sum.quarantined.merge(other.quarantined, uniquingKeysWith: +)
    }
}
