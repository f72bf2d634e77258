import Records

/// `articles.jsonl`: one row an article, without its text. By id, then version.
struct ArticleRow: TableRow {
    static let table = "articles"
    static let about = "An article without its text."
    static let identity: [String] = ["id", "version"]

    var schemaVersion = SchemaVersion()
    var id = ""
    var version = ""
    var outletID: String?
    var outletName: String?
    var url: String?
    var canonicalURL: String?
    var title: String?
    var description: String?
    var authors: [String] = []
    var section: String?
    var language: String?
    var pageKind = PageKind.article
    var publishedAt: String?
    var publishedOn: String?
    var publishedPrecision: Precision?
    var publishedRaw: String?
    var publishedZone: String?
    var publishedFrom: String?
    var modifiedAt: String?
    var correction: String?
    /// Unicode scalars of the text.
    var textLength = 0
    /// Of the text in UTF-8, 64 hexadecimal digits.
    var textSHA256 = ""
    var extractionStatus = ExtractionReport.Status.ok
    var extractionModel: String?
    var entityCount = 0
    var quoteCount = 0
    var citationCount = 0
    var clusterID: String?
    var clusterRole: Membership.Role?
    var clusterReason: String?
    var sourceKind = Source.Kind.html
    var sourcePath = ""
    var sourceOffset: Int?
    var sourceLength: Int?
    var sourceSHA256: String?
    var fetchedAt: String?

    var key: SortKey { SortKey().then(id).then(version) }

    init() {}

    init(_ read: ReadArticle) {
        let article = read.row
        id = article.id
        version = article.version
        outletID = article.outlet?.id
        outletName = article.outlet?.name
        url = article.url
        canonicalURL = article.canonicalURL
        title = article.title
        description = article.description
        authors = article.authors
        section = article.section
        language = article.language
        pageKind = article.pageKind
        publishedAt = article.publishedAt
        publishedOn = article.publishedOn
        publishedPrecision = article.publishedPrecision
        publishedRaw = article.publishedRaw
        publishedZone = article.publishedZone
        publishedFrom = article.publishedFrom
        modifiedAt = article.modifiedAt
        correction = article.correction
        textLength = read.text.count
        textSHA256 = read.textSHA256
        extractionStatus = article.extraction.status
        extractionModel = article.extraction.model
        entityCount = article.entities.count
        quoteCount = article.quotes.count
        citationCount = article.citations.count
        clusterID = article.cluster?.id
        clusterRole = article.cluster?.role
        clusterReason = article.cluster?.reason
        sourceKind = article.source.kind
        sourcePath = article.source.path
        sourceOffset = article.source.offset
        sourceLength = article.source.length
        sourceSHA256 = article.source.sha256
        fetchedAt = article.source.fetchedAt
    }

    mutating func redact(to texts: SharedTexts) {
        guard texts != .full else { return }
        description = nil
        correction = nil
    }

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("schema_version", &schemaVersion)
        try visitor.field("id", &id)
        try visitor.field("version", &version)
        try visitor.field("outlet_id", &outletID)
        try visitor.field("outlet_name", &outletName)
        try visitor.field("url", &url)
        try visitor.field("canonical_url", &canonicalURL)
        try visitor.field("title", &title)
        try visitor.field("description", &description)
        try visitor.field("authors", &authors)
        try visitor.field("section", &section)
        try visitor.field("language", &language)
        try visitor.field("page_kind", &pageKind)
        try visitor.field("published_at", &publishedAt)
        try visitor.field("published_on", &publishedOn)
        try visitor.field("published_precision", &publishedPrecision)
        try visitor.field("published_raw", &publishedRaw)
        try visitor.field("published_zone", &publishedZone)
        try visitor.field("published_from", &publishedFrom)
        try visitor.field("modified_at", &modifiedAt)
        try visitor.field("correction", &correction)
        try visitor.field("text_length", &textLength)
        try visitor.field("text_sha256", &textSHA256)
        try visitor.field("extraction_status", &extractionStatus)
        try visitor.field("extraction_model", &extractionModel)
        try visitor.field("entity_count", &entityCount)
        try visitor.field("quote_count", &quoteCount)
        try visitor.field("citation_count", &citationCount)
        try visitor.field("cluster_id", &clusterID)
        try visitor.field("cluster_role", &clusterRole)
        try visitor.field("cluster_reason", &clusterReason)
        try visitor.field("source_kind", &sourceKind)
        try visitor.field("source_path", &sourcePath)
        try visitor.field("source_offset", &sourceOffset)
        try visitor.field("source_length", &sourceLength)
        try visitor.field("source_sha256", &sourceSHA256)
        try visitor.field("fetched_at", &fetchedAt)
    }
}
