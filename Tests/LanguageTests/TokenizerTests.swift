import Language
import TestSupport
import Testing

struct TokenizerTests {
    private func words(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return Tokenizer.tokens(bytes).map { String(decoding: bytes[$0.range], as: UTF8.self) }
    }

    @Test(arguments: [
        ("He said it.", "He|said|it|."),
        ("don't O'Brien's", "don't|O'Brien|'s"),
        ("Putin’s plan, he’d say", "Putin|’s|plan|,|he|’d|say"),
        ("the officials' words", "the|officials|'|words"),
        ("U.S. President-elect", "U.S.|President-elect"),
        ("e.g. axios.com. End", "e.g.|axios.com|.|End"),
        ("3.1% of $1,000.50", "3.1|%|of|$|1,000.50"),
        ("at 10:42 on 2026-03-12", "at|10:42|on|2026-03-12"),
        ("wait... no -- yes", "wait|...|no|--|yes"),
        ("''Quoted,'' he said", "''|Quoted|,|''|he|said"),
        ("„Ja“, «oui»", "„|Ja|“|,|«|oui|»"),
        ("AT&T and R&D", "AT&T|and|R&D"),
        ("Zürich naïve Київ 東京", "Zürich|naïve|Київ|東京"),
        ("soft\u{ad}hyphen", "soft\u{ad}hyphen"),
        ("John F. Kennedy", "John|F|.|Kennedy"),
        ("the '90s", "the|'|90s"),
        ("", ""),
    ])
    func cutsText(text: String, tokens: String) {
        #expect(words(text).joined(separator: "|") == tokens)
    }

    @Test(arguments: [
        ("\"", QuotationMark.straight), ("“", .leftDouble), ("”", .rightDouble), ("‘", .leftSingle),
        ("’", .rightSingle), ("„", .lowDouble), ("‚", .lowSingle), ("«", .leftGuillemet), ("»", .rightGuillemet),
        ("‹", .leftSingleGuillemet), ("›", .rightSingleGuillemet), ("'", .straightSingle), ("``", .straight),
    ])
    func knowsQuotationMarks(text: String, mark: QuotationMark) {
        #expect(Tokenizer.tokens(Array(text.utf8)).map(\.mark) == [mark])
    }

    @Test func tellsShapes() {
        let tokens = Tokenizer.tokens(Array("NATO said\nÉmile's 5th".utf8))
        #expect(tokens.map { $0.shape.contains(.allUpper) } == [true, false, false, false, false])
        #expect(tokens.map(\.isCapitalised) == [true, false, true, false, false])
        #expect(tokens.map { $0.shape.contains(.paragraphBefore) } == [true, false, true, false, false])
        #expect(tokens[3].shape.contains(.clitic))
        #expect(tokens[4].kind == .number)
    }

    @Test func foldedFormsShareAHash() {
        let tokens = Tokenizer.tokens(Array("Zelenský ZELENSKY zelensky Zelenska".utf8))
        #expect(tokens[0].hash == tokens[1].hash && tokens[1].hash == tokens[2].hash)
        #expect(tokens[3].hash != tokens[2].hash)
        #expect(tokens[0].hash == WordHash("zelensky"))
    }

    /// Whatever the bytes, tokens ascend and cover all that is no white space.
    @Test func coversArbitraryText() {
        var random = SeededGenerator(seed: 7)
        let alphabet = Array("aB9 .,'\"’“”«-–&@\n\t$%éЖ東\u{301}\u{200b}\u{a0}😀".unicodeScalars)
        for _ in 0..<400 {
            var scalars = String.UnicodeScalarView()
            for _ in 0..<Int(random.next() % 60) {
                scalars.append(alphabet[Int(random.next() % UInt64(alphabet.count))])
            }
            let bytes = Array(String(scalars).utf8)
            var end = 0
            for token in Tokenizer.tokens(bytes) {
                #expect(token.start >= end && token.end > token.start)
                let gap = String(decoding: bytes[end..<token.start], as: UTF8.self)
                #expect(gap.unicodeScalars.allSatisfy { $0.properties.isWhitespace })
                end = token.end
            }
            let rest = String(decoding: bytes[end...], as: UTF8.self)
            #expect(rest.unicodeScalars.allSatisfy { $0.properties.isWhitespace })
        }
    }
}
