import Files
import Foundation
import Records
import SystemPackage
import TestSupport
import Testing

/// The shipped corpus through all stages, as a person runs it.
@Suite struct GoldenTests {
    private static let golden = Project.root.pushing("Tests/OrchestrationTests/Golden")
    private static let date = "2026-04-01"

    /// Runs the corpus, or what else is named, and returns the partition's files by name.
    private func output(
        _ arguments: String..., inputs: [String] = ["corpus"], environment: [String: String] = [:],
        in folder: TemporaryFolder? = nil
    ) throws -> [String: [UInt8]] {
        let folder = try folder ?? TemporaryFolder()
        let all =
            ["run", "--date", Self.date, "--state", "\(folder.path)/state", "--output", "\(folder.path)/output"]
            + arguments + ["--input"] + inputs
        let result = try Program.start("pipeline", all, in: Project.root, environment: environment).wait()
        #expect(result.status == 0, "\(result.errors)")
        let partition = folder.path.pushing(FilePath("output/date=\(Self.date)"))
        return try Dictionary(
            uniqueKeysWithValues: partition.names().map { ($0, try partition.appending($0).readBytes()) })
    }

    @Test(.enabled(if: DefaultModel.isThere, Comment(rawValue: DefaultModel.absent)))
    func theShippedCorpusGivesTheGoldenOutput() throws {
        let files = try output()
        if ProcessInfo.processInfo.environment["PIPELINE_UPDATE_GOLDEN"] == "1" {
            try Self.golden.removeAll()
            try Self.golden.makeFolder()
            for (name, bytes) in files { try Self.golden.appending(name).writeAtomically(bytes) }
        }
        #expect(try Self.golden.names() == files.keys.sorted())
        for name in try Self.golden.names() {
            let expected = try Self.golden.appending(name).readBytes()
            let found = files[name] ?? []
            let isSame = found == expected
            #expect(isSame, "\(name): \(firstDifference(found, expected))")
        }
    }

    /// The first line that differs, for a person.
    private func firstDifference(_ found: [UInt8], _ expected: [UInt8]) -> String {
        func lines(_ bytes: [UInt8]) -> [String] {
            String(decoding: bytes, as: UTF8.self).components(separatedBy: "\n")
        }
        for (index, pair) in zip(lines(found), lines(expected)).enumerated() where pair.0 != pair.1 {
            return "line \(index + 1): found \(pair.0.prefix(600)), expected \(pair.1.prefix(600))"
        }
        return "\(found.count) bytes, expected \(expected.count)"
    }

    @Test func workersOrderAndLocaleDoNotShow() throws {
        let expected = try output("--workers", "1")
        #expect(try output("--workers", "2") == expected)
        #expect(
            try output(
                "--workers", "4", environment: ["TZ": "Asia/Tokyo", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"])
                == expected)
        let folders = try Project.root.appending("corpus").names().filter { $0 != "README.md" }
        let parts = folders.map { "corpus/\($0)" }
        #expect(try output(inputs: parts) == output(inputs: parts.reversed()))
    }

    @Test func theNumberOfShardsDoesNotShow() throws {
        let folder = try TemporaryFolder()
        let configuration = try String(decoding: Project.root.appending("pipeline.json").readBytes(), as: UTF8.self)
        let many = try folder.write(
            "many.json", configuration.replacingOccurrences(of: #""shards": 0"#, with: #""shards": 7"#))
        #expect(try output("--config", many.string) == output())
    }

    /// A later date publishes what is new and nothing twice.
    @Test func aLaterDateHoldsOnlyWhatIsNew() throws {
        let folder = try TemporaryFolder()
        _ = try output(in: folder)
        let again = try Program.run(
            "pipeline",
            [
                "run", "--date", "2026-04-02", "--state", "\(folder.path)/state", "--output", "\(folder.path)/output",
                "--input", "corpus",
            ], in: Project.root)
        #expect(again.status == 0, "\(again.errors)")
        let articles = folder.path.pushing("output/date=2026-04-02/articles.jsonl")
        #expect(try articles.readBytes() == [])
    }

    /// The tables of all partitions, save those that tell of the pages which a run was given.
    private func tables(of output: FilePath) throws -> [String: [UInt8]] {
        let files = try output.filesBelow().filter { $0.string.hasSuffix(".jsonl") }
            .filter { !["coverage", "quarantine"].contains($0.stem) }
        return try Dictionary(uniqueKeysWithValues: files.map { ($0.relative(to: output).string, try $0.readBytes()) })
    }

    /// Dates that are run again give the same tables, whatever was published since.
    @Test func datesAreRunAgain() throws {
        let folder = try TemporaryFolder()
        let places = ["--state", "\(folder.path)/state", "--output", "\(folder.path)/output", "--input"]
        let folders = try Project.root.appending("corpus").names().filter { $0 != "README.md" }
        let parts = folders.map { "corpus/\($0)" }
        for (day, count) in [(1, 2), (2, 4), (3, parts.count)] {
            let run = try Program.run(
                "pipeline", ["run", "--date", "2026-04-0\(day)"] + places + parts.prefix(count), in: Project.root)
            #expect(run.status == 0, "\(run.errors)")
        }
        let expected = try tables(of: folder.path.appending("output"))
        try folder.path.pushing("state/date=2026-04-02").removeAll()
        for arguments in [["--date", "2026-04-01"], ["--from", "2026-04-01"]] {
            let again = try Program.run("pipeline", ["run"] + arguments + places + parts, in: Project.root)
            #expect(again.status == 0, "\(again.errors)")
            #expect(try tables(of: folder.path.appending("output")) == expected)
        }
        let none = try Program.run("pipeline", ["run", "--from", "2026-05-01"] + places + parts, in: Project.root)
        #expect(none.status == 64)
    }

    /// Every row of every table has the same keys, and records in = out + skipped + quarantined at every stage.
    @Test func rowsOfATableHaveTheSameKeys() throws {
        for (name, bytes) in try output() where name.hasSuffix(".jsonl") {
            let rows = try bytes.split(separator: 10).map { try Row(Array($0)) }
            #expect(Set(rows.map(\.keys)).count <= 1, "\(name)")
        }
    }
}
