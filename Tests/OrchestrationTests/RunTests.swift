import Files
import Glibc
import Records
import Staging
import SystemPackage
import TestSupport
import Testing

/// The runner over stages that misbehave, through the real programs.
@Suite struct RunTests {
    private static let configuration = """
        {"inputs":["pages.jsonl"],"workers":2,"shards":3,\
        "limits":{"seconds_per_record":1,"worker_memory_mib":256,"quarantined_share":0.9},\
        "stages":[{"stage":"fetch"},{"stage":"misbehave"}]}
        """

    private func project(_ ids: [String], configuration: String = configuration) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("pipeline.json", configuration)
        try folder.write("pages.jsonl", ids.map { "{\"id\":\"\($0)\",\"path\":\"\($0).html\"}\n" }.joined())
        for id in ids { try folder.write("\(id).html", "<p>\(id)") }
        return folder
    }

    private func pipeline(_ folder: TemporaryFolder, _ arguments: String...) throws -> Program.Result {
        try Program.run("pipeline", arguments, in: folder.path)
    }

    /// All rows of a stage's shards or quarantine, in any order.
    private func rows(_ folder: TemporaryFolder, _ stage: String, _ suffix: String) throws -> [Row] {
        let shards = folder.path.pushing(FilePath(".pipeline/\(stage)"))
        var rows: [Row] = []
        for name in try shards.names()
        where name.hasSuffix(suffix) && name.filter({ $0 == "." }).count == suffix.filter({ $0 == "." }).count {
            var reader = try RowReader(shards.appending(name))
            while let record = try reader.next() {
                if case .value(let row) = record.content { rows.append(row) }
            }
        }
        return rows
    }

    @Test func aRecordThatKillsItsWorkerCostsOnlyItself() throws {
        let folder = try project(["a", "b", "c", "crash", "hang", "memory", "refuse", "skip", "d"])
        #expect(try pipeline(folder, "run").status == 0)
        let reasons = try rows(folder, "misbehave", ".quarantine.jsonl").map {
            try "\($0.require("id", as: String.self)) \($0.require("reason", as: String.self))"
        }
        #expect(reasons.sorted() == ["crash crashed", "hang hung", "memory memory", "refuse unwilling"])
        let kept = try rows(folder, "misbehave", ".jsonl").map { try $0.require("id", as: String.self) }
        #expect(kept.sorted() == ["a", "b", "c", "d"])
        #expect(try pipeline(folder, "verify").status == 0)
    }

    @Test func anIdleRunStartsNothingAndRewritesNothing() throws {
        let folder = try project(["a", "b", "c"])
        #expect(try pipeline(folder, "run").status == 0)
        let before = try stamps(folder)
        let result = try pipeline(folder, "run", "--log-format", "json")
        #expect(result.status == 0)
        #expect(result.errors.contains(#""shards_run":"0","skipped":"0","stage":"misbehave""#))
        #expect(try stamps(folder) == before)
        #expect(try pipeline(folder, "plan").output.hasSuffix("fetch: up to date\nmisbehave: up to date\n"))
    }

    private func stamps(_ folder: TemporaryFolder) throws -> [String: FileStamp] {
        let state = folder.path.appending(".pipeline")
        var stamps: [String: FileStamp] = [:]
        for stage in ["plan", "fetch", "misbehave"] {
            for file in try state.appending(stage).filesBelow() { stamps[file.string] = FileStamp(file) }
        }
        return stamps
    }

    @Test func oneMorePageTouchesOneShard() throws {
        let folder = try project((0..<30).map { "p\($0)" })
        #expect(try pipeline(folder, "run").status == 0)
        try folder.write("more.html", "<p>more")
        let list = try String(decoding: folder.path.appending("pages.jsonl").readBytes(), as: UTF8.self)
        try folder.write("pages.jsonl", list + #"{"id":"more","path":"more.html"}"#)
        let result = try pipeline(folder, "run", "--log-format", "json")
        #expect(result.errors.contains(#""records_in":"31","records_out":"31","shards":"3","shards_run":"1""#))
    }

    /// A page whose bytes changed is read again; one that was only touched is not.
    @Test func changedPagesAreReadAgain() throws {
        let folder = try project(["a", "b"])
        #expect(try pipeline(folder, "run").status == 0)
        try folder.write("a.html", "<p>a")
        #expect(try pipeline(folder, "plan").output.contains("fetch: up to date"))
        try folder.write("a.html", "<p>changed")
        #expect(try pipeline(folder, "plan").output.contains("fetch: 1 of 3 shards to write\nmisbehave: 1 of 3"))
    }

    @Test func damagedShardsAreFoundAndMadeAgain() throws {
        let folder = try project(["a", "b", "c"])
        #expect(try pipeline(folder, "run").status == 0)
        let shards = folder.path.pushing(".pipeline/misbehave")
        let shard = try #require(try shards.filesBelow().first { $0.name.hasSuffix("1.jsonl") })
        let good = try shard.readBytes()
        try shard.writeAtomically(good + [0x20])
        let verified = try pipeline(folder, "verify")
        #expect(verified.status == 1)
        #expect(verified.output.contains("is not what its manifest says"))
        #expect(try pipeline(folder, "run").status == 0)
        #expect(try shard.readBytes() == good)
        #expect(try pipeline(folder, "verify").status == 0)
    }

    @Test func tooMuchQuarantineEndsTheRun() throws {
        let strict = Self.configuration.replacing("0.9", with: "0.1")
        let folder = try project(["a", "refuse"], configuration: strict)
        let result = try pipeline(folder, "run")
        #expect(result.status == 65)
        #expect(result.errors.contains("1 of 2 records were quarantined (unwilling 1); the limit is 0.1"))
    }

    /// A stage that cannot go on ends the run with its status, and its neighbour with it.
    @Test func aStageThatFailsEndsTheRun() throws {
        let folder = try project(["a", "b", "fail", "hang"])
        let result = try pipeline(folder, "run")
        #expect(result.status == 74)
        #expect(result.errors.contains("misbehave ended with status 74"))
    }

    @Test func retryRunsTheQuarantinedAgain() throws {
        let folder = try project(["a", "refuse"])
        #expect(try pipeline(folder, "run").status == 0)
        let result = try pipeline(folder, "retry", "--log-format", "json")
        #expect(result.status == 0)
        #expect(
            result.errors.contains(
                #""quarantined":"1","records_in":"2","records_out":"1","shards":"3","shards_run":"1""#))
    }

    @Test func twoRunsAreKeptApart() throws {
        let folder = try project(["a"])
        try folder.path.appending(".pipeline").makeFolder()
        let lock = folder.path.pushing(".pipeline/lock")
        let file = lock.withPlatformString { open($0, O_RDWR | O_CREAT, 0o644) }
        defer { close(file) }
        #expect(flock(file, LOCK_EX) == 0)
        let result = try pipeline(folder, "run")
        #expect(result.status == 75)
        #expect(result.errors.contains("another run holds"))
    }

    @Test func aSignalStopsTheRunAndTheNextGoesOn() throws {
        let slow = Self.configuration.replacing(#""seconds_per_record":1"#, with: #""seconds_per_record":60"#)
        let folder = try project(["a", "b", "hang"], configuration: slow)
        let run = try Program.start("pipeline", ["run"], in: folder.path)
        usleep(700_000)
        kill(run.process, SIGTERM)
        let started = time(nil)
        let result = run.wait()
        #expect(result.status == 75)
        #expect(time(nil) - started < 5)
        try folder.write("pipeline.json", Self.configuration)
        #expect(try pipeline(folder, "run").status == 0)
        #expect(try pipeline(folder, "verify").status == 0)
    }

    @Test(arguments: [
        (#"{"input":["x"]}"#, "input: unknown key; known here: inputs, limits, output, shards, state, workers"),
        (#"{"workers":"two"}"#, #"workers: expected a whole number from 0 to 1024, found "two""#),
        (#"{"limits":{"seconds_per_record":0}}"#, "limits.seconds_per_record: expected a whole number from 1 to 86400"),
        (
            #"{"stages":[{"stage":"fetch","max_page_byte":1}]}"#,
            "stages[0].max_page_byte: unknown key; known here: crawler, max_page_bytes, sources"
        ),
        (#"{"stages":[{"stage":"fetch"},{"stage":"fly"}]}"#, #"there is no program for the stage "fly""#),
        (#"{"stages":[{"name":"fetch"}]}"#, "stages[0].stage: expected the name of a stage"),
        (#"{"stages":{}}"#, "stages: expected a list of objects"), ("{", "no JSON object"),
    ])
    func badConfigurationsAreRefused(configuration: String, message: String) throws {
        let folder = try project(["a"], configuration: configuration)
        let result = try pipeline(folder, "run")
        #expect(result.status == 78)
        #expect(result.errors.contains(message), "\(result.errors)")
    }

    @Test func badArgumentsAreUsageErrors() throws {
        let folder = try project(["a"])
        #expect(try pipeline(folder, "run", "--date", "tomorrow").status == 64)
        #expect(try pipeline(folder, "run", "--workers", "0").status == 64)
        #expect(try pipeline(folder, "fly").status == 64)
        #expect(try pipeline(folder, "run", "--input", "no-such-folder").status == 74)
    }
}
