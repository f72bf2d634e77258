import Files
public import Records
public import SystemPackage

/// One record that was passed over, known and harmless.
public struct SkippedRow: JSONRecord, Equatable {
    public var id: String?
    /// The page's place, or the shard and line.
    public var source = ""
    public var reason = ""

    public init() {}

    public init(id: String?, source: String, reason: String) {
        self.id = id
        self.source = source
        self.reason = reason
    }

    public mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("id", &id)
        try visitor.field("source", &source)
        try visitor.field("reason", &reason)
    }

    /// Where the skipped records of a shard lie: JSON Lines, none where nothing was skipped.
    public static func path(of shard: FilePath) -> FilePath {
        shard.replacingExtension("skipped")
    }
}
