import Records

/// `entities.jsonl`: one row a mention of an entity. By article, version, place in the text, entity.
struct EntityRow: TableRow {
    static let table = "entities"
    static let about = "One mention of a person, organisation, place or outlet."
    static let identity: [String] = []

    var entity = EntityColumns.none
    /// As printed.
    var mention = ""
    /// In Unicode scalars of the article's text.
    var start = 0
    var end = 0
    var label = ""
    var rule = ""
    var evidence: String?

    var key: SortKey {
        let join = entity.record.join.record
        return SortKey().then(join.articleID).then(join.version).then(start).then(entity.record.id)
    }

    init() {}

    init(_ mention: Mention, of entity: Columns<EntityColumns>, text: ScalarOffsets) {
        self.entity = entity
        self.mention = text[TextSpan(mention.start, mention.end)]
        start = mention.start
        end = mention.end
        label = mention.label
        rule = mention.rule
        evidence = mention.evidence
    }

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.columns(entity)
        try visitor.field("mention", &mention)
        try visitor.field("start", &start)
        try visitor.field("end", &end)
        try visitor.field("label", &label)
        try visitor.field("rule", &rule)
        try visitor.field("evidence", &evidence)
    }
}

/// What the mentions of one entity share.
struct EntityColumns: JSONRecord {
    static let none = Columns(EntityColumns())

    var schemaVersion = SchemaVersion()
    /// Joins the mentions of one entity in one article: `e1` and so on.
    var id = ""
    var join = ArticleJoin.none
    var type = Entity.Kind.other
    var name = ""
    /// Joins the entity across articles.
    var key = ""
    var roles: [String] = []

    init() {}

    init(_ entity: Entity, in article: ReadArticle) {
        id = entity.id
        join = article.join
        type = entity.type
        name = entity.name
        key = entity.key
        roles = entity.roles
    }

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("schema_version", &schemaVersion)
        try visitor.field("entity_id", &id)
        try visitor.columns(join)
        try visitor.field("type", &type)
        try visitor.field("name", &name)
        try visitor.field("key", &key)
        try visitor.field("roles", &roles)
    }
}
