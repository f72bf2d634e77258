import Deduplication
import Files
import Glibc
import Records
import Staging
import SystemPackage
import Testing

/// A folder that is removed with its owner.
final class TemporaryFolder {
    let path: FilePath

    init() throws {
        var template = Array("/tmp/pipeline-tests-XXXXXX".utf8CString)
        guard let made = template.withUnsafeMutableBufferPointer({ $0.baseAddress.flatMap { mkdtemp($0) } }) else {
            throw FileError.last("create", "/tmp")
        }
        path = FilePath(platformString: made)
    }

    deinit { try? path.removeAll() }

    func write(_ name: String, _ rows: [String]) throws -> FilePath {
        let file = path.appending(name)
        try file.parent.makeFolder()
        try file.writeAtomically(Array(rows.map { $0 + "\n" }.joined().utf8))
        return file
    }
}

@Suite struct DeduplicateStageTests {
    private static func row(_ id: String, _ text: String, outlet: String = "Harbor Post", _ more: String = "") -> String
    {
        var writer = JSONWriter()
        text.write(json: &writer)
        return
            #"{"id":"\#(id)","outlet":"\#(outlet)","text":\#(String(decoding: writer.bytes, as: UTF8.self))\#(more)}"#
    }

    /// Rows of stories and copies of them with small differences, under notices that some outlets share.
    private static func corpus() -> [String] {
        let stories = Stories.harbor + Stories.orchard
        return (0..<40).map { number in
            let notice = "Write to the newsroom of the paper if you find an error, and we will look at it."
            let kept = (0..<stories.count).filter { ($0 * 7 + number) % 5 != 0 && ($0 < 5) == (number % 3 != 0) }
            return row(
                "n\(number * 31 % 40)", Stories.text(kept.map { stories[$0] }, number % 4 == 0 ? [] : [notice]),
                outlet: "Outlet \(number % 7)")
        }
    }

    private func run(
        _ inputs: [FilePath], into output: String, index: FilePath? = nil, date: String? = nil
    ) throws -> RecordCounts {
        let job = ReduceJob(
            inputs: inputs, output: ShardTarget(output),
            identity: StageIdentity(DeduplicateStage.self, configuration: DeduplicateSettings()))
        var options = IndexOptions()
        options.index = index?.string
        options.date = date
        return try DeduplicateStage.reduce(job, configuration: DeduplicateSettings(), options: options)
    }

    private func rows(_ path: FilePath) throws -> [Row] {
        try path.readBytes().split(separator: 10).map { try Row(Array($0)) }
    }

    private func clusters(_ paths: [FilePath]) throws -> [String: String] {
        var result: [String: String] = [:]
        for row in try paths.flatMap(rows) {
            result[try row.require("id")] = try row.require("cluster", as: Membership.self).id
        }
        return result
    }

    /// What is written of an article depends neither on the order of rows and shards nor on how shards are cut.
    @Test(arguments: 1...6)
    func orderDoesNotMatter(seed: Int) throws {
        let folder = try TemporaryFolder()
        let corpus = Self.corpus()
        _ = try run([folder.write("whole.jsonl", corpus)], into: folder.path.appending("whole.out.jsonl").string)
        let expected = try rows(folder.path.appending("whole.out.jsonl")).map {
            String(decoding: $0.bytes, as: UTF8.self)
        }
        var shuffled = corpus
        for index in shuffled.indices { shuffled.swapAt(index, (index * 17 + seed * 11) % shuffled.count) }
        let shards = try (0..<seed).map { shard in
            let members = shuffled.indices.filter { $0 % seed == shard }.map { shuffled[$0] }
            return try folder.write("in/\(shard).jsonl", members)
        }
        let counts = try run(shards.reversed(), into: folder.path.appending("out").string + "/")
        #expect(counts.balances && counts.recordsOut == corpus.count)
        let found = try (0..<seed).flatMap { try rows(folder.path.appending("out/\($0).jsonl")) }
        #expect(found.map { String(decoding: $0.bytes, as: UTF8.self) }.sorted() == expected.sorted())
        #expect(Set(try clusters([folder.path.appending("whole.out.jsonl")]).values).count < corpus.count / 2)
    }

    @Test func unknownKeysPass() throws {
        let folder = try TemporaryFolder()
        let input = try folder.write(
            "a.jsonl", [Self.row("x", "Some text", #","extra":{"deep":[1, 2]},"relations":7"#)])
        _ = try run([input], into: folder.path.appending("b.jsonl").string)
        let row = try #require(try rows(folder.path.appending("b.jsonl")).first)
        #expect(row.keys == ["id", "outlet", "text", "extra", "version", "cluster", "relations", "earlier", "quotes"])
        #expect(row.raw("extra").map(Array.init) == Array(#"{"deep":[1, 2]}"#.utf8))
    }

    /// The same row goes on whichever order the two came in.
    @Test(arguments: [false, true])
    func secondOfAnID(isReversed: Bool) throws {
        let folder = try TemporaryFolder()
        let source = { (path: String) in #","source":{"kind":"html","path":"\#(path)"}"# }
        let inputs = [
            try folder.write("1.jsonl", [Self.row("x", "One text of it", source("b.html"))]),
            try folder.write("2.jsonl", [Self.row("x", "Another text", source("a.html")), Self.row("y", "Third", "")]),
        ]
        let counts = try run(isReversed ? inputs.reversed() : inputs, into: folder.path.appending("out").string + "/")
        #expect(counts.recordsOut == 2 && counts.quarantined == ["duplicate_id": 1])
        #expect(try rows(folder.path.appending("out/1.jsonl")).isEmpty)
        let refused: QuarantineRow = try rows(folder.path.appending("out/1.quarantine.jsonl"))[0].decode()
        #expect(refused.id == "x" && refused.source == "b.html" && refused.stage == "deduplicate")
    }

    @Test func refusals() throws {
        let folder = try TemporaryFolder()
        let input = try folder.write(
            "a.jsonl", ["{", #"{"id":"x"}"#, #"{"text":"t"}"#, #"{"id":"y","text":7}"#, Self.row("z", "Good")])
        let counts = try run([input], into: folder.path.appending("b.jsonl").string)
        #expect(counts.recordsIn == 5 && counts.recordsOut == 1 && counts.balances)
        #expect(counts.quarantined == ["invalid_row": 3, "no_id": 1])
    }

    @Test func dates() throws {
        let folder = try TemporaryFolder()
        let index = folder.path.appending("index")
        let out = { (name: String) in folder.path.appending("\(name).out.jsonl") }
        func run(_ date: String, _ name: String, _ rows: [String]) throws -> RecordCounts {
            try self.run([folder.write("\(name).jsonl", rows)], into: out(name).string, index: index, date: date)
        }
        let harbor = Stories.text(Stories.harbor)
        let first = try run("2026-03-01", "one", [Self.row("a", harbor), Self.row("b", Stories.text(Stories.orchard))])
        #expect(first.recordsOut == 2)
        // The next day: one that is known, one in a new version, a copy of a known one, and one that is new.
        let next = [
            Self.row("a", harbor), Self.row("b", Stories.text(Stories.orchard, [Stories.harbor[3]])),
            Self.row("c", "SUND — " + harbor, outlet: "Northern Ledger"),
            Self.row("d", "A seal swam up the river to Lorn."),
        ]
        let second = try run("2026-03-02", "two", next)
        #expect(second.skipped == ["unchanged": 1] && second.recordsOut == 3)
        let before = try clusters([out("one")])
        let after = try clusters([out("two")])
        #expect(after["b"] == before["b"] && after["c"] == before["a"])
        #expect(Set(after.values).count == 3)
        let copy = try #require(try rows(out("two")).first { try $0.require("id", as: String.self) == "c" })
        let relation = try #require(try copy.require("relations", as: [Relation].self).first)
        #expect(relation.kind == .exact && Set([relation.from, relation.to]) == ["a", "c"])
        let version = try #require(try rows(out("two")).first { try $0.require("id", as: String.self) == "b" })
        #expect(try version.require("relations", as: [Relation].self).map(\.basis) == ["version"])
        // A date reads only earlier ones, so it gives the same bytes again, even when a later one is there.
        let digests = try [out("two").sha256(), index.appending("date=2026-03-02.segment").sha256()]
        _ = try run("2026-03-03", "three", [Self.row("e", harbor)])
        _ = try run("2026-03-02", "two", next)
        #expect(try [out("two").sha256(), index.appending("date=2026-03-02.segment").sha256()] == digests)
        #expect(try clusters([out("three")])["e"] == before["a"])
    }

    /// A damaged segment ends the run; it is never half believed.
    @Test(arguments: [0, 9, 40, -70, -1])
    func damage(place: Int) throws {
        let folder = try TemporaryFolder()
        let index = folder.path.appending("index")
        let input = try folder.write("a.jsonl", [Self.row("a", Stories.text(Stories.harbor))])
        _ = try run([input], into: folder.path.appending("b.jsonl").string, index: index, date: "2026-03-01")
        let segment = index.appending("date=2026-03-01.segment")
        var bytes = try segment.readBytes()
        bytes[place < 0 ? bytes.count + place : place] ^= 1
        try segment.writeAtomically(bytes)
        #expect(throws: StageFailure.self) {
            try run([input], into: folder.path.appending("c.jsonl").string, index: index, date: "2026-03-02")
        }
    }

    @Test func indexNeedsADate() throws {
        let folder = try TemporaryFolder()
        #expect(throws: StageFailure.self) {
            try run([folder.write("a.jsonl", [])], into: folder.path.appending("b.jsonl").string, index: folder.path)
        }
    }
}
