import Records

/// `citations.jsonl`: one row an outlet named as where something was reported. By article, version, place in the text.
struct CitationRow: TableRow {
    static let table = "citations"
    static let about = "An outlet named as where something was reported."
    static let identity: [String] = []

    var schemaVersion = SchemaVersion()
    var join = ArticleJoin.none
    var citedName = ""
    /// The entity's key, which joins a cited outlet across articles.
    var citedKey: String?
    var citedEntity: String?
    /// In Unicode scalars of the article's text.
    var start = 0
    var end = 0
    var cueLemma: String?
    var cueKind: Cue.Kind?
    var cueStart: Int?
    var cueEnd: Int?

    var key: SortKey {
        SortKey().then(join.record.articleID).then(join.record.version).then(start).then(citedName)
    }

    init() {}

    init(_ citation: Citation, of article: ReadArticle) {
        join = article.join
        citedName = citation.name
        citedKey = article.entity(citation.entity)?.key
        citedEntity = citation.entity
        start = citation.start
        end = citation.end
        cueLemma = citation.cue?.lemma
        cueKind = citation.cue?.kind
        cueStart = citation.cue?.start
        cueEnd = citation.cue?.end
    }

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("schema_version", &schemaVersion)
        try visitor.columns(join)
        try visitor.field("cited_name", &citedName)
        try visitor.field("cited_key", &citedKey)
        try visitor.field("cited_entity", &citedEntity)
        try visitor.field("start", &start)
        try visitor.field("end", &end)
        try visitor.field("cue_lemma", &cueLemma)
        try visitor.field("cue_kind", &cueKind)
        try visitor.field("cue_start", &cueStart)
        try visitor.field("cue_end", &cueEnd)
    }
}
