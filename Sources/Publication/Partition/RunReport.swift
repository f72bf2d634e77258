import Records
import Staging

/// `run.json`: what a partition holds and how it came about. No clock, no absolute path.
struct RunReport: JSONRecord, Equatable {
    var schemaVersion = SchemaVersion()
    var date = ""
    /// In the order of the data.
    var stages: [StageCounts] = []
    /// By id, then name; articles without an outlet under null.
    var outlets: [OutletCounts] = []
    var files: [PublishedFile] = []

    init() {}

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("schema_version", &schemaVersion)
        try visitor.field("date", &date)
        try visitor.field("stages", &stages)
        try visitor.field("outlets", &outlets)
        try visitor.field("files", &files)
    }
}

/// A stage's part in a run, over all its shards.
struct StageCounts: JSONRecord, Equatable {
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
struct OutletCounts: JSONRecord, Equatable {
    var outletID: String?
    var outletName: String?
    var articles = 0
    /// Of the articles, those that are copies.
    var copies = 0
    var quotes = 0

    init() {}

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("outlet_id", &outletID)
        try visitor.field("outlet_name", &outletName)
        try visitor.field("articles", &articles)
        try visitor.field("copies", &copies)
        try visitor.field("quotes", &quotes)
    }
}

/// A file of a partition.
struct PublishedFile: JSONRecord, Equatable {
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
