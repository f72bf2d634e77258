import Records

/// `coverage.jsonl`: one row an outlet and day, what became of its pages. By outlet id, outlet name, day, null first.
///
/// discovered = refused + fetched, and fetched = articles + quarantined + the pages of `skipped`.
struct CoverageRow: TableRow {
    static let table = "coverage"
    static let about = "What became of the pages of an outlet and day."
    static let identity: [String] = ["outlet_id", "outlet_name", "day"]

    /// Pages that were passed over for one reason.
    struct Skipped: JSONRecord {
        /// A kind of page such as `index`, or `unchanged`.
        var reason = ""
        var pages = 0

        init() {}

        init(reason: String, pages: Int) {
            self.reason = reason
            self.pages = pages
        }

        mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
            try visitor.field("reason", &reason)
            try visitor.field("pages", &pages)
        }
    }

    var schemaVersion = SchemaVersion()
    var outletID: String?
    var outletName: String?
    /// On which the page says it was published; null where it does not say, or was not read so far.
    var day: String?
    var discovered = 0
    /// By fetch: not there, too large, forbidden.
    var refused = 0
    var fetched = 0
    /// By reason, each once, ascending.
    var skipped: [Skipped] = []
    /// By later stages.
    var quarantined = 0
    var articles = 0
    var quotes = 0

    var key: SortKey { SortKey().then(outletID ?? "").then(outletName ?? "").then(day ?? "") }

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("schema_version", &schemaVersion)
        try visitor.field("outlet_id", &outletID)
        try visitor.field("outlet_name", &outletName)
        try visitor.field("day", &day)
        try visitor.field("discovered", &discovered)
        try visitor.field("refused", &refused)
        try visitor.field("fetched", &fetched)
        try visitor.field("skipped", &skipped)
        try visitor.field("quarantined", &quarantined)
        try visitor.field("articles", &articles)
        try visitor.field("quotes", &quotes)
    }
}
