/// What metadata knows that helps to judge the text: the headline, the teaser, a copy of the body.
struct PageContext: Sendable {
    /// Hashes of the page's headlines.
    var titles: Set<UInt64> = []
    /// Of these, the ones that are its own for sure: those that metadata gives.
    var ownTitles: Set<UInt64> = []
    /// Hash of its description.
    var description: UInt64?
    /// The page says that it is news.
    var isNews = false
    /// Hashes of each four words in a row of JSON-LD's `articleBody`; empty where there is none.
    var bodyShingles: Set<UInt64> = []

    /// The share of a segment's four-word runs that `articleBody` holds; -1 without such a body.
    func witness(_ outline: PageOutline, _ segment: Int) -> Float {
        guard !bodyShingles.isEmpty else { return -1 }
        return outline.withBytes(of: segment) { bytes in
            var found = 0
            var total = 0
            Shingles.forEach(in: bytes) { hash in
                total += 1
                if bodyShingles.contains(hash) { found += 1 }
            }
            return total == 0 ? -0.5 : Float(found) / Float(total)
        }
    }
}

/// Runs of four words.
enum Shingles {
    static func forEach(in text: UnsafeBufferPointer<UInt8>, _ take: (UInt64) -> Void) {
        var window: (UInt64, UInt64, UInt64) = (0, 0, 0)
        var words = 0
        var word = WordHash()
        func finish(_ hash: UInt64) {
            words += 1
            if words >= 4 {
                take(WordHash.pair(WordHash.pair(WordHash.pair(window.0, window.1), window.2), hash))
            }
            window = (window.1, window.2, hash)
        }
        for byte in text {
            if byte >= 0x80 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 {
                word.add(byte)
            } else if !word.isEmpty {
                finish(word.value)
                word = WordHash()
            }
        }
        if !word.isEmpty { finish(word.value) }
    }
}

extension PageContext {
    mutating func addBody(_ body: String) {
        var body = body
        body.withUTF8 { bytes in
            Shingles.forEach(in: bytes) { bodyShingles.insert($0) }
        }
    }
}
