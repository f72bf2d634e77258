import Extraction
import Glibc
import Records
import TestSupport
import Testing

/// Rates on the project's own set. With PIPELINE_QUOTE_ERRORS=1 in the environment the errors of the dev half are printed.
struct RepublishedSetTests {
    /// A little under what is reached.
    struct Floor {
        var quotes: Double
        var speakers: Double
        var chains: Double
    }

    @Test(
        .enabled(if: DefaultModel.isThere, Comment(rawValue: DefaultModel.absent)),
        arguments: [
            (Republished.Half.dev, Floor(quotes: 0.855, speakers: 0.735, chains: 0.67)),
            (.heldOut, Floor(quotes: 0.83, speakers: 0.675, chains: 0.61)),
        ])
    func ratesStayAboveTheirFloor(half: Republished.Half, floor: Floor) throws {
        let extractor = Extractor(model: try EntityModel(folder: DefaultModel.folder))
        var score = AttributionScore()
        let articles = try Republished.articles(half)
        #expect(articles.count == (half == .dev ? 58 : 30))
        for article in articles {
            let extraction = extractor.extract(
                text: article.text, language: "en", outlet: article.gold.outlet, blocks: article.gold.blocks)
            score.add(article, extraction)
        }
        print(Self.report(score, half))
        if half == .dev, getenv("PIPELINE_QUOTE_ERRORS") != nil { print(score.errors.joined(separator: "\n")) }
        #expect(score.quotes.f1 >= floor.quotes)
        #expect(score.speakers.f1 >= floor.speakers)
        #expect(score.chains.f1 >= floor.chains)
    }

    private static func report(_ score: AttributionScore, _ half: Republished.Half) -> String {
        func percent(_ part: Int, _ whole: Int) -> String { percent(whole == 0 ? 0 : Double(part) / Double(whole)) }
        func percent(_ share: Double) -> String { "\((share * 1000).rounded() / 10)" }
        func recall(_ rate: AttributionScore.Rate?) -> String {
            "\(percent(rate?.right ?? 0, rate?.expected ?? 0)) of \(rate?.expected ?? 0)"
        }
        let quotes = score.quotes
        let types: [Quote.Kind] = [.direct, .indirect, .mixed, .partial, .block]
        let hows: [Speaker.Resolution] = [.explicit, .pronoun, .definite, .carriedOver, .backReference]
        let details = AttributionScore.Detail.allCases
        return """
            \(half.rawValue): \(quotes.expected) attributions, \(quotes.found) found with \(DefaultModel.name)
              F1 of quotes \(percent(quotes.f1)), with speaker \(percent(score.speakers.f1)), \
            with chain \(percent(score.chains.f1))
              precision \(percent(quotes.right, quotes.found)), recall \(percent(quotes.right, quotes.expected))
              of \(quotes.right) matched: speaker right \(percent(score.speakers.right, quotes.right)), \
            chain right \(percent(score.chains.right, quotes.right))
              recall by type: \(types.map { "\($0.rawValue) \(recall(score.recallByType[$0]))" }.joined(separator: ", "))
              speakers by how: \(hows.map { "\($0.rawValue) \(recall(score.recallByHow[$0]))" }.joined(separator: ", "))
              right of matched: \(details.map { "\($0.rawValue) \(recall(score.details[$0]))" }.joined(separator: ", "))
              taken for quotes: \(score.takenForQuotes) of \(score.notQuotes) titles and scare quotes
            """
    }

    @Test(arguments: Republished.Half.allCases)
    func annotationsFitTheirText(half: Republished.Half) throws {
        for article in try Republished.articles(half) {
            #expect(article.faults.isEmpty, "\(article.name): \(article.faults)")
        }
    }
}
