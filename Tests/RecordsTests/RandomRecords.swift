import Records
import TestSupport

/// Records with nasty content.
enum RandomRecords {
    static func article(_ random: inout SeededGenerator) -> Article {
        var article = Article()
        article.id = random.text(upTo: 10)
        article.version = random.text(upTo: 10)
        article.url = Bool.random(using: &random) ? nil : random.text(upTo: 30)
        article.outlet = Bool.random(using: &random) ? nil : Outlet(id: random.text(upTo: 5), name: nil)
        article.title = random.text(upTo: 40)
        article.authors = (0..<Int.random(in: 0...3, using: &random)).map { _ in random.text(upTo: 12) }
        article.pageKind = PageKind.allCases.randomElement(using: &random) ?? .article
        article.publishedPrecision = Precision.allCases.randomElement(using: &random)
        article.text = random.text(upTo: 300)
        article.blocks = (0..<Int.random(in: 0...5, using: &random)).map { _ in
            Block(
                Block.Kind.allCases.randomElement(using: &random) ?? .paragraph,
                start: Int.random(in: 0...Int.max, using: &random), end: Int.random(in: Int.min...0, using: &random),
                path: Bool.random(using: &random) ? nil : random.text(upTo: 20))
        }
        article.source.path = random.text(upTo: 20)
        article.source.offset = Int.random(in: 0...1 << 40, using: &random)
        return article
    }

    static func quote(_ random: inout SeededGenerator) -> Quote {
        var quote = Quote()
        quote.id = "q1"
        quote.spans = [TextSpan(0, 5), TextSpan(7, Int.random(in: 7...90, using: &random))]
        quote.type = Quote.Kind.allCases.randomElement(using: &random) ?? .direct
        quote.cue =
            Bool.random(using: &random) ? nil : Cue(start: 1, end: 2, lemma: random.text(upTo: 9), kind: .denies)
        quote.speaker = Speaker()
        quote.speaker?.text = random.text(upTo: 20)
        quote.chain = [ChainLink(.reportedBy, name: random.text(upTo: 9), entity: "e1", start: 3, end: 6)]
        quote.confidence.span = Double.random(in: 0...1, using: &random)
        quote.confidence.chain = Double.leastNonzeroMagnitude
        return quote
    }
}
