import Records

/// `entities.jsonl`: one row a mention of an entity. By article, version, place in the text, entity.
struct EntityRow: TableRow, Equatable {
    static let table = "entities"

    var schemaVersion = SchemaVersion()
    /// Joins the mentions of one entity in one article: `e1` and so on.
    var entityID = ""
    var join = ArticleJoin()
    var type = Entity.Kind.other
    var name = ""
    /// Joins the entity across articles.
    var entityKey = ""
    var roles: [String] = []
    /// As printed.
    var mention = ""
    /// In Unicode scalars of the article's text.
    var start = 0
    var end = 0
    var label = ""
    var rule = ""

    var key: SortKey { SortKey().then(join.articleID).then(join.version).then(start).then(entityID) }

    init() {}

    init(_ mention: Mention, of entity: Entity, in join: ArticleJoin, text: ScalarOffsets) {
        entityID = entity.id
        self.join = join
        type = entity.type
        name = entity.name
        entityKey = entity.key
        roles = entity.roles
        self.mention = text[TextSpan(mention.start, mention.end)]
        start = mention.start
        end = mention.end
        label = mention.label
        rule = mention.rule
    }

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("schema_version", &schemaVersion)
        try visitor.field("entity_id", &entityID)
        try join.visit(&visitor)
        try visitor.field("type", &type)
        try visitor.field("name", &name)
        try visitor.field("key", &entityKey)
        try visitor.field("roles", &roles)
        try visitor.field("mention", &mention)
        try visitor.field("start", &start)
        try visitor.field("end", &end)
        try visitor.field("label", &label)
        try visitor.field("rule", &rule)
    }
}
