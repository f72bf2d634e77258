import Records
import Staging
import Web

/// What one stage says of one page. The events of a page meet at its place.
struct PageEvent: JSONRecord {
    enum Kind: String, JSONEnumeration {
        case discovered
        case refused
        case skipped
        case quarantined
        case article
    }

    var place = ""
    var kind = Kind.discovered
    var outletID: String?
    var outletName: String?
    /// Of an article.
    var day: String?
    var quotes = 0
    /// Why it was skipped.
    var reason: String?
    /// Why it was refused or quarantined.
    var refusal: QuarantineRow?

    var key: SortKey { SortKey().then(place) }

    init() {}

    init(_ page: PageReference) {
        place = page.source?.place ?? page.path
        outletID = page.outlet?.id ?? page.url.flatMap { WebURL($0)?.registrableDomain }
        outletName = page.outlet?.name
    }

    init(_ row: SkippedRow) {
        place = row.source
        kind = .skipped
        reason = row.reason
    }

    init(_ row: QuarantineRow, refused: Bool) {
        place = row.source
        kind = refused ? .refused : .quarantined
        refusal = row
    }

    init(_ article: AnnotatedArticle) {
        place = article.source.place
        kind = .article
        outletID = article.outlet?.id
        outletName = article.outlet?.name
        day = article.publishedOn ?? article.publishedAt.map { String($0.prefix(10)) }
        quotes = article.quotes.count
    }

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("place", &place)
        try visitor.field("kind", &kind)
        try visitor.field("outlet_id", &outletID)
        try visitor.field("outlet_name", &outletName)
        try visitor.field("day", &day)
        try visitor.field("quotes", &quotes)
        try visitor.field("reason", &reason)
        try visitor.field("refusal", &refusal)
    }
}
