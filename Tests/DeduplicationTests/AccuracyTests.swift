import Deduplication
import Records
import TestSupport
import Testing

/// Thresholds on invented articles whose relationship is known.
@Suite struct AccuracyTests {
    @Test(arguments: [1, 2, 3] as [UInt64])
    func clusters(seed: UInt64) throws {
        var news = NewsGenerator(seed: seed)
        news.corpus(120)
        let found = try findings(news.items.map(\.article))
        let score = PairScore(found.map(\.membership.id), news.items.map(\.story))
        #expect(score.precision >= 0.99, "precision \(score.precision)")
        #expect(score.f1 >= 0.95, "F1 \(score.f1), recall \(score.recall)")
    }

    /// Who copied whom, where something settles it, and nothing said where nothing does.
    @Test(arguments: [1, 2, 3] as [UInt64])
    func directions(seed: UInt64) throws {
        var gold = ProvenanceGenerator(seed: seed)
        for _ in 0..<150 { gold.addStory() }
        let found = try findings(gold.articles)
        var relations: [Set<String>: Relation] = [:]
        for relation in found.flatMap(\.relations) { relations[[relation.from, relation.to]] = relation }
        var decidable = (right: 0, all: 0)
        var undecidable = (wrong: 0, all: 0)
        for (pair, answer) in gold.answers {
            let relation = relations[pair]
            switch answer {
            case .from(let original):
                decidable.all += 1
                if relation?.direction == .forward, relation?.from == original { decidable.right += 1 }
            case .siblings(let agency):
                decidable.all += 1
                if relation?.direction == .sibling, relation?.source == agency { decidable.right += 1 }
            case .undecidable:
                undecidable.all += 1
                if relation?.direction == .forward { undecidable.wrong += 1 }
            }
        }
        #expect(Double(decidable.right) >= 0.95 * Double(decidable.all), "\(decidable)")
        #expect(Double(undecidable.wrong) <= 0.02 * Double(undecidable.all), "\(undecidable)")
        #expect(undecidable.all > 40 && decidable.all > 200)
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func quotes(seed: UInt64) throws {
        var gold = UtteranceGenerator(seed: seed)
        gold.addUtterances(250)
        gold.addStockPhrases()
        let found = try findings(gold.articles)
        let score = PairScore(found.map { $0.quotes[0].membership.id }, gold.utterances)
        #expect(score.precision >= 0.99, "precision \(score.precision)")
        #expect(score.f1 >= 0.99, "F1 \(score.f1), recall \(score.recall)")
    }
}
