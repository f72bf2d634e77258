public import Records

/// A row of a published table. Every row has every key, null rather than missing, and one type a key.
protocol TableRow: JSONRecord {
    /// The file's name without `.jsonl`.
    static var table: String { get }
    /// What a row is, for schemas.
    static var about: String { get }
    /// The keys that tell rows apart, across dates with the date; empty where none do.
    static var identity: [String] { get }
    /// By which the rows of the file ascend.
    var key: SortKey { get }
    /// Takes out what may not be shared.
    mutating func redact(to texts: SharedTexts)
}

extension TableRow {
    mutating func redact(to texts: SharedTexts) {}
}

/// The shape of all tables, by semantic versioning: the first number moves when a reader would break.
public struct SchemaVersion: JSONValue, Equatable {
    public static let current = "1.1.0"
    private var version = Self.current

    init() {}

    public init(json reader: inout JSONReader) throws(JSONError) { version = try reader.readString() }
    public func write(json writer: inout JSONWriter) { writer.write(version) }
    public static var shape: JSONShape { .word([current]) }
}

/// What most queries join an article's rows by, repeated in each of them.
struct ArticleJoin: JSONRecord {
    static let none = Columns(ArticleJoin())

    var articleID = ""
    var version = ""
    /// As in articles.jsonl.
    var outletID: String?
    var outletName: String?
    var publishedAt: String?
    var publishedOn: String?
    /// The cluster of copies that the article is in, and its role there.
    var articleClusterID: String?
    var articleRole: Membership.Role?

    init() {}

    init(_ article: AnnotatedArticle) {
        articleID = article.id
        version = article.version
        outletID = article.outlet?.id
        outletName = article.outlet?.name
        publishedAt = article.publishedAt
        publishedOn = article.publishedOn
        articleClusterID = article.cluster?.id
        articleRole = article.cluster?.role
    }

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("article_id", &articleID)
        try visitor.field("version", &version)
        try visitor.field("outlet_id", &outletID)
        try visitor.field("outlet_name", &outletName)
        try visitor.field("published_at", &publishedAt)
        try visitor.field("published_on", &publishedOn)
        try visitor.field("article_cluster_id", &articleClusterID)
        try visitor.field("article_role", &articleRole)
    }
}

extension SchemaVersion {
    /// The JSON Schema of all files, as schema.json has it; without `meanings`, their shape alone.
    public static func jsonSchema(meanings: Bool = true) -> [UInt8] {
        var writer = JSONWriter()
        JSONSchema.write(&writer, meanings: meanings)
        return writer.bytes
    }

    /// The typed views of all tables, as views.sql has them.
    public static func duckDBViews() -> [UInt8] { DuckDBViews.write() }
}
