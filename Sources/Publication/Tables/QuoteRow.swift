import Records

/// `quotes.jsonl`: one row a quote. By article, version, place in the text, id.
struct QuoteRow: TableRow {
    static let table = "quotes"
    static let about = "Words or a view that an article attributes to somebody."
    static let identity: [String] = ["article_id", "version", "quote_id"]

    var schemaVersion = SchemaVersion()
    /// Joins the rows of one article: `q1` and so on.
    var quoteID = ""
    var join = ArticleJoin.none
    var type = Quote.Kind.direct
    /// The content: its spans one after the other, a space between them. Null where no words are shared.
    var text: String?
    /// In Unicode scalars of the article's text.
    var start = 0
    var end = 0
    var spans: [TextSpan] = []
    var quoted: [TextSpan] = []
    var cueLemma: String?
    var cueKind: Cue.Kind?
    var cueStart: Int?
    var cueEnd: Int?
    var speakerName: String?
    var speakerKind: Speaker.Kind?
    /// The entity's key, which joins a speaker across articles.
    var speakerKey: String?
    var speakerEntity: String?
    /// As printed.
    var speakerText: String?
    var speakerStart: Int?
    var speakerEnd: Int?
    var speakerHow: Speaker.Resolution?
    var speakerAlternatives: [Speaker.Alternative] = []
    var holderName: String?
    var holderKey: String?
    /// The nearest who reported it, other than the publisher.
    var reportedBy: String?
    var chain: [ChainLink] = []
    var stance: [QuoteStance] = []
    var nestedIn: String?
    var repeats: String?
    var confidenceSpan: Double?
    var confidenceSpeaker: Double?
    var confidenceChain: Double?
    /// The utterance, wherever it is quoted.
    var clusterID: String?
    /// Whether it is the longest version of the utterance.
    var isLongest = false
    /// Its place in that version, in scalars of that version's text.
    var clusterStart: Int?
    var clusterEnd: Int?
    var inCopiedPassage = false

    var key: SortKey {
        SortKey().then(join.record.articleID).then(join.record.version).then(start).then(quoteID)
    }

    init() {}

    init(_ clustered: ClusteredQuote, of article: ReadArticle) {
        let quote = clustered.quote
        quoteID = quote.id
        join = article.join
        type = quote.type
        let pieces = quote.spans.isEmpty ? [TextSpan(quote.start, quote.end)] : quote.spans
        text = pieces.map { article.text[$0] }.joined(separator: " ")
        start = quote.start
        end = quote.end
        spans = quote.spans
        quoted = quote.quoted
        cueLemma = quote.cue?.lemma
        cueKind = quote.cue?.kind
        cueStart = quote.cue?.start
        cueEnd = quote.cue?.end
        speakerName = quote.speaker?.name
        speakerKind = quote.speaker?.kind
        speakerKey = article.entity(quote.speaker?.entity)?.key
        speakerEntity = quote.speaker?.entity
        speakerText = quote.speaker?.text
        speakerStart = quote.speaker?.start
        speakerEnd = quote.speaker?.end
        speakerHow = quote.speaker?.how
        speakerAlternatives = quote.speaker?.alternatives ?? []
        holderName = article.entity(quote.holder)?.name
        holderKey = article.entity(quote.holder)?.key
        reportedBy = quote.chain.first { $0.role == .reportedBy }?.name
        chain = quote.chain
        stance = quote.stance.map(QuoteStance.init)
        nestedIn = quote.nestedIn
        repeats = quote.repeats
        confidenceSpan = quote.confidence.span
        confidenceSpeaker = quote.confidence.speaker
        confidenceChain = quote.confidence.chain
        clusterID = clustered.cluster?.id
        isLongest = clustered.cluster?.isLongest ?? false
        clusterStart = clustered.cluster?.at?.start
        clusterEnd = clustered.cluster?.at?.end
        inCopiedPassage = clustered.inCopiedPassage
    }

    mutating func redact(to texts: SharedTexts) {
        guard texts == .none else { return }
        text = nil
        speakerText = nil
        // What a source without a name is called are words of the text: "a person familiar with her thinking".
        if speakerKind == .anonymous {
            for index in chain.indices where chain[index].role == .source { chain[index].name = nil }
            speakerName = nil
        }
        for index in stance.indices { stance[index].text = nil }
    }

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("schema_version", &schemaVersion)
        try visitor.field("quote_id", &quoteID)
        try visitor.columns(join)
        try visitor.field("type", &type)
        try visitor.field("text", &text)
        try visitor.field("start", &start)
        try visitor.field("end", &end)
        try visitor.field("spans", &spans)
        try visitor.field("quoted", &quoted)
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
        try visitor.field("holder_key", &holderKey)
        try visitor.field("reported_by", &reportedBy)
        try visitor.field("chain", &chain)
        try visitor.field("stance", &stance)
        try visitor.field("nested_in", &nestedIn)
        try visitor.field("repeats", &repeats)
        try visitor.field("confidence_span", &confidenceSpan)
        try visitor.field("confidence_speaker", &confidenceSpeaker)
        try visitor.field("confidence_chain", &confidenceChain)
        try visitor.field("cluster_id", &clusterID)
        try visitor.field("cluster_longest", &isLongest)
        try visitor.field("cluster_start", &clusterStart)
        try visitor.field("cluster_end", &clusterEnd)
        try visitor.field("in_copied_passage", &inCopiedPassage)
    }
}

/// The publisher's worded attitude to a quote.
struct QuoteStance: JSONRecord {
    var target = Stance.Target.claim
    /// In Unicode scalars of the article's text.
    var start = 0
    var end = 0
    /// Null where no words are shared.
    var text: String?

    init() {}

    init(_ stance: Stance) {
        target = stance.target
        start = stance.start
        end = stance.end
        text = stance.text
    }

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("target", &target)
        try visitor.field("start", &start)
        try visitor.field("end", &end)
        try visitor.field("text", &text)
    }
}
