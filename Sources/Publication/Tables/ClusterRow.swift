import Records

/// `clusters.jsonl`: one row a cluster of copies that this date made or changed, with all of its articles, those of
/// earlier dates too. Of several dates the latest row of an id holds. By id.
struct ClusterRow: TableRow {
    static let table = "clusters"
    static let about = "Articles that are copies of one text."
    static let identity: [String] = ["id"]

    var schemaVersion = SchemaVersion()
    var id = ""
    /// The cluster that goes on in place of this one, from this date on; else null. Then all else is empty.
    var aliasOf: String?
    var canonicalID: String?
    var canonicalReason: String?
    var outletID: String?
    var outletName: String?
    var title: String?
    var articleCount = 0
    var outletCount = 0
    /// The least and the greatest `published_at` of the articles; null where none has one.
    var firstPublishedAt: String?
    var lastPublishedAt: String?
    var articleIDs: [String] = []
    /// Each once, ascending.
    var outletIDs: [String] = []

    var key: SortKey { SortKey().then(id) }

    init() {}

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("schema_version", &schemaVersion)
        try visitor.field("id", &id)
        try visitor.field("alias_of", &aliasOf)
        try visitor.field("canonical_id", &canonicalID)
        try visitor.field("canonical_reason", &canonicalReason)
        try visitor.field("outlet_id", &outletID)
        try visitor.field("outlet_name", &outletName)
        try visitor.field("title", &title)
        try visitor.field("article_count", &articleCount)
        try visitor.field("outlet_count", &outletCount)
        try visitor.field("first_published_at", &firstPublishedAt)
        try visitor.field("last_published_at", &lastPublishedAt)
        try visitor.field("article_ids", &articleIDs)
        try visitor.field("outlet_ids", &outletIDs)
    }
}

/// An article's part in its cluster's row.
struct ClusterMember: GroupMember, Equatable {
    static let name = "cluster_members"

    var group = ""
    var articleID = ""
    var role = Membership.Role.only
    var reason = ""
    var outletID: String?
    var outletName: String?
    var title: String?
    var publishedAt: String?
    /// Set where the group is no more; then there is no article.
    var aliasOf: String?

    var key: SortKey { SortKey().then(group).then(articleID) }

    init() {}

    init(_ alias: ClusterAlias) {
        group = alias.id
        aliasOf = alias.successor
    }

    init(_ earlier: EarlierArticle) {
        group = earlier.cluster.id
        articleID = earlier.articleID
        role = earlier.cluster.role
        reason = earlier.cluster.reason
        outletID = earlier.outletID
        outletName = earlier.outletName
        title = earlier.title
        publishedAt = earlier.publishedAt
    }

    /// Null where the article has no cluster.
    init?(_ article: AnnotatedArticle) {
        guard let cluster = article.cluster else { return nil }
        group = cluster.id
        articleID = article.id
        role = cluster.role
        reason = cluster.reason
        outletID = article.outlet?.id ?? article.outlet?.name
        outletName = article.outlet?.name
        title = article.title
        publishedAt = article.publishedAt
    }

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("group", &group)
        try visitor.field("article_id", &articleID)
        try visitor.field("role", &role)
        try visitor.field("reason", &reason)
        try visitor.field("outlet_id", &outletID)
        try visitor.field("outlet_name", &outletName)
        try visitor.field("title", &title)
        try visitor.field("published_at", &publishedAt)
        try visitor.field("alias_of", &aliasOf)
    }

    static func row(of members: [ClusterMember]) -> ClusterRow {
        var row = ClusterRow()
        row.id = members.first?.group ?? ""
        row.aliasOf = members.first?.aliasOf
        guard row.aliasOf == nil else { return row }
        if let canonical = members.first(where: { $0.role != .copy }) {
            row.canonicalID = canonical.articleID
            row.canonicalReason = canonical.reason
            row.outletID = canonical.outletID
            row.outletName = canonical.outletName
            row.title = canonical.title
        }
        row.articleCount = members.count
        row.firstPublishedAt = members.compactMap(\.publishedAt).min()
        row.lastPublishedAt = members.compactMap(\.publishedAt).max()
        row.articleIDs = members.map(\.articleID)
        row.outletIDs = Set(members.compactMap(\.outletID)).sorted()
        row.outletCount = row.outletIDs.count
        return row
    }
}
