import Files
import Glibc
import Records
import Staging
import SystemPackage
import TestSupport
import Testing

/// Runs one after the other over one state, through all stages.
@Suite struct SeveralRunsTests {
    private static let configuration = """
        {"inputs":["pages"],"workers":1,"shards":1,"limits":{"quarantined_share":0.9},\
        "stages":[{"stage":"fetch"},{"stage":"normalize"},{"stage":"extract","model":"none"},{"stage":"deduplicate"},\
        {"stage":"write"}]}
        """

    private func project() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("pipeline.json", Self.configuration)
        try page(folder, "first.txt")
        return folder
    }

    private func page(_ folder: TemporaryFolder, _ name: String) throws {
        try folder.write(
            "pages/" + name,
            """
            Harbor of \(name) reopens

            The harbor of Drennik reopened on Monday after a closure of nine days, the port office said in \(name).

            "We have the cranes back," said Ilka Bereny, who runs the port. The first ship left before noon.
            """)
    }

    private func pipeline(_ folder: TemporaryFolder, _ arguments: String...) throws -> Program.Result {
        try Program.run("pipeline", arguments, in: folder.path)
    }

    private func quarantine(_ folder: TemporaryFolder, _ date: String) throws -> [String] {
        var rows = try TableRows<QuarantineRow>("quarantine", in: folder.path.pushing(FilePath("output/date=\(date)")))
        var reasons: [String] = []
        while let row = try rows.next() { reasons.append("\(row.reason) \(row.source)") }
        return reasons
    }

    /// What was refused is published, though the articles are the same.
    @Test func newRefusalsArePublished() throws {
        let folder = try project()
        #expect(try pipeline(folder, "run", "--date", "2026-03-01").status == 0)
        #expect(try quarantine(folder, "2026-03-01").isEmpty)
        #expect(symlink("nowhere.html", folder.path.pushing("pages/gone.html").string) == 0)
        try folder.write("pages/notes.md", "no page")
        #expect(try pipeline(folder, "run", "--date", "2026-03-01").status == 0)
        #expect(try quarantine(folder, "2026-03-01") == ["missing pages/gone.html"])
        let run = try folder.path.pushing("output/date=2026-03-01/run.json").readBytes()
        #expect(String(decoding: run, as: UTF8.self).contains(#""skipped":{"not_a_page":1}"#))
    }

    @Test func verifyHoldsOverSeveralDates() throws {
        let folder = try project()
        #expect(try pipeline(folder, "run", "--date", "2026-03-01").status == 0)
        try page(folder, "second.txt")
        #expect(try pipeline(folder, "run", "--date", "2026-03-02").status == 0)
        #expect(try pipeline(folder, "verify").output.contains("2 partitions, 0 differences"))
        let run = folder.path.pushing("output/date=2026-03-01/run.json")
        let text = try String(decoding: run.readBytes(), as: UTF8.self)
        try run.writeAtomically(Array(text.replacing("\"articles\":1", with: "\"articles\":2").utf8))
        let verified = try pipeline(folder, "verify")
        #expect(verified.status == 1)
        #expect(verified.output.contains("run.json is not what its manifest says"))
    }

    /// Another output must not make the state forget what it published.
    @Test func aStateBelongsToItsOutput() throws {
        let folder = try project()
        #expect(try pipeline(folder, "run", "--date", "2026-03-01").status == 0)
        let result = try pipeline(folder, "run", "--date", "2026-03-02", "--output", "elsewhere")
        #expect(result.status == 78)
        #expect(result.errors.contains("name a --state of its own"))
        #expect(FileStamp(folder.path.pushing(".pipeline/index/date=2026-03-01.segment")) != nil)
    }

    @Test(arguments: ["2026-02-30", "2026-13-01", "26-03-01", "2026-3-1", "today"])
    func daysOutsideTheCalendarAreRefused(date: String) throws {
        let folder = try project()
        let result = try pipeline(folder, "run", "--date", date)
        #expect(result.status == 64)
        #expect(result.errors.contains("expected a day as YYYY-MM-DD"))
    }

    /// Each file of a folder is a record, whatever its name is made of.
    @Test func namesThatAreNoTextAreCounted() throws {
        let folder = try project()
        var name = Array("\(folder.path)/pages/r".utf8CString.dropLast())
        name += [CChar(bitPattern: 0xE9), 0x2E, 0x74, 0x78, 0x74, 0]
        let file = open(name, O_CREAT | O_WRONLY, 0o644)
        #expect(file >= 0)
        close(file)
        #expect(try pipeline(folder, "run", "--date", "2026-03-01").status == 0)
        #expect(try quarantine(folder, "2026-03-01") == ["missing pages/r\u{fffd}.txt"])
    }
}
