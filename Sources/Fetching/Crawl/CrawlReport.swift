import Records
import SystemPackage

/// What became of each source: `report.json`, for the run's record and for people.
struct CrawlReport: JSONRecord {
    struct SourceReport: JSONRecord {
        var source = ""
        var outlet: String?
        /// Pages known, had, and waiting, over all runs.
        var pages = 0
        var stored = 0
        var waiting = 0
        /// Of the last discovery.
        var discovered = Discovered()
        /// Of the last retrieval.
        var retrieved = Retrieved()

        mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
            try visitor.field("source", &source)
            try visitor.field("outlet", &outlet)
            try visitor.field("pages", &pages)
            try visitor.field("stored", &stored)
            try visitor.field("waiting", &waiting)
            try visitor.field("discovered", &discovered)
            try visitor.field("retrieved", &retrieved)
        }
    }

    struct Discovered: JSONRecord {
        var asked = 0
        var found = 0
        var known = 0
        var leftOut: [String: Int] = [:]
        var failed: [String: Int] = [:]

        mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
            try visitor.field("asked", &asked)
            try visitor.field("found", &found)
            try visitor.field("known", &known)
            try visitor.field("left_out", &leftOut)
            try visitor.field("failed", &failed)
        }
    }

    struct Retrieved: JSONRecord {
        var asked = 0
        var stored = 0
        var unchanged = 0
        var redirected = 0
        var bytes = 0
        var skipped: [String: Int] = [:]
        var quarantined: [String: Int] = [:]

        mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
            try visitor.field("asked", &asked)
            try visitor.field("stored", &stored)
            try visitor.field("unchanged", &unchanged)
            try visitor.field("redirected", &redirected)
            try visitor.field("bytes", &bytes)
            try visitor.field("skipped", &skipped)
            try visitor.field("quarantined", &quarantined)
        }
    }

    var sources: [SourceReport] = []

    init() {}

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("sources", &sources)
    }

    static func path(_ folder: FilePath) -> FilePath { folder.appending("report.json") }
}
