import Language
import Records

/// Quotes that say again what an earlier one said: a summary and the body, a heading and its sentence.
enum Repeats {
    /// Words that both must have, and the share of the shorter's words that the longer holds.
    private static let leastWords = 3
    private static let leastShare = 0.7
    /// Earlier quotes looked at, so that an article of a thousand quotes stays linear.
    private static let reach = 100

    static func mark(_ quotes: inout [Quote], _ document: Document) {
        let words = words(of: quotes, document)
        for index in quotes.indices {
            for earlier in max(0, index - reach)..<index
            where quotes[earlier].repeats == nil && mayRepeat(quotes[index], quotes[earlier]) {
                let shorter = min(words[index].count, words[earlier].count)
                guard shorter >= leastWords else { continue }
                let common = words[index].intersection(words[earlier]).count
                if Double(common) >= leastShare * Double(shorter) {
                    quotes[index].repeats = quotes[earlier].id
                    break
                }
            }
        }
    }

    /// One speaker, and neither within the other.
    private static func mayRepeat(_ one: Quote, _ other: Quote) -> Bool {
        guard one.start >= other.end || other.start >= one.end || one.start == other.start && one.end == other.end
        else { return false }
        guard let name = one.speaker?.name, let second = other.speaker?.name else { return false }
        return one.speaker?.entity != nil ? one.speaker?.entity == other.speaker?.entity : name == second
    }

    /// The words of weight in each quote.
    private static func words(of quotes: [Quote], _ document: Document) -> [Set<UInt64>] {
        quotes.map { quote in
            var found: Set<UInt64> = []
            for span in quote.spans {
                for index in tokens(from: span.start, to: span.end, document) {
                    let token = document.tokens[index]
                    guard token.isWord || token.kind == .number, token.end - token.start > 2,
                        !document.has(index, [.common, .english])
                    else { continue }
                    found.insert(token.hash.value)
                }
            }
            return found
        }
    }

    private static func tokens(from start: Int, to end: Int, _ document: Document) -> Range<Int> {
        func first(endingBehind offset: Int) -> Int {
            document.tokens.partitioningIndex { $0.end > offset }
        }
        let low = first(endingBehind: start)
        return low..<max(low, first(endingBehind: end - 1) + 1)
    }
}
