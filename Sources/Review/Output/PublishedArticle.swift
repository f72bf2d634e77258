import Records

/// What the commands read of `articles.jsonl`.
struct PublishedArticle: JSONRecord {
    var id = ""
    var version = ""
    var outletID: String?
    var outletName: String?
    var url: String?
    var title: String?
    var authors: [String] = []
    var publishedAt: String?
    var publishedOn: String?
    var publishedRaw: String?
    var publishedFrom: String?
    var publishedPrecision: String?
    var clusterID: String?
    var clusterReason: String?
    var source = Source()

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("id", &id)
        try visitor.field("version", &version)
        try visitor.field("outlet_id", &outletID)
        try visitor.field("outlet_name", &outletName)
        try visitor.field("canonical_url", &url)
        try visitor.field("title", &title)
        try visitor.field("authors", &authors)
        try visitor.field("published_at", &publishedAt)
        try visitor.field("published_on", &publishedOn)
        try visitor.field("published_raw", &publishedRaw)
        try visitor.field("published_from", &publishedFrom)
        try visitor.field("published_precision", &publishedPrecision)
        try visitor.field("cluster_id", &clusterID)
        try visitor.field("cluster_reason", &clusterReason)
        try visitor.field("source_kind", &source.kind)
        try visitor.field("source_path", &source.path)
        try visitor.field("source_offset", &source.offset)
        try visitor.field("source_length", &source.length)
        try visitor.field("source_sha256", &source.sha256)
        try visitor.field("fetched_at", &source.fetchedAt)
    }

    var outlet: String { outletName ?? outletID ?? "unknown outlet" }
    var time: String { publishedAt ?? publishedOn ?? "no time" }
}

/// What the commands read of `texts.jsonl`.
struct PublishedText: JSONRecord {
    var id = ""
    var version = ""
    /// Null where texts are not published.
    var text: String?
    var blocks: [Block] = []

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("id", &id)
        try visitor.field("version", &version)
        try visitor.field("text", &text)
        try visitor.field("blocks", &blocks)
    }
}

/// What the commands read of `clusters.jsonl`.
struct PublishedCluster: JSONRecord {
    var id = ""
    var canonicalID: String?
    var canonicalReason: String?
    var title: String?
    var articleCount = 0
    var articleIDs: [String] = []

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("id", &id)
        try visitor.field("canonical_id", &canonicalID)
        try visitor.field("canonical_reason", &canonicalReason)
        try visitor.field("title", &title)
        try visitor.field("article_count", &articleCount)
        try visitor.field("article_ids", &articleIDs)
    }
}

/// What the commands read of `relations.jsonl`.
struct PublishedRelation: JSONRecord {
    var fromID = ""
    var toID = ""
    var kind = ""
    var direction = ""
    var basis: String?
    var coverage = 0.0

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("from_id", &fromID)
        try visitor.field("to_id", &toID)
        try visitor.field("kind", &kind)
        try visitor.field("direction", &direction)
        try visitor.field("basis", &basis)
        try visitor.field("coverage", &coverage)
    }
}
