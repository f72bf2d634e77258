import Records

/// `texts.jsonl`: one row an article, with its text. By id, then version.
struct TextRow: TableRow, Equatable {
    static let table = "texts"

    var schemaVersion = SchemaVersion()
    var id = ""
    var version = ""
    var text = ""
    var blocks: [Block] = []
    var captions: [String] = []
    /// Of the text in UTF-8, 64 hexadecimal digits.
    var sha256 = ""

    var key: SortKey { SortKey().then(id).then(version) }

    init() {}

    init(_ annotated: AnnotatedArticle, sha256: String) {
        let article = annotated.article
        id = article.id
        version = article.version
        text = article.text
        blocks = article.blocks
        captions = article.captions
        self.sha256 = sha256
    }

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("schema_version", &schemaVersion)
        try visitor.field("id", &id)
        try visitor.field("version", &version)
        try visitor.field("text", &text)
        try visitor.field("blocks", &blocks)
        try visitor.field("captions", &captions)
        try visitor.field("sha256", &sha256)
    }
}
