/// What a spaCy folder says of its tokenizer: five regular expressions and the exceptions.
struct TokenizerRules {
    struct Exception {
        var word: String
        var parts: [(word: String, norm: String?)]
    }

    var prefix: Pattern?
    var suffix: Pattern?
    var infix: Pattern?
    var token: Pattern?
    var url: Pattern?
    var exceptions: [Exception] = []
    /// Whether only exceptions with affixes or spaces are looked for among the tokens.
    var isFast = true
    /// Bytes of an exception.
    private static let longest = 1000

    /// Reads the file `tokenizer`.
    init(_ file: MappedFile) throws(ModelError) {
        var reader = MessagePackReader(file)
        let rules = try reader.document()
        guard rules.map != nil else { throw file.damaged("it is no map") }
        func pattern(_ key: String) throws(ModelError) -> Pattern? {
            guard let source = rules[key]?.string else { return nil }
            return try Pattern(source)
        }
        prefix = try pattern("prefix_search")
        suffix = try pattern("suffix_search")
        infix = try pattern("infix_finditer")
        token = try pattern("token_match")
        url = try pattern("url_match")
        isFast = rules["faster_heuristics"]?.bool ?? true
        for (word, parts) in rules["exceptions"]?.map ?? [] {
            guard let word = word.string, !word.isEmpty, let parts = parts.array, !parts.isEmpty else {
                throw file.damaged("an exception has no parts")
            }
            guard word.utf8.count <= Self.longest else { throw file.damaged("an exception is too long") }
            exceptions.append(try Self.exception(word, parts, file))
        }
        exceptions.sort { $0.word.unicodeScalars.lexicographicallyPrecedes($1.word.unicodeScalars) }
    }

    private static func exception(
        _ word: String, _ parts: [MessagePack], _ file: MappedFile
    ) throws(ModelError) -> Exception {
        var exception = Exception(word: word, parts: [])
        for part in parts {
            var orth: String?
            var norm: String?
            for (key, value) in part.map ?? [] {
                // The numbers are spaCy's symbols ORTH and NORM.
                switch (key.int, key.string) {
                case (65, _), (_, "ORTH"): orth = value.string
                case (67, _), (_, "NORM"): norm = value.string
                default: throw .unsupported("an exception of the tokenizer with attributes besides ORTH and NORM")
                }
            }
            guard let orth, !orth.isEmpty else { throw file.damaged("an exception's part has no ORTH") }
            exception.parts.append((orth, norm?.isEmpty == true ? nil : norm))
        }
        guard exception.parts.map(\.word).joined().utf8.elementsEqual(word.utf8) else {
            throw file.damaged("the exception \(word) is not the sum of its parts")
        }
        return exception
    }
}
