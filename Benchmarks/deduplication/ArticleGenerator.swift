import Records

/// Invents short articles, of which some are copies of another with a few other words, or of its beginning. The same number
/// always gives the same articles. Every word is made of syllables, so that nothing in it is anybody's text.
struct ArticleGenerator {
    private var random = SplitMix()
    private var vocabulary: [String] = []
    /// Those that may be copied.
    private var recent: [[[String]]] = []
    private var count = 0

    private static let copies = 15
    private static let mostRecent = 1000
    private static let outlets = 200

    init() {
        let onsets = ["b", "br", "d", "f", "g", "gr", "k", "l", "m", "n", "p", "pr", "r", "s", "st", "t", "v"]
        let vowels = ["a", "e", "i", "o", "u", "ea", "ou"]
        let ends = ["", "n", "r", "l", "s", "nd", "rk"]
        for word in 0..<40_000 {
            vocabulary.append(
                (0..<1 + word % 3).map { _ in
                    onsets[random.below(onsets.count)] + vowels[random.below(vowels.count)]
                        + ends[random.below(ends.count)]
                }.joined())
        }
    }

    /// Appends the next article as a row.
    mutating func write(into json: inout JSONWriter) {
        var paragraphs: [[String]]
        if random.below(100) < Self.copies, !recent.isEmpty {
            paragraphs = recent[random.below(recent.count)]
            for paragraph in paragraphs.indices {
                for word in paragraphs[paragraph].indices where random.below(100) < 3 {
                    paragraphs[paragraph][word] = self.word()
                }
            }
            if random.below(4) == 0 { paragraphs.removeLast() }
        } else {
            paragraphs = (0..<4).map { _ in (0..<25 + random.below(16)).map { _ in word() } }
            if recent.count < Self.mostRecent {
                recent.append(paragraphs)
            } else {
                recent[random.below(recent.count)] = paragraphs
            }
        }
        let outlet = random.below(Self.outlets)
        json.beginObject()
        json.key("id")
        json.write("g\(count)")
        json.key("outlet")
        json.write("Outlet \(outlet)")
        json.key("published_at")
        json.write("2026-01-\(count / 20 % 28 + 10)T\(10 + count % 14):00:00Z")
        json.key("text")
        json.write(paragraphs.map { $0.joined(separator: " ") + "." }.joined(separator: "\n\n"))
        json.endObject()
        json.newline()
        count += 1
    }

    /// Some words are much more common than others.
    private mutating func word() -> String {
        vocabulary[min(random.below(vocabulary.count), random.below(vocabulary.count), random.below(vocabulary.count))]
    }
}

/// Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
private struct SplitMix {
    private var state: UInt64 = 20_261_128

    mutating func below(_ bound: Int) -> Int {
        state &+= 0x9e37_79b9_7f4a_7c15
        var value = state
        value = (value ^ value >> 30) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ value >> 27) &* 0x94d0_49bb_1331_11eb
        return Int((value ^ value >> 31) % UInt64(bound))
    }
}
