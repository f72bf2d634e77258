import Extraction
import Files
import Records
import SystemPackage

/// An article with the attributions that people marked in it.
struct GoldArticle {
    struct Attribution {
        var content: [Range<Int>]
        var cue: Range<Int>
        var speaker: Range<Int>?
        var speakerText: String
        var type: String
        var cueText: String
    }

    let text: String
    let article: AnalysedArticle
    /// Ranges are of tokens.
    let attributions: [Attribution]

    /// The articles of `NAME.docs.jsonl` with the gold of `NAME.gold.jsonl`, in the order of the first. Of every `bare`-th
    /// the rules alone find the names, as where no model of entities is at hand.
    static func read(
        _ folder: FilePath, _ name: String, model: EntityModel?, bare: Int = .max, limit: Int = .max
    ) throws -> [GoldArticle] {
        var gold: [String: [Quote]] = [:]
        var reader = try LineReader(folder.appending("\(name).gold.jsonl"))
        while case .line(let line)? = try reader.next() {
            let row = try Row(line)
            gold[try row.require("id")] = try row.require("quotes")
        }
        let extractor = Extractor(model: model)
        let bareExtractor = Extractor()
        var articles: [GoldArticle] = []
        var documents = try LineReader(folder.appending("\(name).docs.jsonl"))
        while articles.count < limit, case .line(let line)? = try documents.next() {
            let row = try Row(line)
            let id: String = try row.require("id")
            let text: String = try row.require("text")
            let isBare = articles.count % bare == bare - 1
            let article = (isBare ? bareExtractor : extractor).analyse(text)
            let attributions = (gold[id] ?? []).compactMap { $0.located(in: article) }
            articles.append(GoldArticle(text: text, article: article, attributions: attributions))
        }
        return articles
    }

    /// A passage of a gold row.
    private struct Passage: JSONRecord {
        var spans: [TextSpan] = []
        var text = ""

        mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
            try visitor.field("spans", &spans)
            try visitor.field("text", &text)
        }

        func tokens(in article: AnalysedArticle) -> Range<Int>? {
            let ranges = spans.map { article.tokens($0) }.filter { !$0.isEmpty }
            guard let first = ranges.map(\.lowerBound).min(), let end = ranges.map(\.upperBound).max() else {
                return nil
            }
            return first..<end
        }
    }

    private struct Quote: JSONRecord {
        var spans: [TextSpan] = []
        var speaker: Passage?
        var cue: Passage?
        var type = ""

        mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
            try visitor.field("spans", &spans)
            try visitor.field("speaker", &speaker)
            try visitor.field("cue", &cue)
            try visitor.field("type", &type)
        }

        func located(in article: AnalysedArticle) -> Attribution? {
            guard let cue, let range = cue.tokens(in: article) else { return nil }
            let content = spans.map { article.tokens($0) }.filter { !$0.isEmpty }
            guard !content.isEmpty else { return nil }
            return Attribution(
                content: content, cue: range, speaker: speaker?.tokens(in: article),
                speakerText: speaker?.text ?? "", type: type, cueText: cue.text)
        }
    }
}
