public import Records

/// What the runner must know of a stage to judge whether its shards still hold.
public struct StageDescription: JSONRecord, Equatable {
    public var stage = ""
    public var kind = StageKind.map
    public var algorithmVersion = ""
    public var configSHA256 = ""

    public init() {}

    public init<S: Stage>(_ stage: S.Type, configuration: S.Configuration) {
        self.stage = S.name
        kind = S.kind
        algorithmVersion = S.algorithmVersion
        configSHA256 = configuration.sha256
    }

    public var identity: StageIdentity {
        StageIdentity(stage: stage, algorithmVersion: algorithmVersion, configSHA256: configSHA256)
    }

    public mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("stage", &stage)
        try visitor.field("kind", &kind)
        try visitor.field("algorithm_version", &algorithmVersion)
        try visitor.field("config_sha256", &configSHA256)
    }
}
