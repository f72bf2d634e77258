import Records

/// `texts.jsonl`: one row an article, with its text. By id, then version.
struct TextRow: TableRow {
    static let table = "texts"
    static let about = "The text of an article and its blocks."
    static let identity: [String] = ["id", "version"]

    var schemaVersion = SchemaVersion()
    var id = ""
    var version = ""
    /// Null where texts are not shared.
    var text: Verbatim<String>?
    var blocks = Verbatim<[Block]>([])
    var captions = Verbatim<[String]>([])
    /// Of the text in UTF-8, 64 hexadecimal digits.
    var sha256 = ""

    var key: SortKey { SortKey().then(id).then(version) }

    init() {}

    init(_ read: ReadArticle) {
        id = read.row.id
        version = read.row.version
        text = read.row.text
        blocks = read.row.blocks
        captions = read.row.captions
        sha256 = read.textSHA256
    }

    mutating func redact(to texts: SharedTexts) {
        guard texts != .full else { return }
        text = nil
        captions = Verbatim([])
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
