import Files
import Publication
import Records
import Staging
import SystemPackage
import Testing

/// `coverage.jsonl` accounts for every page.
@Suite struct CoverageTests {
    private struct Row: JSONRecord, Equatable {
        struct Skipped: JSONRecord, Equatable {
            var reason = ""
            var pages = 0

            mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
                try visitor.field("reason", &reason)
                try visitor.field("pages", &pages)
            }
        }

        var outletID: String?
        var outletName: String?
        var day: String?
        var discovered = 0
        var refused = 0
        var fetched = 0
        var skipped: [Skipped] = []
        var quarantined = 0
        var articles = 0
        var quotes = 0

        mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
            try visitor.field("outlet_id", &outletID)
            try visitor.field("outlet_name", &outletName)
            try visitor.field("day", &day)
            try visitor.field("discovered", &discovered)
            try visitor.field("refused", &refused)
            try visitor.field("fetched", &fetched)
            try visitor.field("skipped", &skipped)
            try visitor.field("quarantined", &quarantined)
            try visitor.field("articles", &articles)
            try visitor.field("quotes", &quotes)
        }

        var figures: [Int] {
            [discovered, refused, fetched, skipped.reduce(0) { $0 + $1.pages }, quarantined, articles, quotes]
        }
    }

    private func page(_ name: String, url: String?) -> String {
        let url = url.map { "\"\($0)\"" } ?? "null"
        return #"{"id":null,"url":\#(url),"outlet":{"id":null,"name":"The Ledger"},"path":"x/\#(name)","#
            + #""source":{"kind":"html","path":"in/\#(name)","offset":null,"length":null,"sha256":null,"fetched_at":null}}"#
    }

    private func shard(
        _ folder: FilePath, _ stage: String, rows: [String] = [], skipped: [String] = [], refused: [String] = []
    ) throws {
        let identity = StageIdentity(stage: stage, algorithmVersion: "1", configSHA256: "")
        var writer = try ShardWriter(folder.pushing(FilePath("\(stage)/0.jsonl")), identity: identity)
        for row in rows {
            let parsed = try Records.Row(row)
            try writer.record(id: nil, place: "") { (json) throws(Refusal) in
                json.beginObject()
                parsed.writeFields(&json)
                json.endObject()
                return .written
            }
        }
        for place in skipped {
            try writer.skip(id: nil, place: place, place.hasSuffix("feed") ? "not_a_page" : "index")
        }
        for place in refused { try writer.refuse(id: nil, place: place, Refusal("too_large", "")) }
        _ = try writer.commit(inputs: [])
    }

    @Test func accountsForEveryPage() throws {
        let folder = try TemporaryFolder()
        let url = "https://www.ledger.example/a"
        try shard(
            folder.path, "fetch",
            rows: [page("1", url: url), page("2", url: nil), page("3", url: url), page("4", url: url)],
            skipped: ["in/feed"], refused: ["in/5"])
        try shard(folder.path, "normalize", skipped: ["in/3"], refused: ["in/4"])
        func article(_ name: String, _ day: String?) -> String {
            let day = day.map { "\"\($0)\"" } ?? "null"
            return
                #"{"id":"a\#(name)","outlet":{"id":"ledger.example","name":"The Ledger"},"published_on":\#(day),"text":"x","#
                + #""source":{"kind":"html","path":"in/\#(name)"},"quotes":[{"id":"q1"}]}"#
        }
        let input = try folder.write("in.jsonl", [article("1", "2026-03-01"), article("2", nil)])
        let job = ReduceJob(
            inputs: [input], output: .folder(folder.path.appending("out")),
            identity: StageIdentity(WriteStage.self, configuration: WriteSettings()))
        var options = PublishOptions()
        options.date = "2026-03-09"
        options.stages = ["fetch", "normalize"].map { folder.path.appending($0).string }
        options.manifest = nil
        _ = try WriteStage.reduce(job, configuration: WriteSettings(), options: options)
        let found: [Row] = try rows(folder.path.pushing("out/coverage.jsonl")).map { try $0.decode() }
        #expect(found.map(\.outletID) == [nil, "ledger.example", "ledger.example"])
        #expect(found.map(\.outletName) == [nil, "The Ledger", "The Ledger"])
        #expect(found.map(\.day) == [nil, nil, "2026-03-01"])
        // discovered, refused, fetched, skipped, quarantined, articles, quotes
        #expect(found.map(\.figures) == [[1, 1, 0, 0, 0, 0, 0], [3, 0, 3, 1, 1, 1, 1], [1, 0, 1, 0, 0, 1, 1]])
        #expect(found[1].skipped.map(\.reason) == ["index"])
    }
}
