import ArgumentParser
import Extraction
import Files
import Glibc
import Records
import SystemPackage

/// Measures the shipped models as they run in the stage.
struct CheckQuotes: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check-quotes",
        abstract: "Measure calibration and speed of the shipped models on NAME.docs.jsonl and NAME.gold.jsonl.")

    @Option(help: "The folder of the gold files.") var gold: String
    @Option(help: "The folder of the model of entities; without it rules alone find them.") var model: String?
    @Option(help: "Which gold: train or dev.") var name = "dev"
    @Option(help: "How often the articles are read for the speed.") var rounds = 5
    @Option(
        help: "A sieve to leave out, to tell what it gives: \(Sieve.allCases.map(\.rawValue).joined(separator: ", ")).")
    var without: Sieve?

    func run() throws {
        var extractor = Extractor(model: try EntityModel.read(model))
        extractor.leftOut = without
        let articles = try GoldArticle.read(FilePath(gold), name, model: try EntityModel.read(model))
        calibrate(articles, extractor)
        measure(articles, extractor)
    }

    private func calibrate(_ articles: [GoldArticle], _ extractor: Extractor) {
        var content = CalibrationBins()
        var speakers = CalibrationBins()
        var (found, right, wanted) = (0, 0, 0)
        for gold in articles {
            let quotes = extractor.extract(text: gold.text, language: "en").quotes
            let contents = quotes.map { quote in quote.spans.map { gold.article.tokens($0) } }
            let cues = quotes.map { $0.cue.map { gold.article.tokens(TextSpan($0.start, $0.end)) } }
            let owners = GoldMatch.owners(contents, cues, gold)
            found += owners.count
            right += Set(owners.compactMap { $0 }).count
            wanted += gold.attributions.count
            for (quote, owner) in zip(quotes, owners) {
                if let sure = quote.confidence.span { content.add(Float(sure), owner != nil) }
                guard let owner, let sure = quote.confidence.speaker else { continue }
                let range = quote.speaker.flatMap { speaker in
                    speaker.start.flatMap { start in speaker.end.map { gold.article.tokens(TextSpan(start, $0)) } }
                }
                speakers.add(Float(sure), GoldMatch.isSpeaker(range, gold.attributions[owner], gold.article))
            }
        }
        print("contents: F1 \(2 * Double(right) / Double(max(1, found + wanted))), \(found) found")
        print("expected calibration error, 10 bins: content \(content.error), speaker \(speakers.error)")
        for line in content.lines { print("content \(line)") }
        for line in speakers.lines { print("speaker \(line)") }
    }

    private func measure(_ articles: [GoldArticle], _ extractor: Extractor) {
        let words = articles.reduce(0) { sum, gold in
            sum + (0..<gold.article.tokenCount).count { gold.article.isWord($0) }
        }
        let prepared = articles.map { extractor.prepare($0.text) }
        for _ in 0..<rounds {
            let start = clock()
            for article in prepared { _ = extractor.quotes(article) }
            let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
            print("words per CPU second, tokens and entities given: \(Int(Double(words) / seconds))")
        }
    }
}

extension Sieve: ExpressibleByArgument {}
