import Deduplication
import Files
import Records
import Staging
import SystemPackage
import TestSupport
import Testing

/// The same input in one run or in many gives the same clusters.
@Suite struct SplitTests {
    /// Runs rows in some dates and returns the sets of articles, and of quotes, that are together in the end.
    private func clusters(_ rows: [String], dates: Int) throws -> (articles: Set<[String]>, quotes: Set<[String]>) {
        let folder = try TemporaryFolder()
        var articles: [String: String] = [:]
        var quotes: [String: String] = [:]
        var successors: [String: String] = [:]
        for date in 0..<dates {
            let members = rows.indices.filter { $0 % dates == date }.map { rows[$0] }
            let input = try folder.write("\(date).jsonl", members)
            let job = ReduceJob(
                inputs: [input], output: ShardTarget(folder.path.appending("\(date).out.jsonl").string),
                identity: StageIdentity(DeduplicateStage.self, configuration: DeduplicateSettings()))
            var options = IndexOptions()
            options.index = folder.path.appending("index").string
            options.date = "2026-03-\(date < 9 ? "0" : "")\(date + 1)"
            let counts = try DeduplicateStage.reduce(job, configuration: DeduplicateSettings(), options: options)
            #expect(counts.balances && counts.recordsOut == members.count)
            for line in try folder.path.appending("\(date).out.jsonl").readBytes().split(separator: 10) {
                let row = try Row(Array(line))
                let id: String = try row.require("id")
                articles[id] = try row.require("cluster", as: Membership.self).id
                for quote in try row.require("quotes", as: [ClusteredQuote].self) {
                    quotes["\(id) \(quote.quote.id)"] = try #require(quote.cluster).id
                }
                let earlier: EarlierMembers = try row.require("earlier")
                for member in earlier.articles { articles[member.articleID] = member.cluster.id }
                for member in earlier.quotes { quotes["\(member.articleID) \(member.quoteID)"] = member.cluster.id }
                for alias in earlier.aliases + earlier.quoteAliases { successors[alias.id] = alias.successor }
            }
        }
        func sets(_ clusters: [String: String]) -> Set<[String]> {
            var sets: [String: [String]] = [:]
            for (member, cluster) in clusters {
                var cluster = cluster
                while let successor = successors[cluster] { cluster = successor }
                sets[cluster, default: []].append(member)
            }
            return Set(sets.values.map { $0.sorted() })
        }
        return (sets(articles), sets(quotes))
    }

    private func line(_ article: ComparableArticle) -> String {
        var json = JSONWriter()
        article.write(json: &json)
        return String(decoding: json.bytes, as: UTF8.self)
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func datesDoNotMatter(seed: UInt64) throws {
        var news = NewsGenerator(seed: seed)
        news.corpus(40)
        var gold = UtteranceGenerator(seed: seed)
        gold.addUtterances(30)
        gold.addStockPhrases()
        var rows = (news.items.map(\.article) + gold.articles).map(line)
        let expected = try clusters(rows, dates: 1)
        #expect(expected.articles.count < rows.count)
        var random = SeededGenerator(seed: seed)
        for dates in [2, 5, 20] {
            rows.shuffle(using: &random)
            let found = try clusters(rows, dates: dates)
            #expect(found.articles.symmetricDifference(expected.articles) == [])
            #expect(found.quotes.symmetricDifference(expected.quotes) == [])
        }
    }
}
