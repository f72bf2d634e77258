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

    init() {}

    /// What became of one page, from its events.
    init(_ page: [PageEvent]) {
        let article = page.first { $0.kind == .article }
        outletID = article?.outletID ?? page.lazy.compactMap(\.outletID).first
        outletName = article?.outletName ?? page.lazy.compactMap(\.outletName).first
        day = article?.day
        func count(_ kind: PageEvent.Kind) -> Int { page.count { $0.kind == kind } }
        refused = count(.refused)
        // A row that did not come through fetch was there all the same.
        discovered = max(count(.discovered) + refused, 1)
        fetched = discovered - refused
        for event in page where event.kind == .skipped { add(Skipped(reason: event.reason ?? "", pages: 1)) }
        quarantined = count(.quarantined)
        articles = count(.article)
        quotes = page.reduce(0) { $0 + $1.quotes }
    }

    private mutating func add(_ more: Skipped) {
        let place = skipped.firstIndex { $0.reason >= more.reason } ?? skipped.endIndex
        if place < skipped.endIndex, skipped[place].reason == more.reason {
            skipped[place].pages += more.pages
        } else {
            skipped.insert(more, at: place)
        }
    }

    /// The sum of two rows of one outlet and day.
    static func + (one: CoverageRow, other: CoverageRow) -> CoverageRow {
        var sum = one
        sum.discovered += other.discovered
        sum.refused += other.refused
        sum.fetched += other.fetched
        for reason in other.skipped { sum.add(reason) }
        sum.quarantined += other.quarantined
        sum.articles += other.articles
        sum.quotes += other.quotes
        return sum
    }

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
