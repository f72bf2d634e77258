import Records

/// What the commands read of `quotes.jsonl`.
struct PublishedQuote: JSONRecord {
    var quoteID = ""
    var articleID = ""
    var version = ""
    var outletID: String?
    var outletName: String?
    var publishedAt: String?
    var publishedOn: String?
    var type = ""
    /// Null where texts are not published.
    var text: String?
    var start = 0
    var end = 0
    var spans: [TextSpan] = []
    var cueLemma: String?
    var cueKind: String?
    var cueStart: Int?
    var cueEnd: Int?
    var speakerName: String?
    var speakerKind: String?
    var speakerKey: String?
    var speakerEntity: String?
    var speakerText: String?
    var speakerStart: Int?
    var speakerEnd: Int?
    var speakerHow: String?
    var speakerAlternatives: [Speaker.Alternative] = []
    var holderName: String?
    var reportedBy: String?
    var chain: [ChainLink] = []
    var stance: [Stance] = []
    var nestedIn: String?
    var repeats: String?
    var confidence = QuoteConfidence()
    var clusterID: String?
    var inCopiedPassage = false

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("quote_id", &quoteID)
        try visitor.field("article_id", &articleID)
        try visitor.field("version", &version)
        try visitor.field("outlet_id", &outletID)
        try visitor.field("outlet_name", &outletName)
        try visitor.field("published_at", &publishedAt)
        try visitor.field("published_on", &publishedOn)
        try visitor.field("type", &type)
        try visitor.field("text", &text)
        try visitor.field("start", &start)
        try visitor.field("end", &end)
        try visitor.field("spans", &spans)
        try visitor.field("cue_lemma", &cueLemma)
        try visitor.field("cue_kind", &cueKind)
        try visitor.field("cue_start", &cueStart)
        try visitor.field("cue_end", &cueEnd)
        try visitor.field("speaker_name", &speakerName)
        try visitor.field("speaker_kind", &speakerKind)
        try visitor.field("speaker_key", &speakerKey)
        try visitor.field("speaker_entity", &speakerEntity)
        try visitor.field("speaker_text", &speakerText)
        try visitor.field("speaker_start", &speakerStart)
        try visitor.field("speaker_end", &speakerEnd)
        try visitor.field("speaker_how", &speakerHow)
        try visitor.field("speaker_alternatives", &speakerAlternatives)
        try visitor.field("holder_name", &holderName)
        try visitor.field("reported_by", &reportedBy)
        try visitor.field("chain", &chain)
        try visitor.field("stance", &stance)
        try visitor.field("nested_in", &nestedIn)
        try visitor.field("repeats", &repeats)
        try visitor.field("confidence_span", &confidence.span)
        try visitor.field("confidence_speaker", &confidence.speaker)
        try visitor.field("confidence_chain", &confidence.chain)
        try visitor.field("cluster_id", &clusterID)
        try visitor.field("in_copied_passage", &inCopiedPassage)
    }

    var outlet: String { outletName ?? outletID ?? "unknown outlet" }
    var time: String { publishedAt ?? publishedOn ?? "no time" }
    /// Names it among all quotes, as `show` takes it.
    var id: String { "\(articleID)/\(quoteID)" }
    var pieces: [TextSpan] { spans.isEmpty ? [TextSpan(start, end)] : spans }

    /// The chain in the order of travel: source, who reported it, publisher.
    var path: String {
        chain.reversed().map { $0.name ?? "unnamed" }.joined(separator: " → ")
    }
}

/// What the commands read of `quote_clusters.jsonl`.
struct PublishedUtterance: JSONRecord {
    var id = ""
    var text: String?
    var speakerName: String?
    var speakerNames: [String] = []
    var quoteCount = 0
    var articleCount = 0
    var firstPublishedAt: String?
    var firstOutletName: String?

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("id", &id)
        try visitor.field("text", &text)
        try visitor.field("speaker_name", &speakerName)
        try visitor.field("speaker_names", &speakerNames)
        try visitor.field("quote_count", &quoteCount)
        try visitor.field("article_count", &articleCount)
        try visitor.field("first_published_at", &firstPublishedAt)
        try visitor.field("first_outlet_name", &firstOutletName)
    }
}

/// What the commands read of `entities.jsonl`: one mention.
struct PublishedMention: JSONRecord {
    var entityID = ""
    var articleID = ""
    var version = ""
    var name = ""
    var mention = ""
    var start = 0
    var end = 0
    var label = ""
    var rule = ""

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("entity_id", &entityID)
        try visitor.field("article_id", &articleID)
        try visitor.field("version", &version)
        try visitor.field("name", &name)
        try visitor.field("mention", &mention)
        try visitor.field("start", &start)
        try visitor.field("end", &end)
        try visitor.field("label", &label)
        try visitor.field("rule", &rule)
    }
}
