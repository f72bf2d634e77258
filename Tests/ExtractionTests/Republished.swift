import Files
import Records
import SystemPackage
import Testing

/// The project's own annotated articles: `Republished/HALF/NAME/{article.txt,expected.json}`, by docs/annotation.md.
enum Republished {
    enum Half: String, CaseIterable, CustomTestStringConvertible {
        /// Its errors may be read.
        case dev
        /// Scored, never read.
        case heldOut = "held-out"

        var testDescription: String { rawValue }
    }

    struct Article {
        var name = ""
        var text = ""
        var gold = Gold()
    }

    static func articles(_ half: Half) throws -> [Article] {
        let folder = FilePath("\(#filePath)").removingLastComponent().appending("Republished").appending(half.rawValue)
        let files = try folder.filesBelow().filter { $0.lastComponent?.string == "article.txt" }
        return try files.sorted { $0.string < $1.string }.map { file in
            let folder = file.removingLastComponent()
            let gold: Gold = try Row(try folder.appending("expected.json").readBytes()).decode()
            return Article(
                name: folder.lastComponent?.string ?? "", text: String(decoding: try file.readBytes(), as: UTF8.self),
                gold: gold)
        }
    }

    /// What a person found in an article. Keys are those of the extracted record; `text` repeats the words for the reader.
    struct Gold: JSONRecord {
        var outlet: Outlet?
        var blocks: [Block] = []
        var entities: [Entity] = []
        var quotes: [Attribution] = []
        /// Titles, scare quotes and the like: words between quotation marks that are nobody's.
        var notQuotes: [Wording] = []

        mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
            try visitor.field("outlet", &outlet)
            try visitor.field("blocks", &blocks)
            try visitor.field("entities", &entities)
            try visitor.field("quotes", &quotes)
            try visitor.field("not_quotes", &notQuotes)
        }
    }

    struct Attribution: JSONRecord {
        var id = ""
        var type = Quote.Kind.direct
        var spans: [TextSpan] = []
        var quoted: [TextSpan] = []
        var text: [String] = []
        var cue: Wording?
        var speaker: Speaker?
        var holder: String?
        var nestedIn: String?
        var repeats: String?
        /// Whether it is one may be argued about: finding it neither helps nor hurts.
        var isOptional = false
        var stance: [Wording] = []
        var chain: [ChainLink] = []

        mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
            try visitor.field("id", &id)
            try visitor.field("type", &type)
            try visitor.field("spans", &spans)
            try visitor.field("quoted", &quoted)
            try visitor.field("text", &text)
            try visitor.field("cue", &cue)
            try visitor.field("speaker", &speaker)
            try visitor.field("holder", &holder)
            try visitor.field("nested_in", &nestedIn)
            try visitor.field("repeats", &repeats)
            try visitor.field("optional", &isOptional)
            try visitor.field("stance", &stance)
            try visitor.field("chain", &chain)
        }
    }

    /// Words of the text; of a cue with its kind, of a stance with its target.
    struct Wording: JSONRecord {
        var start = 0
        var end = 0
        var text = ""
        var kind: Cue.Kind?
        var target: Stance.Target?

        mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
            try visitor.field("start", &start)
            try visitor.field("end", &end)
            try visitor.field("text", &text)
            try visitor.field("kind", &kind)
            try visitor.field("target", &target)
        }
    }
}

extension Republished.Article {
    /// Where the annotation contradicts the text or itself; empty where all is well.
    var faults: [String] {
        let offsets = ScalarOffsets(text)
        var faults: [String] = []
        func check(_ start: Int, _ end: Int, _ words: String, _ what: String) {
            let found = offsets[TextSpan(start, end)]
            if found != words { faults.append("\(what): \(found.debugDescription), not \(words.debugDescription)") }
        }
        let ids = Set(gold.quotes.map(\.id))
        let entities = Set(gold.entities.map(\.id))
        if ids.count != gold.quotes.count { faults.append("quote ids repeat") }
        for quote in gold.quotes {
            if quote.spans.isEmpty || quote.spans.count != quote.text.count {
                faults.append("\(quote.id): spans and text")
            }
            for (span, words) in zip(quote.spans, quote.text) { check(span.start, span.end, words, quote.id) }
            for span in quote.quoted
            where !quote.spans.contains(where: { $0.start <= span.start && span.end <= $0.end }) {
                faults.append("\(quote.id): quoted words outside its spans")
            }
            for wording in [quote.cue].compactMap({ $0 }) + quote.stance {
                check(wording.start, wording.end, wording.text, quote.id)
            }
            if let speaker = quote.speaker, let start = speaker.start, let end = speaker.end {
                check(start, end, speaker.text ?? "", "\(quote.id) speaker")
            }
            for entity in [quote.speaker?.entity, quote.holder] + quote.chain.map(\.entity) {
                if let entity, !entities.contains(entity) { faults.append("\(quote.id): unknown \(entity)") }
            }
            for other in [quote.nestedIn, quote.repeats] {
                if let other, other == quote.id || !ids.contains(other) {
                    faults.append("\(quote.id): unknown \(other)")
                }
            }
            if quote.chain.first?.role != .publisher || quote.chain.first?.name != gold.outlet?.name {
                faults.append("\(quote.id): no publisher")
            }
        }
        for fragment in gold.notQuotes { check(fragment.start, fragment.end, fragment.text, "not a quote") }
        for block in gold.blocks where !(0 <= block.start && block.start < block.end && block.end <= offsets.count) {
            faults.append("block \(block.start)..<\(block.end)")
        }
        return faults
    }
}
