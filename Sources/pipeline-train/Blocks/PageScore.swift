/// How like a page's text is to the right one.
struct PageScore {
    let id: String
    let text: String
    /// F1 over the bags of words (WCXB).
    let words: Double
    /// Precision and recall over the bags of four-word runs (scrapinghub/article-extraction-benchmark).
    let precision: Double
    let recall: Double

    init(id: String, gold: String, text: String) {
        self.id = id
        self.text = text
        let (goldWords, textWords) = (Words.of(gold), Words.of(text))
        (precision, recall) = Self.shares(Words.runs(goldWords, 4), Words.runs(textWords, 4))
        let shares = Self.shares(goldWords.map { [$0] }, textWords.map { [$0] })
        words = Self.f1(shares.precision, shares.recall)
    }

    static func summary(_ scores: [PageScore]) -> String {
        let count = Double(max(1, scores.count))
        let mean = scores.reduce(0) { $0 + $1.words } / count
        let precision = scores.reduce(0) { $0 + $1.precision } / count
        let recall = scores.reduce(0) { $0 + $1.recall } / count
        let low = Double(scores.count { f1($0.precision, $0.recall) < 0.5 }) / count
        return "\(scores.count) pages, word F1 \(printed(mean)), 4-gram F1 \(printed(f1(precision, recall))), "
            + "below .5 \(printed(low))"
    }

    static func printed(_ share: Double) -> String {
        let digits = String(Int((share * 10_000).rounded()))
        let padded = String(repeating: "0", count: max(0, 5 - digits.utf8.count)) + digits
        return String(padded.dropLast(4)) + "." + padded.suffix(4)
    }

    private static func f1(_ precision: Double, _ recall: Double) -> Double {
        precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
    }

    private static func shares(_ gold: [[String]], _ found: [[String]]) -> (precision: Double, recall: Double) {
        guard !gold.isEmpty, !found.isEmpty else { return gold.isEmpty && found.isEmpty ? (1, 1) : (0, 0) }
        var left: [[String]: Int] = [:]
        for item in gold { left[item, default: 0] += 1 }
        var hits = 0
        for item in found {
            guard let count = left[item], count > 0 else { continue }
            left[item] = count - 1
            hits += 1
        }
        return (Double(hits) / Double(found.count), Double(hits) / Double(gold.count))
    }
}

/// Words as the public scorers cut them: runs of letters, digits and underscores, lower-cased.
enum Words {
    static func of(_ text: String) -> [String] {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if isPart(scalar) {
                word.append(scalar)
            } else if !word.isEmpty {
                words.append(String(word).lowercased())
                word = String.UnicodeScalarView()
            }
        }
        if !word.isEmpty { words.append(String(word).lowercased()) }
        return words
    }

    private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return (scalar.value | 0x20) &- 0x61 < 26 || scalar.value &- 0x30 < 10 || scalar == "_" }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            return true
        default: return false
        }
    }

    /// The runs of a length; a shorter text is one run.
    static func runs(_ words: [String], _ length: Int) -> [[String]] {
        guard words.count > length else { return words.isEmpty ? [] : [words] }
        return (0...(words.count - length)).map { Array(words[$0..<$0 + length]) }
    }
}
