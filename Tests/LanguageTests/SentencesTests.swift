import Language
import Testing

struct SentencesTests {
    private func sentences(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        let tokens = Tokenizer.tokens(bytes)
        return Sentences.ranges(tokens, in: bytes).map {
            String(decoding: bytes[tokens[$0.lowerBound].start..<tokens[$0.upperBound - 1].end], as: UTF8.self)
        }
    }

    @Test(arguments: [
        ("One came. Two went.", ["One came.", "Two went."]),
        ("Mr. Smith met Dr. Jones. They spoke.", ["Mr. Smith met Dr. Jones.", "They spoke."]),
        ("John F. Kennedy won.", ["John F. Kennedy won."]),
        ("It fell 3.5 percent. Why?", ["It fell 3.5 percent.", "Why?"]),
        ("\"It ends.\" He left.", ["\"It ends.\"", "He left."]),
        ("“It ends,” he said. “Now.” She left.", ["“It ends,” he said.", "“Now.”", "She left."]),
        ("The U.S. Army came. The U.S. The army.", ["The U.S. Army came.", "The U.S.", "The army."]),
        ("Acme Inc. said so. Acme Inc. It grew.", ["Acme Inc. said so.", "Acme Inc.", "It grew."]),
        ("On Jan. 5 it rose. Really!", ["On Jan. 5 it rose.", "Really!"]),
        ("A heading\nA line. Next", ["A heading", "A line.", "Next"]),
        ("Wait... what? No.", ["Wait... what?", "No."]),
        ("He left (at last.) She stayed.", ["He left (at last.)", "She stayed."]),
        ("", []),
    ])
    func splitsText(text: String, expected: [String]) {
        #expect(sentences(text) == expected)
    }

    @Test func coversAllTokens() {
        let bytes = Array("A. b? \"C.\" d\n\n. . \" ' e! F".utf8)
        let tokens = Tokenizer.tokens(bytes)
        #expect(Sentences.ranges(tokens, in: bytes).flatMap(Array.init) == Array(tokens.indices))
    }
}
