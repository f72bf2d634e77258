import Files
public import Records
public import SystemPackage

/// One record that could not go on, and why.
public struct QuarantineRow: JSONRecord, Equatable {
    public var id: String?
    /// The page's place, or the shard and line.
    public var source = ""
    public var stage = ""
    public var reason = ""
    public var detail = ""

    public init() {}

    public init(id: String?, source: String, stage: String, _ refusal: Refusal) {
        self.id = id
        self.source = source
        self.stage = stage
        reason = refusal.reason
        detail = refusal.detail
    }

    public mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("id", &id)
        try visitor.field("source", &source)
        try visitor.field("stage", &stage)
        try visitor.field("reason", &reason)
        try visitor.field("detail", &detail)
    }

    /// Where the quarantined records of a shard lie.
    public static func path(of shard: FilePath) -> FilePath {
        shard.replacingExtension("quarantine.jsonl")
    }
}
