import Records
import Staging
import SystemPackage

/// What `diff` reads of `run.json`.
struct RunFile: JSONRecord {
    struct Stage: JSONRecord {
        var stage = ""
        var algorithmVersion = ""
        var configSHA256 = ""
        var recordsIn = 0

        mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
            try visitor.field("stage", &stage)
            try visitor.field("algorithm_version", &algorithmVersion)
            try visitor.field("config_sha256", &configSHA256)
            try visitor.field("records_in", &recordsIn)
        }
    }

    struct File: JSONRecord {
        var path = ""
        var sha256 = ""

        mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
            try visitor.field("path", &path)
            try visitor.field("sha256", &sha256)
        }
    }

    var schemaVersion = ""
    var stages: [Stage] = []
    var files: [File] = []

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("schema_version", &schemaVersion)
        try visitor.field("stages", &stages)
        try visitor.field("files", &files)
    }

    /// - Throws: `StageFailure` where the partition does not describe itself.
    init(of partition: FilePath) throws {
        guard let file = Self.read(from: partition.appending("run.json"), limit: 256 << 20) else {
            throw StageFailure(.usage, "\(partition) has no run.json that can be read")
        }
        self = file
    }

    init() {}
}
