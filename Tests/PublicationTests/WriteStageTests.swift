import Archive
import Files
import Publication
import Records
import Staging
import SystemPackage
import Testing

@Suite struct WriteStageTests {
    /// A row as deduplicate leaves it, of the keys that matter here.
    private static func row(_ number: Int) -> String {
        """
        {"id":"a\(number)","version":"v\(number)","outlet":{"id":"o\(number % 3).example","name":"Outlet \(number % 3)"},\
        "title":"Title \(number)","published_at":"2026-03-0\(number % 9 + 1)T08:00:00Z","published_on":"2026-03-0\(number % 9 + 1)",\
        "text":"Mårten said: no comment \(number).","blocks":[{"kind":"paragraph","start":0,"end":5,"path":"html/p","at":null}],\
        "surplus":{"key":1},"extraction":{"status":"ok","model":"m","version":"1"},\
        "entities":[{"id":"e1","type":"PERSON","name":"Mårten Holt","key":"person/marten-holt","roles":["Mayor"],\
        "mentions":[{"start":0,"end":6,"label":"PER","rule":"full"}]}],\
        "quotes":[{"id":"q1","start":13,"end":23,"spans":[[13,23]],"quoted":[],"type":"indirect",\
        "cue":{"start":7,"end":11,"lemma":"say","kind":"says"},\
        "speaker":{"start":0,"end":6,"text":"Mårten","entity":"e1","name":"Mårten Holt","kind":"person","how":"explicit"},\
        "holder":"e1","chain":[{"role":"reported_by","name":"The Ledger"}],\
        "cluster":{"id":"k\(number % 2)","at":[0,10],"longest":\(number < 2)},"in_copied_passage":\(number > 3)}],\
        "citations":[{"entity":null,"name":"The Ledger","start":0,"end":3,"cue":null}],\
        "cluster":{"id":"c\(number % 4)","role":"\(number < 4 ? "canonical" : "copy")","reason":"earliest"},\
        "relations":[{"from":"a\(number)","to":"a\(number + 4)","kind":"near","coverage":0.9,"direction":"forward",\
        "basis":"time","evidence":{"words":10,"other_words":9,"shared_words":8}}]}
        """
    }

    private func write(
        _ inputs: [FilePath], _ partition: FilePath, _ settings: WriteSettings = WriteSettings(),
        stages: [FilePath] = [],
        manifest: FilePath? = nil
    ) throws -> RecordCounts {
        let job = ReduceJob(
            inputs: inputs, output: .folder(partition),
            identity: StageIdentity(WriteStage.self, configuration: settings))
        var options = PublishOptions()
        options.date = "2026-03-09"
        options.stages = stages.map(\.string)
        options.manifest = manifest?.string
        return try WriteStage.reduce(job, configuration: settings, options: options)
    }

    private static let tables = [
        "articles", "citations", "clusters", "coverage", "entities", "quarantine", "quote_clusters", "quotes",
        "relations",
        "texts",
    ]

    private func digests(_ partition: FilePath) throws -> [String: String] {
        var result: [String: String] = [:]
        for name in try partition.names() { result[name] = try partition.appending(name).sha256() }
        return result
    }

    @Test func everyTable() throws {
        let folder = try TemporaryFolder()
        let partition = folder.path.appending("date=2026-03-09")
        let counts = try write([folder.write("in.jsonl", (0..<8).reversed().map(Self.row))], partition)
        #expect(counts.balances && counts.recordsOut == 8)
        let descriptors = ["datapackage.json", "metadata.json", "report.html", "run.json", "schema.json", "views.sql"]
        #expect(try partition.names() == (Self.tables.map { $0 + ".jsonl" } + descriptors).sorted())
        func table(_ name: String) throws -> [Row] { try rows(partition.appending(name + ".jsonl")) }
        for name in Self.tables {
            let keys = Set(try table(name).map(\.keys))
            #expect(keys.count <= 1, "one shape in \(name)")
            #expect(try table(name).allSatisfy { try $0.require("schema_version", as: String.self) == "1.1.0" })
        }
        #expect(try table("articles").map { try $0.require("id", as: String.self) } == (0..<8).map { "a\($0)" })
        #expect(try table("articles")[0].raw("text") == nil)
        let text = try #require(try table("texts").first)
        #expect(text.keys == ["schema_version", "id", "version", "text", "blocks", "captions", "sha256"])
        let quote = try table("quotes")[5]
        #expect(try quote.require("text", as: String.self) == "no comment")
        #expect(try quote.require("speaker_key", as: String.self) == "person/marten-holt")
        #expect(try quote.require("reported_by", as: String.self) == "The Ledger")
        #expect(try quote.require("outlet_id", as: String.self) == "o2.example")
        #expect(try quote.require("article_cluster_id", as: String.self) == "c1")
        #expect(try quote.require("in_copied_passage", as: Bool.self))
        #expect(
            try table("entities").map { try $0.require("mention", as: String.self) }
                == .init(repeating: "Mårten", count: 8))
        let cluster = try table("clusters")[1]
        #expect(try cluster.require("canonical_id", as: String.self) == "a1")
        #expect(try cluster.require("article_ids", as: [String].self) == ["a1", "a5"])
        #expect(try cluster.require("first_published_at", as: String.self) == "2026-03-02T08:00:00Z")
        let utterance = try table("quote_clusters")[1]
        #expect(try utterance.require("quote_count", as: Int.self) == 4)
        #expect(try utterance.require("first_article_id", as: String.self) == "a1")
        #expect(try table("relations").count == 8 && table("citations").count == 8)
    }

    /// Neither the order of rows nor the cut into shards shows in any file.
    @Test(arguments: 1...4)
    func orderDoesNotMatter(shards: Int) throws {
        let folder = try TemporaryFolder()
        let whole = folder.path.appending("whole")
        _ = try write([folder.write("in.jsonl", (0..<60).map(Self.row))], whole)
        let inputs = try (0..<shards).map { shard in
            try folder.write("in/\(shard).jsonl", (0..<60).filter { $0 * 7 % shards == shard }.reversed().map(Self.row))
        }
        let parts = folder.path.appending("parts")
        _ = try write(inputs.reversed(), parts)
        #expect(try digests(parts) == digests(whole))
    }

    @Test func replacesTheWholeOrNothing() throws {
        let folder = try TemporaryFolder()
        let partition = folder.path.appending("out/date=2026-03-09")
        let input = try folder.write("in.jsonl", (0..<5).map(Self.row))
        _ = try write([input], partition)
        let stamp = FileStamp(partition)
        _ = try write([input], partition)
        #expect(FileStamp(partition) == stamp, "an equal partition stays untouched")
        try partition.appending("stray").writeAtomically([1])
        _ = try write([folder.write("in.jsonl", (0..<6).map(Self.row))], partition)
        #expect(FileStamp(partition)?.inode != stamp?.inode)
        #expect(try rows(partition.appending("articles.jsonl")).count == 6)
        #expect(FileStamp(partition.appending("stray")) == nil)
        #expect(try folder.path.appending("out").names() == ["date=2026-03-09"])
    }

    @Test func runAndQuarantine() throws {
        let folder = try TemporaryFolder()
        let stage = folder.path.appending("normalize")
        for shard in 0..<2 {
            let identity = StageIdentity(stage: "normalize", algorithmVersion: "7", configSHA256: "c0ffee")
            var writer = try ShardWriter(stage.appending("\(shard).jsonl"), identity: identity)
            try writer.skip(id: nil, place: "s\(shard).html", "index")
            try writer.refuse(id: nil, place: "p\(1 - shard).html", Refusal("too_large", "a detail"))
            _ = try writer.commit(inputs: [])
        }
        let bad = [#"{"id":"x","title":7}"#, "{", #"{"text":"no id"}"#]
        let partition = folder.path.appending("partition")
        let manifest = folder.path.appending("state/partition.manifest.json")
        let counts = try write(
            [folder.write("in.jsonl", [Self.row(1)] + bad)], partition, stages: [stage], manifest: manifest)
        #expect(counts.recordsIn == 4 && counts.recordsOut == 1 && counts.balances)
        let quarantine = try rows(partition.appending("quarantine.jsonl"))
        #expect(
            quarantine.first?.keys == [
                "schema_version", "id", "source", "outlet_id", "outlet_name", "stage", "reason", "detail",
            ])
        let places = try quarantine.map { try $0.require("stage", as: String.self) + " " + $0.require("source") }
        #expect(
            places == [
                "normalize p0.html", "normalize p1.html", "write in.jsonl:2", "write in.jsonl:3", "write in.jsonl:4",
            ])
        let run = try Row(try partition.appending("run.json").readBytes())
        #expect(
            run.keys == [
                "schema_version", "date", "texts", "stages", "outlets", "files", "partition_sha256", "corpus_sha256",
            ])
        let text = String(decoding: run.bytes, as: UTF8.self)
        #expect(
            text.contains(
                #"{"stage":"normalize","algorithm_version":"7","config_sha256":"c0ffee","records_in":4,"records_out":0,"skipped":{"index":2},"quarantined":{"too_large":2}}"#
            ))
        #expect(
            text.contains(
                #"{"outlet_id":"o1.example","outlet_name":"Outlet 1","articles":1,"copies":0,"quotes":1,"unsupported_language":0}"#
            ))
        #expect(!text.contains(folder.path.string))
        let written: Manifest = try Row(try manifest.readBytes()).decode()
        #expect(written.sha256 == (try partition.appending("run.json").sha256()) && written.counts == counts)
        let witnesses = ["../in.jsonl", "../normalize/0.manifest.json", "../normalize/1.manifest.json"]
        #expect(written.inputs.map(\.path) == witnesses)
    }

    /// Two versions of one article come by version, whatever their order.
    @Test func versionsOfOneArticle() throws {
        let folder = try TemporaryFolder()
        let lines = [3, 1, 2].map { Self.row($0).replacing("\"id\":\"a\($0)\"", with: "\"id\":\"same\"") }
        _ = try write([folder.write("in.jsonl", lines)], folder.path.appending("one"))
        _ = try write([folder.write("in.jsonl", lines.reversed())], folder.path.appending("other"))
        let versions = try rows(folder.path.appending("one/articles.jsonl")).map {
            try $0.require("version", as: String.self)
        }
        #expect(versions == ["v1", "v2", "v3"])
        #expect(try digests(folder.path.appending("one")) == digests(folder.path.appending("other")))
    }

    /// A later partition's digest of the corpus stands for the earlier ones too.
    @Test func digestOfTheCorpus() throws {
        let folder = try TemporaryFolder()
        let partition = folder.path.appending("date=2026-03-09")
        func corpus() throws -> String {
            _ = try write([folder.write("in.jsonl", [Self.row(1)])], partition)
            return try Row(try partition.appending("run.json").readBytes()).require("corpus_sha256")
        }
        let alone = try corpus()
        #expect(try corpus() == alone)
        _ = try write([folder.write("old.jsonl", [Self.row(2)])], folder.path.appending("date=2026-03-08"))
        #expect(try corpus() != alone)
    }

    /// What may not be shared stands in no file.
    @Test(arguments: [SharedTexts.full, .quotes, .none])
    func sharedTexts(texts: SharedTexts) throws {
        let folder = try TemporaryFolder()
        let partition = folder.path.appending("partition")
        var settings = WriteSettings()
        settings.texts = texts
        let row = Self.row(1).replacing(
            "\"surplus\"",
            with: "\"description\":\"SUMMARY\",\"correction\":\"NOTE\",\"captions\":[\"CAPTION\"],\"surplus\""
        )
        .replacing(
            "\"chain\"", with: "\"stance\":[{\"target\":\"claim\",\"start\":0,\"end\":3,\"text\":\"STANCE\"}],\"chain\""
        )
        .replacing(
            "\"text\":\"Mårten\",\"entity\":\"e1\",\"name\":\"Mårten Holt\",\"kind\":\"person\"",
            with: "\"text\":\"A SOURCE\",\"entity\":null,\"name\":\"A SOURCE\",\"kind\":\"anonymous\""
        )
        .replacing(
            "[{\"role\":\"reported_by\"", with: "[{\"role\":\"source\",\"name\":\"A SOURCE\"},{\"role\":\"reported_by\""
        )
        let refused = #"{"id":"x","page_kind":"SECRET"}"#
        _ = try write([folder.write("in.jsonl", [row, refused])], partition, settings)
        let everything = try partition.names().map {
            String(decoding: try partition.appending($0).readBytes(), as: UTF8.self)
        }.joined()
        for word in ["SUMMARY", "NOTE", "CAPTION", "said: no comment", "SECRET"] {
            #expect(everything.contains(word) == (texts == .full), "\(word)")
        }
        for word in ["STANCE", "no comment", "A SOURCE"] {
            #expect(everything.contains(word) == (texts != .none), "\(word)")
        }
        let text = try rows(partition.appending("texts.jsonl"))[0]
        #expect(try text.require("blocks", as: [Block].self).count == 1)
        let run = try Row(try partition.appending("run.json").readBytes())
        #expect(try run.require("texts", as: String.self) == texts.rawValue)
    }

    /// The tables are the same under another coat.
    @Test(arguments: [Compression.gzip, .zstd])
    func compression(compression: Compression) throws {
        let folder = try TemporaryFolder()
        let input = try folder.write("in.jsonl", (0..<3000).map(Self.row))
        let (plain, packed) = (folder.path.appending("plain"), folder.path.appending("packed"))
        var settings = WriteSettings()
        _ = try write([input], plain, settings)
        settings.compression = compression
        _ = try write([input], packed, settings)
        for table in Self.tables {
            let expected = try plain.appending(table + ".jsonl").readBytes()
            let file = packed.appending(table + (compression == .gzip ? ".jsonl.gz" : ".jsonl.zst"))
            let bytes = try file.readBytes()
            if compression == .gzip {
                #expect(try Gzip.inflate(bytes, limit: 1 << 30) == expected)
            } else {
                // RFC 8878, section 3.1.1.
                #expect(bytes.starts(with: [0x28, 0xb5, 0x2f, 0xfd]))
            }
            #expect(expected.count < 1000 || bytes.count < expected.count / 3)
        }
    }

    /// Offsets outside the text give empty strings.
    @Test func hostileOffsets() throws {
        let folder = try TemporaryFolder()
        let hostile = Self.row(1).replacing(
            #""start":0,"end":6"#, with: #""start":-9223372036854775808,"end":9223372036854775807"#
        )
        .replacing(#""start":13"#, with: #""start":-4"#)
        let counts = try write([folder.write("in.jsonl", [hostile])], folder.path.appending("partition"))
        #expect(counts.recordsOut == 1)
    }

    @Test func nothing() throws {
        let folder = try TemporaryFolder()
        let partition = folder.path.appending("partition")
        _ = try write([folder.write("in.jsonl", [])], partition)
        #expect(try Self.tables.allSatisfy { try partition.appending($0 + ".jsonl").readBytes().isEmpty })
    }
}
