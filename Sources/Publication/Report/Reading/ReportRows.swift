import Records

// What the report reads of the published tables, by the keys of docs/output.md. Where an outlet has no id, its name stands
// for it.

/// Of `articles.jsonl`.
struct ReportArticle: JSONRecord {
    var id = ""
    var outletID: String?
    var outletName: String?
    var url: String?
    var title: String?
    var authors: [String] = []
    var language: String?
    var publishedAt: String?
    var publishedOn: String?
    var extractionStatus = ""
    var clusterID: String?
    var clusterRole: String?

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("id", &id)
        try visitor.field("outlet_id", &outletID)
        try visitor.field("outlet_name", &outletName)
        try visitor.field("canonical_url", &url)
        try visitor.field("title", &title)
        try visitor.field("authors", &authors)
        try visitor.field("language", &language)
        try visitor.field("published_at", &publishedAt)
        try visitor.field("published_on", &publishedOn)
        try visitor.field("extraction_status", &extractionStatus)
        try visitor.field("cluster_id", &clusterID)
        try visitor.field("cluster_role", &clusterRole)
    }

    var outlet: String? { outletID ?? outletName }
}

/// Of `quotes.jsonl`.
struct ReportQuote: JSONRecord {
    var articleID = ""
    var outletID: String?
    var outletName: String?
    var publishedAt: String?
    /// Null where texts are not published.
    var text: String?
    var speakerName: String?
    var speakerKind: String?
    var speakerKey: String?
    var speakerHow: String?
    var reportedBy: String?
    var clusterID: String?
    var clusterStart: Int?
    var clusterEnd: Int?
    var inCopiedPassage = false

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("article_id", &articleID)
        try visitor.field("outlet_id", &outletID)
        try visitor.field("outlet_name", &outletName)
        try visitor.field("published_at", &publishedAt)
        try visitor.field("text", &text)
        try visitor.field("speaker_name", &speakerName)
        try visitor.field("speaker_kind", &speakerKind)
        try visitor.field("speaker_key", &speakerKey)
        try visitor.field("speaker_how", &speakerHow)
        try visitor.field("reported_by", &reportedBy)
        try visitor.field("cluster_id", &clusterID)
        try visitor.field("cluster_start", &clusterStart)
        try visitor.field("cluster_end", &clusterEnd)
        try visitor.field("in_copied_passage", &inCopiedPassage)
    }

    var outlet: String? { outletID ?? outletName }
}

/// Of `citations.jsonl`.
struct ReportCitation: JSONRecord {
    var articleID = ""
    var outletID: String?
    var outletName: String?
    var citedName = ""
    var citedKey: String?

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("article_id", &articleID)
        try visitor.field("outlet_id", &outletID)
        try visitor.field("outlet_name", &outletName)
        try visitor.field("cited_name", &citedName)
        try visitor.field("cited_key", &citedKey)
    }

    var outlet: String? { outletID ?? outletName }
}

/// Of `clusters.jsonl`.
struct ReportCluster: JSONRecord {
    var id = ""
    var title: String?
    var articleCount = 0
    var outletCount = 0

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("id", &id)
        try visitor.field("title", &title)
        try visitor.field("article_count", &articleCount)
        try visitor.field("outlet_count", &outletCount)
    }
}

/// Of `quote_clusters.jsonl`.
struct ReportUtterance: JSONRecord {
    var id = ""
    var text: String?
    var speakerName: String?
    var speakerKind: String?
    var quoteCount = 0
    var articleCount = 0
    var outletCount = 0

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("id", &id)
        try visitor.field("text", &text)
        try visitor.field("speaker_name", &speakerName)
        try visitor.field("speaker_kind", &speakerKind)
        try visitor.field("quote_count", &quoteCount)
        try visitor.field("article_count", &articleCount)
        try visitor.field("outlet_count", &outletCount)
    }

    var hasNamedSpeaker: Bool {
        speakerKind == Speaker.Kind.person.rawValue || speakerKind == Speaker.Kind.organisation.rawValue
    }
}

/// Of `relations.jsonl`.
struct ReportRelation: JSONRecord {
    var fromID = ""
    var toID = ""
    var kind = ""
    var direction = ""

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("from_id", &fromID)
        try visitor.field("to_id", &toID)
        try visitor.field("kind", &kind)
        try visitor.field("direction", &direction)
    }
}

/// Of `quarantine.jsonl`.
struct ReportRefusal: JSONRecord {
    var source = ""
    var stage = ""
    var reason = ""
    var outletID: String?
    var outletName: String?

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("source", &source)
        try visitor.field("outlet_id", &outletID)
        try visitor.field("outlet_name", &outletName)
        try visitor.field("stage", &stage)
        try visitor.field("reason", &reason)
    }
}

/// Of `coverage.jsonl`.
struct ReportCoverage: JSONRecord {
    struct Skipped: JSONRecord {
        var pages = 0

        mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
            try visitor.field("pages", &pages)
        }
    }

    var outletID: String?
    var outletName: String?
    var discovered = 0
    var refused = 0
    var skipped: [Skipped] = []
    var quarantined = 0

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("outlet_id", &outletID)
        try visitor.field("outlet_name", &outletName)
        try visitor.field("discovered", &discovered)
        try visitor.field("refused", &refused)
        try visitor.field("skipped", &skipped)
        try visitor.field("quarantined", &quarantined)
    }

    var outlet: String? { outletID ?? outletName }
}
