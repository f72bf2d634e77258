/// A text to read.
struct Text: Decodable {
    var id: String?
    var text: String
}

/// What is found in a text, for scoring.
struct Row: Encodable {
    var id: String
    var entities: [Found]
}

struct Found: Encodable {
    var start: Int
    var end: Int
    var type: String
}

/// What spaCy said of a text; offsets are bytes.
struct Answer: Decodable {
    struct Entity: Decodable, Hashable {
        var label: String
        var start: Int
        var end: Int

        init(label: String, start: Int, end: Int) {
            self.label = label
            self.start = start
            self.end = end
        }

        init(from decoder: any Decoder) throws {
            var values = try decoder.unkeyedContainer()
            label = try values.decode(String.self)
            start = try values.decode(Int.self)
            end = try values.decode(Int.self)
        }
    }

    var tokens: [Int]
    /// The first tokens of sentences.
    var starts: [Int]
    var entities: [Entity]
    /// By token, where the tagger and the parser ran.
    var tags: [String]?
    var heads: [Int]?
    var dependencies: [String]?
}
