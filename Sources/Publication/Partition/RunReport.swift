import Digest
import Files
import Records
import Staging
import SystemPackage

/// `run.json`: what a partition holds and how it came about. No clock, no absolute path.
struct RunReport: JSONRecord {
    var schemaVersion = SchemaVersion()
    var date = ""
    /// How much of what others wrote is in the files.
    var texts = SharedTexts.full
    /// In the order of the data.
    var stages: [StageCounts] = []
    /// By id, then name; articles without an outlet under null.
    var outlets: [OutletCounts] = []
    /// All files but this one. `rows` is 0 for those that are no tables.
    var files: [PublishedFile] = []
    /// Of this partition: the digest of its tables' names and digests, as they are before they are packed.
    var partitionSHA256 = ""
    /// Of the corpus up to this date: the digest of the digests of its partitions, oldest first.
    var corpusSHA256 = ""

    init() {}

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("schema_version", &schemaVersion)
        try visitor.field("date", &date)
        try visitor.field("texts", &texts)
        try visitor.field("stages", &stages)
        try visitor.field("outlets", &outlets)
        try visitor.field("files", &files)
        try visitor.field("partition_sha256", &partitionSHA256)
        try visitor.field("corpus_sha256", &corpusSHA256)
    }

    /// Fills in the digests that stand for the partition and for the corpus. `output` holds the earlier partitions.
    mutating func seal(in output: FilePath) throws {
        partitionSHA256 = SHA256.hex(files.map { "\($0.sha256)  \($0.path)\n" }.joined())
        let earlier = try output.names().filter { $0.hasPrefix("date=") && $0 < "date=\(date)" }.compactMap {
            RunReport.read(from: output.appending($0).appending("run.json"), limit: 256 << 20)?.partitionSHA256
        }
        corpusSHA256 = SHA256.hex((earlier + [partitionSHA256]).map { $0 + "\n" }.joined())
    }
}

/// A stage's part in a run, over all its shards.
struct StageCounts: JSONRecord {
    var stage = ""
    var algorithmVersion = ""
    /// Of the effective settings.
    var configSHA256 = ""
    var counts = RecordCounts()

    init() {}

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("stage", &stage)
        try visitor.field("algorithm_version", &algorithmVersion)
        try visitor.field("config_sha256", &configSHA256)
        try counts.visit(&visitor)
    }
}

/// What a partition holds of one outlet.
struct OutletCounts: JSONRecord {
    var outletID: String?
    var outletName: String?
    var articles = 0
    /// Of the articles, those that are copies.
    var copies = 0
    var quotes = 0
    /// Of the articles, those in a language that no model serves.
    var unsupportedLanguage = 0

    init() {}

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("outlet_id", &outletID)
        try visitor.field("outlet_name", &outletName)
        try visitor.field("articles", &articles)
        try visitor.field("copies", &copies)
        try visitor.field("quotes", &quotes)
        try visitor.field("unsupported_language", &unsupportedLanguage)
    }
}

/// A file of a partition.
struct PublishedFile: JSONRecord {
    var path = ""
    var rows = 0
    var bytes = 0
    var sha256 = ""

    init() {}

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("path", &path)
        try visitor.field("rows", &rows)
        try visitor.field("bytes", &bytes)
        try visitor.field("sha256", &sha256)
    }
}
