import Deduplication
import Records

/// Invents quotes of which it is known which are one utterance, and phrases that many say.
struct UtteranceGenerator {
    private(set) var articles: [ComparableArticle] = []
    private(set) var utterances: [Int] = []
    private var news: NewsGenerator
    private var next = 0

    init(seed: UInt64) { news = NewsGenerator(seed: seed) }

    private mutating func add(_ words: String, _ speaker: String?, _ utterance: Int) {
        var made = UtteranceTests.quoting("u\(articles.count)", words, speaker)
        made.outlet = Outlet(id: nil, name: NewsGenerator.outlets[news.number(0..<6)])
        articles.append(made)
        utterances.append(utterance)
    }

    mutating func addUtterances(_ count: Int) {
        for _ in 0..<count {
            next += 1
            let speaker = news.name()
            let words = (news.sentence() + " " + news.sentence()).split(separator: " ").map(String.init)
            add(words.joined(separator: " "), speaker, next)
            for _ in 0..<news.number(0..<5) {
                var version = words
                switch news.number(0..<5) {
                case 0: version = Array(version.dropFirst(news.number(0..<6)))
                case 1: version = Array(version.dropLast(news.number(0..<6)))
                case 2:
                    let cut = news.number(7..<version.count - 6)
                    version = version[..<(cut - 3)] + ["…"] + version[cut...]
                case 3: version[0] = "[\(version[0])]"
                default: version[version.count - 1] = news.name()
                }
                let name = [speaker, speaker.split(separator: " ").last.map(String.init), nil, "she"][
                    news.number(0..<4)]
                add(version.joined(separator: " "), name, next)
            }
            // The same words by somebody else are another's.
            if news.chance(10) {
                next += 1
                add(words.joined(separator: " "), news.name(), next)
            }
        }
    }

    /// Each by several, named or not; no two are the same utterance.
    mutating func addStockPhrases() {
        for phrase in Self.phrases {
            for _ in 0..<news.number(2..<8) {
                next += 1
                add(phrase, news.chance(60) ? news.name() : "a spokesman", next)
            }
        }
    }

    private static let phrases = [
        "No comment", "We have no comment at this time", "We take these allegations very seriously",
        "I have nothing to add to what was said", "Our thoughts and prayers are with the families",
        "The investigation is ongoing", "We are looking into the matter", "It is too early to say",
        "We do not comment on individual cases", "I would like to thank everyone for their support",
        "Safety is our top priority", "We are cooperating fully with the authorities", "It is what it is",
        "We are very pleased with the result", "I cannot comment on an ongoing investigation",
    ]
}
