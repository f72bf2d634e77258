import Review
import Staging
import SystemPackage
import TestSupport
import Testing

@Suite struct LookTests {
    private func shown(_ id: String, _ fixture: PublishedFixture, isColoured: Bool = false) throws -> String {
        try Look(at: fixture.write().output, isColoured: isColoured, width: 100).text(of: id)
    }

    @Test func quote() throws {
        let text = try shown("a1000/q1", PublishedFixture(quotes: 4))
        for part in [
            "The council met.", "Mårten Holt said ⟦the bridge was safe⟧. He added: “No doubt.”", "Mårten Holt (person)",
            "Mårten Holt → The Ledger → Outlet", "say (says)", "explicit: the text names the speaker beside the quote",
            "“Mårten Holt” is Mårten Holt by the rule full_name (label PER)", "person/marten-holt", "span not stated",
            "k1, 4 quotes", "a1001/q2", "crawl.warc.gz (warc), record at byte 4096, 321 bytes long", "html/p[2]",
            "2026-03-09T08:00:00Z (minute precision, from byline, printed as “today”)",
        ] {
            #expect(text.contains(part), "\(part) is not in\n\(text)")
        }
    }

    @Test func articleAndClusters() throws {
        let fixture = try PublishedFixture(quotes: 4)
        let article = try shown("a1000", fixture)
        for part in [
            "The bridge", "canonical of cluster c1: earliest", "its words went to a1001, by time", "2 quotes", "q2",
        ] {
            #expect(article.contains(part), "\(part) is not in\n\(article)")
        }
        #expect(try shown("a1001", fixture).contains("has its words from a1000"))
        let cluster = try shown("c1", fixture)
        #expect(cluster.contains("a1000 (earliest)") && cluster.contains("copy            2026-03-09T08:00:00Z"))
        let utterance = try shown("k1", fixture)
        #expect(utterance.contains("⟦the bridge was safe⟧") && utterance.contains("a1001/q2"))
    }

    @Test(arguments: ["a9", "a1000/q9", "", "/", "a1000/", "\"", "c1\n"])
    func unknown(id: String) throws {
        let fixture = try PublishedFixture(quotes: 2)
        let error = #expect(throws: StageFailure.self) { try shown(id, fixture) }
        #expect(error?.status == .usage)
    }

    /// Of all controls, only line feeds and our own colours reach the terminal.
    @Test(arguments: [false, true])
    func hostileText(isColoured: Bool) throws {
        var fixture = try PublishedFixture(quotes: 2)
        fixture.speaker = "\u{1b}]0;owned\u{7}\u{1b}[2J\u{9b}31m\u{202e}evil\u{2066}\u{200f}\r\u{8}"
        fixture.title = "\\u001b[2J\\u0007"
        for id in ["a1000", "a1000/q1", "c1", "k1"] {
            var text = try shown(id, fixture, isColoured: isColoured)
            for code in ["0", "1", "2", "1;7", "1;36", "3;33"] { text = text.replacing("\u{1b}[\(code)m", with: "") }
            let forbidden = text.unicodeScalars.filter {
                ($0.value < 0x20 && $0 != "\n") || 0x7f..<0xa0 ~= $0.value
                    || [0x200f, 0x202e, 0x2066].contains($0.value)
            }
            #expect(forbidden.isEmpty, "\(id): \(forbidden.map { $0.value })")
        }
    }

    @Test func longLinesAreBroken() throws {
        let fixture = try PublishedFixture(quotes: 2)
        let text = try Look(at: fixture.write().output, isColoured: false, width: 40).text(of: "a1000/q1")
        let context = text.split(separator: "\n").filter { $0.contains("⟦") || $0.contains("⟧") }
        #expect(context.allSatisfy { $0.unicodeScalars.count <= 42 })
    }

    @Test func anOutputThatIsNone() throws {
        let folder = try PublishedFixture().folder
        #expect(throws: StageFailure.self) { try OutputFolder(folder.path) }
        #expect(throws: StageFailure.self) { try OutputFolder(folder.path.appending("nowhere")) }
    }
}
