import Deduplication
import Records
import TestSupport

/// Invents articles of known relationship. Every word is made of syllables, so that nothing in it is anybody's text.
struct NewsGenerator {
    /// An article, and the story that it tells.
    struct Item {
        var article: ComparableArticle
        var story: Int
    }

    private var random: SeededGenerator
    private let words: [String]
    private let names: [String]
    private(set) var items: [Item] = []
    private var stories = 0

    private static let function = [
        "the", "of", "and", "to", "in", "a", "that", "for", "on", "with", "as", "was", "by", "at", "from", "had",
        "which",
        "would", "said", "after", "before", "while", "its", "their", "not", "have", "been", "more", "over", "under",
    ]
    static let outlets = [
        "Harbor Post", "Northern Ledger", "Valley Voice", "Coast Courier", "Hill Herald", "Fen Times",
    ]

    init(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let onsets = [
            "b", "br", "d", "f", "g", "gr", "h", "k", "kl", "l", "m", "n", "p", "pr", "r", "s", "st", "t", "v",
        ]
        let vowels = ["a", "e", "i", "o", "u", "ea", "ou"]
        let ends = ["", "n", "r", "l", "s", "t", "nd", "rk"]
        func word(_ syllables: Int, _ random: inout SeededGenerator) -> String {
            (0..<syllables).map { _ in
                onsets[Int.random(in: 0..<onsets.count, using: &random)]
                    + vowels[Int.random(in: 0..<vowels.count, using: &random)]
                    + ends[Int.random(in: 0..<ends.count, using: &random)]
            }.joined()
        }
        words = (0..<1500).map { 1 + $0 % 3 }.map { word($0, &random) }
        names = (0..<300).map { _ in
            let name = word(2, &random)
            return name.prefix(1).uppercased() + name.dropFirst()
        }
        self.random = random
    }

    mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }
    mutating func chance(_ percent: Int) -> Bool { number(0..<100) < percent }
    private mutating func pick(_ list: [String]) -> String { list[number(0..<list.count)] }
    mutating func name() -> String { pick(names) + " " + pick(names) }

    mutating func sentence() -> String {
        var parts: [String] = []
        for place in 0..<number(9..<22) {
            let kind = number(0..<20)
            parts.append(
                kind < 8
                    ? pick(Self.function)
                    : kind < 18
                        ? pick(words)
                        : kind < 19 && place > 0
                            ? pick(names)
                            : String(number(2..<4000)))
        }
        let text = parts.joined(separator: " ")
        return text.prefix(1).uppercased() + text.dropFirst() + "."
    }

    mutating func paragraph() -> [String] { (0..<number(1..<4)).map { _ in sentence() } }
    mutating func story(_ paragraphs: Range<Int> = 4..<9) -> [[String]] {
        (0..<number(paragraphs)).map { _ in paragraph() }
    }

    static func text(_ story: [[String]]) -> String {
        story.map { $0.joined(separator: " ") }.joined(separator: "\n\n")
    }

    mutating func newStory() -> Int {
        stories += 1
        return stories
    }

    @discardableResult
    mutating func add(_ text: String, _ story: Int, outlet: String, at: String? = nil, precision: Precision = .second)
        -> ComparableArticle
    {
        // Ids that say nothing of the order in which articles were made.
        let id = "n" + String(random.next() & 0xffff_ffff, radix: 16)
        let made = DeduplicationTests.article(id, text, outlet: outlet, at: at, precision: precision)
        items.append(Item(article: made, story: story))
        return made
    }

    /// Ways in which a copy differs from its original.
    enum Edit: Int, CaseIterable {
        case headline, mergedParagraphs, otherSigns, otherWords, droppedSentences, asides, localLead, background
        case firstHalf, capitals
    }

    mutating func edited(_ story: [[String]], _ edit: Edit) -> [[String]] {
        switch edit {
        case .headline: return [[sentence()], ["By " + name()]] + story
        case .mergedParagraphs: return [Array(story.joined())]
        case .otherSigns:
            return story.map {
                $0.map { $0.map { $0 == "," ? " –" : String($0) }.joined().replacing("and", with: "&") }
            }
        case .otherWords:
            return story.map { paragraph in
                paragraph.map { sentence in
                    sentence.split(separator: " ").map { chance(6) ? pick(words) : String($0) }.joined(separator: " ")
                }
            }
        case .droppedSentences:
            let kept = story.map { $0.filter { _ in !chance(25) } }.filter { !$0.isEmpty }
            return kept.isEmpty ? story : kept
        case .asides: return story.map { $0.map { chance(30) ? $0 + " (" + sentence() + ")" : $0 } }
        case .localLead: return [paragraph()] + story.dropFirst()
        case .background: return story + [paragraph(), paragraph()]
        case .firstHalf: return Array(story.prefix(max(2, story.count / 2)))
        case .capitals: return story.map { $0.map { $0.uppercased() } }
        }
    }

    /// Reports of one form that differ in names and figures.
    mutating func templates(_ count: Int) {
        let outlet = Self.outlets[number(0..<Self.outlets.count)]
        let filler = (0..<3).map { _ in sentence() }
        for _ in 0..<count {
            let text =
                "\(name()) beat \(name()) by \(number(1..<60)) to \(number(1..<60)) in the \(number(1..<40)) round at "
                + "\(pick(names)) on Sunday, with \(number(100..<9000)) watching. \(filler[0]) \(name()) scored "
                + "\(number(1..<30)) and \(name()) added \(number(1..<30)). \(filler[1])"
            add(text, newStory(), outlet: outlet)
        }
    }

    /// Stories with copies of every kind, templates, and briefs under one outlet's notice.
    mutating func corpus(_ count: Int) {
        let notices = Self.outlets.map { _ in (0..<3).map { _ in sentence() }.joined(separator: " ") }
        for _ in 0..<count {
            let original = story()
            let number = newStory()
            for copy in 0..<self.number(1..<6) {
                var text = original
                if copy > 0 {
                    text = edited(text, Edit.allCases[self.number(0..<Edit.allCases.count)])
                    if chance(30) { text = edited(text, .otherSigns) }
                }
                let outlet = self.number(0..<Self.outlets.count)
                if chance(50) { text.append([notices[outlet]]) }
                add(Self.text(text), number, outlet: Self.outlets[outlet])
            }
            if chance(25) {
                let outlet = self.number(0..<Self.outlets.count)
                add(Self.text(story(1..<2) + [[notices[outlet]]]), newStory(), outlet: Self.outlets[outlet])
            }
        }
        for _ in 0..<count / 10 { templates(8) }
    }
}

/// How well clusters agree with stories, by pairs.
struct PairScore {
    var right = 0
    var found = 0
    var known = 0
    var precision: Double { found == 0 ? 1 : Double(right) / Double(found) }
    var recall: Double { known == 0 ? 1 : Double(right) / Double(known) }
    var f1: Double { 2 * precision * recall / (precision + recall) }

    init(_ clusters: [String], _ stories: [Int]) {
        for (index, cluster) in clusters.enumerated() {
            for other in 0..<index {
                let (isFound, isKnown) = (clusters[other] == cluster, stories[other] == stories[index])
                right += isFound && isKnown ? 1 : 0
                found += isFound ? 1 : 0
                known += isKnown ? 1 : 0
            }
        }
    }
}
