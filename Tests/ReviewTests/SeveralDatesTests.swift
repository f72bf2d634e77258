import Review
import Staging
import SystemPackage
import TestSupport
import Testing

/// Over several dates the latest version of an article holds, and clusters are as the latest date has them.
@Suite struct SeveralDatesTests {
    /// On the second day a1 has another text, its cluster was joined to another with another canonical, and its relation to
    /// a2 was found again. On the third day a3 comes.
    private func output() throws -> Published {
        let folder = try TemporaryFolder()
        func article(_ id: String, _ version: String, _ cluster: String, _ role: String) -> String {
            #"{"id":"\#(id)","version":"\#(version)","outlet_name":"The Ledger","title":"Title \#(id) \#(version)","published_at":"2026-03-0\#(id.last ?? "1")T08:00:00Z","#
                + #""cluster_id":"\#(cluster)","cluster_role":"\#(role)","cluster_reason":"earliest","source_path":"p"}"#
        }
        func quote(_ article: String, _ version: String, _ id: String, _ words: String, _ cluster: String) -> String {
            #"{"quote_id":"\#(id)","article_id":"\#(article)","version":"\#(version)","outlet_name":"The Ledger","type":"direct","text":"\#(words)","#
                + #""start":0,"end":5,"speaker_name":"\#(words)","cluster_id":"\#(cluster)"}"#
        }
        func text(_ article: String, _ version: String) -> String {
            #"{"id":"\#(article)","version":"\#(version)","text":"Text of \#(article) \#(version)"}"#
        }
        func relation(_ basis: String) -> String {
            #"{"from_id":"a1","to_id":"a2","kind":"near","direction":"forward","basis":"\#(basis)","coverage":0.9}"#
        }
        func cluster(_ id: String, _ canonical: String, _ articles: String...) -> String {
            let ids = articles.map { "\"\($0)\"" }.joined(separator: ",")
            return
                #"{"id":"\#(id)","alias_of":null,"canonical_id":"\#(canonical)","title":"Cluster \#(id)","article_count":\#(articles.count),"article_ids":[\#(ids)]}"#
        }
        func alias(_ id: String, _ other: String) -> String { #"{"id":"\#(id)","alias_of":"\#(other)"}"# }
        let days: [[(String, [String])]] = [
            [
                ("articles", [article("a1", "v9", "c1", "canonical"), article("a2", "v1", "c1", "copy")]),
                ("texts", [text("a1", "v9"), text("a2", "v1")]),
                (
                    "quotes",
                    [
                        quote("a1", "v9", "q1", "old", "k1"), quote("a1", "v9", "q2", "gone", "k1"),
                        quote("a2", "v1", "q1", "kept", "k1"),
                    ]
                ), ("clusters", [cluster("c1", "a1", "a1", "a2")]),
                ("quote_clusters", [#"{"id":"k1","alias_of":null,"text":"old"}"#]), ("relations", [relation("old")]),
            ],
            [
                ("articles", [article("a1", "v2", "c2", "copy")]), ("texts", [text("a1", "v2")]),
                ("quotes", [quote("a1", "v2", "q1", "new", "k2")]),
                ("clusters", [alias("c1", "c2"), cluster("c2", "a2", "a1", "a2")]),
                ("quote_clusters", [alias("k1", "k2"), #"{"id":"k2","alias_of":null,"text":"new"}"#]),
                ("relations", [relation("new")]),
            ],
            [
                ("articles", [article("a3", "v1", "c3", "copy")]), ("texts", [text("a3", "v1")]),
                ("quotes", [quote("a3", "v1", "q1", "third", "k3")]),
                ("clusters", [alias("c2", "c3"), cluster("c3", "a2", "a1", "a2", "a3")]),
                ("quote_clusters", [alias("k2", "k3"), #"{"id":"k3","alias_of":null,"text":"third"}"#]),
            ],
        ]
        for (day, tables) in days.enumerated() {
            for (table, rows) in tables {
                try folder.write("date=2026-03-0\(day + 1)/\(table).jsonl", rows.map { $0 + "\n" }.joined())
            }
        }
        return Published(output: try OutputFolder(folder.path), folder: folder)
    }

    private func shown(_ id: String) throws -> String {
        let published = try output()
        return try Look(at: published.output, isColoured: false, width: 120).text(of: id)
    }

    @Test func anArticleIsItsLatestVersion() throws {
        let text = try shown("a1")
        #expect(text.contains("Title a1 v2") && text.contains("of a1 v2") && text.contains("1 quote\n"))
        #expect(text.contains("date=2026-03-02") && !text.contains("v9") && !text.contains("gone"))
        #expect(text.contains("copy of cluster c3") && text.contains("a2") && text.contains("a3"))
        #expect(text.contains("by new") && !text.contains("by old"))
    }

    @Test func aQuoteIsOfTheLatestVersion() throws {
        let text = try shown("a1/q1")
        #expect(text.contains("new") && !text.contains("old") && text.contains("k3, 3 quotes"))
        #expect(throws: StageFailure.self) { try shown("a1/q2") }
    }

    @Test(arguments: ["c1", "c2", "c3"])
    func clustersGoOn(id: String) throws {
        let text = try shown(id)
        #expect(text.contains("c3, copies of one text"))
        let members = text.split(separator: "\n").filter { $0.contains("The Ledger") }.map {
            $0.split(separator: " ").map(String.init)
        }
        #expect(members.map(\.first) == ["copy", "canonical", "copy"])
        #expect(members.map(\.last) == ["a1", "a2", "a3"])
    }

    @Test(arguments: ["k1", "k2", "k3"])
    func utterancesGoOn(id: String) throws {
        let text = try shown(id)
        #expect(text.contains("utterance       k3"))
        for quote in ["a1/q1", "a2/q1", "a3/q1"] { #expect(text.contains(quote)) }
        #expect(!text.contains("a1/q2"))
    }

    @Test func samplesAreOfLatestVersions() throws {
        let published = try output()
        func sheet(_ kind: SampleKind) throws -> (csv: String, rows: Int) {
            let sheet = try Sampler(of: published.output, kind: kind, by: [.outlet], number: 10, seed: 1).sheet()
            return (String(decoding: sheet.csv, as: UTF8.self), sheet.rows)
        }
        let quotes = try sheet(.quotes)
        #expect(quotes.rows == 3 && !quotes.csv.contains("v9"))
        #expect(quotes.csv.contains("\"1.0\""), "all of them were drawn")
        let relations = try sheet(.relations)
        #expect(relations.rows == 1 && relations.csv.contains("Text of a1 v2") && !relations.csv.contains("v9"))
    }
}
