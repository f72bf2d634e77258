import Extraction
import Records

/// An extraction as a person writes it down: texts for offsets, names for ids.
struct GoldenCase: JSONRecord, Equatable {
    struct Name: JSONRecord, Equatable {
        var name = ""
        var type = Entity.Kind.other
        var roles: [String] = []
        var mentions: [String] = []

        mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
            try visitor.field("name", &name)
            try visitor.field("type", &type)
            try visitor.field("roles", &roles)
            try visitor.field("mentions", &mentions)
        }
    }

    struct Said: JSONRecord, Equatable {
        var text: [String] = []
        var type = Quote.Kind.direct
        var cue: String?
        var kind: Cue.Kind?
        var speaker: String?
        var speakerKind: Speaker.Kind?
        var how: Speaker.Resolution?
        var holder: String?
        var chain: [String] = []
        var stance: [String] = []
        var nestedIn: String?
        var repeats: String?

        mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
            try visitor.field("text", &text)
            try visitor.field("type", &type)
            try visitor.field("cue", &cue)
            try visitor.field("kind", &kind)
            try visitor.field("speaker", &speaker)
            try visitor.field("speaker_kind", &speakerKind)
            try visitor.field("how", &how)
            try visitor.field("holder", &holder)
            try visitor.field("chain", &chain)
            try visitor.field("stance", &stance)
            try visitor.field("nested_in", &nestedIn)
            try visitor.field("repeats", &repeats)
        }
    }

    var entities: [Name] = []
    var quotes: [Said] = []
    var citations: [String] = []

    init() {}

    init(_ extraction: Extraction, of text: String) {
        let offsets = ScalarOffsets(text)
        entities = extraction.entities.map { entity in
            var name = Name()
            name.name = entity.name
            name.type = entity.type
            name.roles = entity.roles
            name.mentions = entity.mentions.map { offsets[TextSpan($0.start, $0.end)] + " (\($0.rule))" }
            return name
        }
        quotes = extraction.quotes.map { quote in
            var said = Said()
            said.text = quote.spans.map { offsets[$0] }
            said.type = quote.type
            said.cue = quote.cue.map { offsets[TextSpan($0.start, $0.end)] }
            said.kind = quote.cue?.kind
            said.speaker = quote.speaker?.name
            said.speakerKind = quote.speaker?.kind
            said.how = quote.speaker?.how
            said.holder = quote.holder.flatMap { id in extraction.entities.first { $0.id == id }?.name }
            said.chain = quote.chain.map { "\($0.role.rawValue): \($0.name ?? "?")" }
            said.stance = quote.stance.map { "\($0.target.rawValue): \($0.text)" }
            said.nestedIn = quote.nestedIn
            said.repeats = quote.repeats
            return said
        }
        citations = extraction.citations.map { "\($0.name): \(offsets[TextSpan($0.start, $0.end)])" }
    }

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("entities", &entities)
        try visitor.field("quotes", &quotes)
        try visitor.field("citations", &citations)
    }

    /// One line an entity and a quote, so that a change shows as changed lines.
    var pretty: String {
        func list(_ values: [some JSONValue]) -> String {
            let lines = values.map { value in
                var writer = JSONWriter()
                value.write(json: &writer)
                return "    " + String(decoding: writer.bytes, as: UTF8.self)
            }
            return lines.isEmpty ? "[]" : "[\n" + lines.joined(separator: ",\n") + "\n  ]"
        }
        return """
            {
              "entities": \(list(entities)),
              "quotes": \(list(quotes)),
              "citations": \(list(citations))
            }

            """
    }
}
