import Deduplication
import Records

/// Invents articles of which it is known who copied whom: chains of three outlets, siblings of an agency that is not
/// there, days without a time, and times that lie.
struct ProvenanceGenerator {
    enum Answer {
        case from(String)
        case siblings(String)
        case undecidable
    }

    private(set) var articles: [ComparableArticle] = []
    private(set) var answers: [Set<String>: Answer] = [:]
    private var news: NewsGenerator
    private var day = 0

    private static let agencies = ["Meridian Press Agency", "Polar News Service"]
    private static let initials = ["MPA", "PNS"]

    init(seed: UInt64) { news = NewsGenerator(seed: seed) }

    private enum Clock {
        case hour(Int)
        case dayOnly
        case none
    }

    private mutating func add(_ text: String, _ outlet: String, _ clock: Clock, citing cited: String? = nil) -> String {
        let date = "2026-0\(1 + day / 28 % 9)-\(day % 28 < 9 ? "0" : "")\(day % 28 + 1)"
        var made: ComparableArticle
        switch clock {
        case .hour(let hour):
            let time = "\(date)T\(hour < 10 ? "0" : "")\(hour):\(10 + news.number(0..<50)):00Z"
            made = news.add(text, 0, outlet: outlet, at: time, precision: .minute)
        case .dayOnly: made = news.add(text, 0, outlet: outlet, at: date + "T00:00:00Z", precision: .day)
        case .none: made = news.add(text, 0, outlet: outlet)
        }
        if let cited {
            var citation = Citation()
            citation.name = cited
            made.citations = [citation]
        }
        articles.append(made)
        return made.id
    }

    mutating func addStory() {
        day += 1
        let story = news.story()
        let outlets = NewsGenerator.outlets
        let first = news.number(0..<outlets.count)
        let (a, b, c) = (outlets[first], outlets[(first + 1) % 6], outlets[(first + 3) % 6])
        let texts = [
            NewsGenerator.text(story), NewsGenerator.text(news.edited(story, .droppedSentences)),
            NewsGenerator.text(news.edited(story, .asides)),
        ]
        switch news.number(0..<6) {
        case 0:
            // Times that say it.
            let ids = [add(texts[0], a, .hour(6)), add(texts[1], b, .hour(9)), add(texts[2], c, .hour(13))]
            answer(ids, { .from(ids[$0]) })
        case 1:
            // Each names the one before, whatever the clocks say.
            let ids = [
                add(texts[0], a, .dayOnly), add(texts[1], b, .dayOnly, citing: a), add(texts[2], c, .none, citing: b),
            ]
            answer(ids, { .from(ids[$0]) })
        case 2:
            // The same, and the last one's clock lies.
            let ids = [
                add(texts[0], a, .hour(9)), add(texts[1], b, .hour(12), citing: a),
                add(texts[2], c, .hour(3), citing: b),
            ]
            answer(ids, { .from(ids[$0]) })
        case 3:
            // An agency that is not there.
            let agency = news.number(0..<2)
            let line = "\(a.uppercased()) (\(Self.initials[agency])) — "
            let ids = [
                add(line + texts[0], a, .hour(8)), add(line + texts[1], b, .hour(9)), add(line + texts[2], c, .dayOnly),
            ]
            answer(ids, { _ in .siblings(Self.initials[agency]) })
        case 4:
            // An agency that is there.
            let agency = news.number(0..<2)
            let line = "\(a.uppercased()) (\(Self.initials[agency])) — "
            let ids = [
                add(texts[0], Self.agencies[agency], .dayOnly), add(line + texts[1], b, .hour(2)),
                add(line + texts[2], c, .none),
            ]
            answers[[ids[0], ids[1]]] = .from(ids[0])
            answers[[ids[0], ids[2]]] = .from(ids[0])
            answers[[ids[1], ids[2]]] = .siblings(Self.initials[agency])
        default:
            let ids = [add(texts[0], a, .dayOnly), add(texts[1], b, .hour(12)), add(texts[2], c, .none)]
            answer(ids, { _ in .undecidable })
        }
    }

    private mutating func answer(_ ids: [String], _ answer: (Int) -> Answer) {
        for index in ids.indices {
            for other in index + 1..<ids.count { answers[[ids[index], ids[other]]] = answer(index) }
        }
    }
}
