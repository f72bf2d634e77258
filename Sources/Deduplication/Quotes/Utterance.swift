import Records

/// The words of a quote, and where in its content each stands.
struct Utterance {
    /// In scalars of the content.
    struct Place: BitwiseCopyable, Sendable {
        var start: UInt32
        var end: UInt32
    }

    /// The content: its spans one after the other, a space between them.
    let text: String
    let words: [Word]
    let places: [Place]

    /// What stands in square brackets was put there by an editor and does not count.
    init(_ quote: Quote, in article: ScalarOffsets) {
        let spans = quote.spans.isEmpty ? [TextSpan(quote.start, quote.end)] : quote.spans
        text = spans.map { article[$0] }.joined(separator: " ")
        let content = ScalarOffsets(text)
        let found = content.utf8.withUnsafeBufferPointer { bytes in
            WordScanner.words(of: bytes, except: Self.brackets(content.utf8))
        }
        words = found.words
        places = found.places.map { place in
            let span = content.span(Int(place.start)..<Int(place.end))
            return Place(start: UInt32(span.start), end: UInt32(span.end))
        }
    }

    private static func brackets(_ bytes: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var open: Int?
        for (index, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "["), open == nil { open = index }
            if byte == UInt8(ascii: "]"), let start = open {
                found.append(start..<index + 1)
                open = nil
            }
        }
        return found
    }
}
