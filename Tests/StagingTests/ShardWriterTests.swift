import Files
import Records
import Staging
import SystemPackage
import TestSupport
import Testing

private let identity = StageIdentity(stage: "test", algorithmVersion: "1", configSHA256: "c")

@Suite struct ShardWriterTests {
    @Test func keepsTheBalanceAndTakesBackWhatWasRefused() throws {
        let folder = try TemporaryFolder()
        let path = folder.path.appending("0001.jsonl")
        var writer = try ShardWriter(path, identity: identity)
        try writer.record(id: "a", place: "p") { row in
            row.write("kept")
            return .written
        }
        try writer.record(id: "b", place: "p/b") { (row) throws(Refusal) in
            row.write("half a row")
            throw Refusal("bad", "because")
        }
        try writer.record(id: "c", place: "p") { row in
            row.write("also taken back")
            return .skipped("known")
        }
        let manifest = try writer.commit(inputs: [])
        #expect(manifest.counts.balances)
        #expect(manifest.counts.recordsIn == 3)
        #expect(manifest.counts.quarantined == ["bad": 1])
        #expect(manifest.counts.skipped == ["known": 1])
        #expect(try String(decoding: path.readBytes(), as: UTF8.self) == "\"kept\"\n")
        #expect(Manifest.read(of: path) == manifest)
        #expect(try path.sha256() == manifest.sha256)
        let quarantine = try String(decoding: QuarantineRow.path(of: path).readBytes(), as: UTF8.self)
        #expect(quarantine == #"{"id":"b","source":"p/b","stage":"test","reason":"bad","detail":"because"}"# + "\n")
    }

    @Test func nothingIsSeenBeforeCommit() throws {
        let folder = try TemporaryFolder()
        let path = folder.path.appending("0001.jsonl")
        do {
            var writer = try ShardWriter(path, identity: identity)
            for _ in 0..<100_000 {
                try writer.record(id: nil, place: "") { row in
                    row.write("a row that fills the buffer, so that it is flushed")
                    return .written
                }
            }
            #expect(FileStamp(path) == nil)
        }
        #expect(try folder.path.names() == [])
    }

    /// A manifest of older bytes never stands beside newer ones.
    @Test func theOldManifestGoesFirst() throws {
        let folder = try TemporaryFolder()
        let path = folder.path.appending("0001.jsonl")
        _ = try ShardWriter(path, identity: identity).commit(inputs: [])
        #expect(Manifest.read(of: path) != nil)
        let writer = try ShardWriter(path, identity: identity)
        #expect(Manifest.read(of: path) == nil)
        _ = try writer.commit(inputs: [])
    }

    @Test(arguments: [
        (["a/index.jsonl", "b/index.jsonl"], "next/"), (["d/x.jsonl"], "d/"), (["x.jsonl"], "x.jsonl"),
    ])
    func noShardIsWrittenOver(inputs: [String], output: String) {
        #expect(throws: StageFailure.self) { try ShardTarget(output).jobs(inputs.map { FilePath($0) }) }
    }

    @Test func shardsHaveTheNamesOfTheirInputs() throws {
        let jobs = try ShardTarget("next/").jobs(["a/x.jsonl", "-"])
        #expect(jobs.map(\.shard) == ["next/x.jsonl", "next/-.jsonl"])
    }
}
