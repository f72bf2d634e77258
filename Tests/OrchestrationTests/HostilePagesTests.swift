import Files
import Records
import Staging
import SystemPackage
import TestSupport
import Testing

/// Pages made to hurt, through fetch and normalize: each ends as an article, or as one row that says why not.
@Suite struct HostilePagesTests {
    private static let configuration = """
        {"inputs":["pages"],"workers":2,"limits":{"seconds_per_record":2,"quarantined_share":1},\
        "stages":[{"stage":"fetch"},{"stage":"normalize","keep_kinds":\
        ["article","live","gallery","video","stub","index","error","other"]}]}
        """
    private static let paragraph =
        "<p>" + String(repeating: "The council met on Tuesday and voted for the bridge. ", count: 12) + "</p>"

    /// What became of each page: the article's text, or the reason for its quarantine.
    private func fates(_ folder: TemporaryFolder) throws -> [String: String] {
        try folder.write("pipeline.json", Self.configuration)
        let result = try Program.run("pipeline", ["run"], in: folder.path)
        #expect(result.status == 0, "\(result.errors)")
        var fates: [String: String] = [:]
        for file in try folder.path.pushing(".pipeline").filesBelow() where file.name.hasSuffix(".jsonl") {
            let isQuarantine = file.name.hasSuffix(".quarantine.jsonl")
            guard isQuarantine || file.parent.name == "normalize" else { continue }
            var reader = try RowReader(file)
            while let record = try reader.next() {
                guard case .value(let row) = record.content else { continue }
                if isQuarantine {
                    let source = try row.require("source", as: String.self)
                    #expect(fates.updateValue("refused: " + (try row.require("reason")), forKey: source) == nil)
                } else {
                    #expect(fates.updateValue(try row.require("text"), forKey: record.place) == nil)
                }
            }
        }
        return fates
    }

    @Test func theTrapsOfTheParser() throws {
        let folder = try TemporaryFolder()
        func page(_ name: String, _ body: String) throws {
            try folder.write("pages/\(name).html", "<!doctype html><title>Trap</title><body>" + body)
        }
        func nested(_ count: Int) -> String { String(repeating: "<div>", count: count) }
        try page("attributes", "<p " + (0..<40_000).map { "a\($0)=x " }.joined() + ">x</p>" + Self.paragraph)
        try page("depth300", nested(300) + Self.paragraph)
        try page("depth200000", nested(200_000) + Self.paragraph)
        try page("text20MB", "<p>" + String(repeating: "words and words ", count: 1_300_000))
        try page("unclosed", String(repeating: "<b><i><u>", count: 20_000) + Self.paragraph)
        try page("ampersands", String(repeating: "&", count: 250_000) + Self.paragraph)
        try page("nul", Self.paragraph.replacing("council", with: "coun\0cil"))
        try folder.write(
            "pages/invalid.html", Array(("<p>\u{80}" + Self.paragraph).utf8).map { $0 == 0xc2 ? 0xff : $0 })
        try folder.write("pages/binary.html", (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 7919 >> 3) })
        try folder.write("pages/empty.html", "")
        let fates = try fates(folder)
        #expect(fates.count == 10)
        for name in ["attributes", "depth300", "depth200000", "unclosed", "ampersands", "invalid"] {
            #expect(
                fates["pages/\(name).html"]?.contains("The council met on Tuesday and voted for the bridge.") == true,
                "\(name)")
        }
        #expect(fates["pages/nul.html"]?.contains("\0") == false)
        #expect(fates["pages/text20MB.html"]?.utf8.count ?? 0 > 20_000_000)
        #expect(fates["pages/binary.html"] == "refused: not_text")
        #expect(fates["pages/empty.html"] == "refused: empty")
    }

    @Test(.enabled(if: SharedData.has("acquisition/html"), Comment(rawValue: SharedData.absent)))
    func theTreeConstructionSuite() throws {
        let folder = try TemporaryFolder()
        let suite = try #require(SharedData.folder("acquisition/html"))
        let files = try suite.appending("in").filesBelow()
        for (index, file) in files.enumerated() { try folder.write("pages/\(index).html", try file.readBytes()) }
        let fates = try fates(folder)
        #expect(files.count == 1852)
        #expect(fates.count == 1852)
        #expect(!fates.values.contains { ["refused: hung", "refused: crashed", "refused: memory"].contains($0) })
    }
}
