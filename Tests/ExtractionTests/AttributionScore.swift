import Records

/// Compares extracted with annotated attributions.
///
/// An attribution is found where the words of both contents, counted as sets, share at least half of their union; each is
/// matched once. The speaker is right where the words of one name hold those of the other; the chain, where every link is.
struct AttributionScore {
    struct Rate {
        var right = 0
        var found = 0
        var expected = 0

        var f1: Double { found + expected == 0 ? 0 : 2 * Double(right) / Double(found + expected) }
    }

    /// What is compared of a matched attribution beside its speaker and chain.
    enum Detail: String, CaseIterable {
        case type
        case cueKind = "cue kind"
        case nesting
        case holder
        case stance
        case repeats
    }

    private(set) var quotes = Rate()
    private(set) var matchedSpeakers = 0
    private(set) var matchedChains = 0
    private(set) var notQuotes = 0
    private(set) var takenForQuotes = 0
    private(set) var recallByType: [Quote.Kind: Rate] = [:]
    private(set) var recallByHow: [Speaker.Resolution: Rate] = [:]
    /// Of what a person marked in matched attributions.
    private(set) var details: [Detail: Rate] = [:]
    /// One line an error, in the order of the text.
    private(set) var errors: [String] = []

    /// Of all attributions, those found with the right speaker.
    var speakers: Rate { Rate(right: matchedSpeakers, found: quotes.found, expected: quotes.expected) }
    /// Of all attributions, those found with every link of the chain right.
    var chains: Rate { Rate(right: matchedChains, found: quotes.found, expected: quotes.expected) }

    /// Counts one article.
    mutating func add(_ article: Republished.Article, _ extraction: Extraction) {
        let words = Words(article.text)
        let gold = article.gold.quotes.filter { !$0.isOptional }
        let goldWords = gold.map { words.within($0.spans) }
        let optional = article.gold.quotes.filter(\.isOptional).map { words.within($0.spans) }
        let counted = extraction.quotes.filter { quote in
            let set = words.within(quote.spans)
            return !set.isEmpty && !Self.isOptional(set, optional, goldWords)
        }
        let pairs = Self.match(goldWords, counted.map { words.within($0.spans) }) {
            gold[$0].hasSpeaker(of: counted[$1])
        }
        quotes.right += pairs.count
        quotes.found += counted.count
        quotes.expected += gold.count
        for (index, attribution) in gold.enumerated() {
            let quote = pairs[index].map { counted[$0] }
            note(attribution, quote, article.name)
            guard let quote else { continue }
            let holder = article.gold.entities.first { $0.id == attribution.holder }
            compare(attribution, quote, holder?.name, extraction.entities.first { $0.id == quote.holder }?.name)
        }
        for (index, quote) in counted.enumerated() where !pairs.values.contains(index) {
            errors.append("\(article.name) nobody's: \(words.text(quote.spans)) <- \(quote.speaker?.name ?? "-")")
        }
        for fragment in article.gold.notQuotes {
            let set = words.within([TextSpan(fragment.start, fragment.end)])
            notQuotes += 1
            takenForQuotes += counted.contains { Self.overlap(words.within($0.spans), set) >= 0.5 } ? 1 : 0
        }
    }

    private mutating func note(_ attribution: Republished.Attribution, _ quote: Quote?, _ article: String) {
        let label = "\(article) \(attribution.id)"
        let hasSpeaker = quote.map(attribution.hasSpeaker) ?? false
        let hasChain = quote.map(attribution.hasChain) ?? false
        matchedSpeakers += hasSpeaker ? 1 : 0
        matchedChains += hasChain ? 1 : 0
        recallByType[attribution.type, default: Rate()].expected += 1
        recallByType[attribution.type]?.right += quote == nil ? 0 : 1
        if let how = attribution.speaker?.how {
            recallByHow[how, default: Rate()].expected += 1
            recallByHow[how]?.right += hasSpeaker ? 1 : 0
        }
        guard let quote else {
            errors.append("\(label) missed: \(attribution.text.joined(separator: " … "))")
            return
        }
        if !hasSpeaker {
            let names = "\(quote.speaker?.name ?? "-") for \(attribution.speaker?.name ?? "-")"
            errors.append("\(label) speaker: \(names)")
        }
        if !hasChain {
            errors.append("\(label) chain: \(Self.line(quote.chain)) for \(Self.line(attribution.chain))")
        }
    }

    private mutating func compare(
        _ attribution: Republished.Attribution, _ quote: Quote, _ holder: String?, _ foundHolder: String?
    ) {
        func count(_ detail: Detail, _ isRight: Bool) {
            details[detail, default: Rate()].expected += 1
            details[detail]?.right += isRight ? 1 : 0
        }
        count(.type, attribution.type == quote.type)
        if let cue = attribution.cue { count(.cueKind, cue.kind == quote.cue?.kind) }
        if attribution.nestedIn != nil { count(.nesting, quote.nestedIn != nil) }
        if holder != nil { count(.holder, Words.sameName(holder, foundHolder)) }
        if attribution.repeats != nil { count(.repeats, quote.repeats != nil) }
        for stance in attribution.stance {
            count(
                .stance,
                quote.stance.contains {
                    $0.target == stance.target && $0.start < stance.end && stance.start < $0.end
                })
        }
    }

    private static func line(_ chain: [ChainLink]) -> String {
        chain.dropFirst().map { "\($0.role.rawValue) \($0.name ?? "-")" }.joined(separator: " < ")
    }

    /// The found one of each expected one: best pairs first.
    private static func match(
        _ gold: [Set<Int>], _ predicted: [Set<Int>], agree: (Int, Int) -> Bool
    ) -> [Int: Int] {
        var pairs: [(overlap: Double, agrees: Int, gold: Int, predicted: Int)] = []
        for (one, first) in gold.enumerated() {
            for (other, second) in predicted.enumerated() {
                let overlap = overlap(first, second)
                if overlap >= 0.5 { pairs.append((overlap, agree(one, other) ? 1 : 0, -one, -other)) }
            }
        }
        pairs.sort { $0 > $1 }
        var matched: [Int: Int] = [:]
        var used: Set<Int> = []
        for pair in pairs where matched[-pair.gold] == nil && !used.contains(pair.predicted) {
            matched[-pair.gold] = -pair.predicted
            used.insert(pair.predicted)
        }
        return matched
    }

    private static func overlap(_ one: Set<Int>, _ other: Set<Int>) -> Double {
        let common = one.intersection(other).count
        return common == 0 ? 0 : Double(common) / Double(one.count + other.count - common)
    }

    /// Whether a found content is an optional one, or sits on one and on no other.
    private static func isOptional(_ found: Set<Int>, _ optional: [Set<Int>], _ gold: [Set<Int>]) -> Bool {
        guard optional.contains(where: { sits(found, on: $0) }) else { return false }
        let best = optional.map { overlap(found, $0) }.max() ?? 0
        return !gold.contains { sits(found, on: $0) } || best >= 0.5 && gold.allSatisfy { overlap(found, $0) < best }
    }

    private static func sits(_ one: Set<Int>, on other: Set<Int>) -> Bool {
        2 * one.intersection(other).count > min(one.count, other.count)
    }
}

extension Republished.Attribution {
    /// The names that say who spoke. A wording of its own, such as "her publisher", is one; "she" and "the minister" of
    /// somebody whom the text names are none.
    private var speakerNames: [String?] {
        [speaker?.name, speaker?.how == .explicit ? speaker?.text : nil]
    }

    func hasSpeaker(of quote: Quote) -> Bool {
        guard speaker != nil, let other = quote.speaker else { return speaker == nil && quote.speaker == nil }
        return speakerNames.contains { Words.sameName($0, other.name) }
    }

    func hasChain(of quote: Quote) -> Bool {
        chain.count == quote.chain.count
            && zip(chain, quote.chain).enumerated().allSatisfy { index, links in
                let isSpeaker = index > 0 && index == chain.count - 1 && links.0.name == speaker?.name
                let names = isSpeaker ? speakerNames : [links.0.name]
                return links.0.role == links.1.role && names.contains { Words.sameName($0, links.1.name) }
            }
    }
}

/// A text's words, by number: runs of letters and digits, joined within by apostrophes, hyphens and full stops.
private struct Words {
    private let scalars: [Unicode.Scalar]
    private var ranges: [Range<Int>] = []

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
        var index = 0
        while index < scalars.count {
            let start = index
            while index < scalars.count, isWord(index) || index > start && joins(index) { index += 1 }
            if index > start { ranges.append(start..<index) } else { index += 1 }
        }
    }

    private func isWord(_ index: Int) -> Bool {
        let properties = scalars[index].properties
        return properties.isAlphabetic || properties.numericType != nil || scalars[index] == "_"
    }

    private func joins(_ index: Int) -> Bool {
        ["'", "’", ".", "-"].contains(scalars[index]) && index + 1 < scalars.count && isWord(index + 1)
    }

    func within(_ spans: [TextSpan]) -> Set<Int> {
        let words = ranges.indices.filter { index in
            spans.contains { ranges[index].lowerBound < $0.end && ranges[index].upperBound > $0.start }
        }
        // Whether a leading "that" belongs to the content is custom.
        return Set(words.count > 1 && text(words[0]) == "that" ? words.dropFirst() : words[...])
    }

    private func text(_ word: Int) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[ranges[word]])
        return String(view).lowercased()
    }

    func text(_ spans: [TextSpan]) -> String {
        within(spans).sorted().map(text).joined(separator: " ")
    }

    static func sameName(_ one: String?, _ other: String?) -> Bool {
        let (one, other) = (parts(one ?? ""), parts(other ?? ""))
        return !one.isEmpty && !other.isEmpty && (one.isSubset(of: other) || other.isSubset(of: one))
    }

    private static func parts(_ name: String) -> Set<String> {
        Set(
            name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
                .filter { !["the", "a", "an", "of", "and", "s"].contains($0) })
    }
}
