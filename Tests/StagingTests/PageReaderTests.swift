import Files
import Records
import Staging
import SystemPackage
import TestSupport
import Testing

@Suite struct PageReaderTests {
    private func places(_ input: FilePath) throws -> [String] {
        var reader = try PageReader(input, archives: .whole)
        var places: [String] = []
        while let record = try reader.next() {
            switch record.content {
            case .value(let page): places.append("\(page.source.kind) \(record.place)")
            case .skipped(let reason): places.append("\(reason) \(record.place)")
            case .refused(let refusal): places.append("\(refusal.reason) \(record.place)")
            }
        }
        return places
    }

    @Test func walksFoldersInOrder() throws {
        let folder = try TemporaryFolder()
        for name in ["b/2.HTM", "b/1.html", "a.txt", "c.warc.gz", "notes.md", ".hidden.html"] {
            try folder.write("in/" + name, "x")
        }
        let expected = [
            "text in/a.txt", "html in/b/1.html", "html in/b/2.HTM", "warc in/c.warc.gz", "not_a_page in/notes.md",
        ]
        #expect(try places(folder.path.appending("in")) == expected)
    }

    @Test func listsSpeakForTheirFiles() throws {
        let folder = try TemporaryFolder()
        try folder.write("in/x/1.html", "x")
        try folder.write("in/x/2.html", "x")
        try folder.write(
            "in/x/pages.jsonl", #"{"path":"2.html","url":"https://a.example/2","note":7}"# + "\nno row\n{}\n")
        #expect(
            try places(folder.path.appending("in")) == [
                "html in/x/2.html", "invalid_row pages.jsonl:2", "invalid_row pages.jsonl:3", "html in/x/1.html",
            ])
    }

    @Test func otherTablesBesidePagesAreNoLists() throws {
        let folder = try TemporaryFolder()
        try folder.write("in/1.html", "x")
        try folder.write("in/gold.jsonl", #"{"id":"1","text":"x","path":"1.html"}"#)
        try folder.write("in/damaged.jsonl", "x")
        let found = try places(folder.path.appending("in"))
        #expect(found == ["html in/1.html", "not_a_page in/damaged.jsonl", "not_a_page in/gold.jsonl"])
    }

    @Test(arguments: [
        ("pages/1.html", "in/pages/1.html"), ("../other/1.html", "in/other/1.html"), ("/data/1.html", "in/data/1.html"),
        ("./a/../b.txt", "in/b.txt"),
    ])
    func placesAreNeverAbsolute(path: String, place: String) throws {
        let folder = try TemporaryFolder()
        let list = try folder.write("in/list.jsonl", "{\"path\":\"\(path)\"}")
        #expect(try places(list).map { $0.drop { $0 != " " }.dropFirst() } == [place[...]])
    }

    /// A page list that names an archive which is not there costs one row, not the run.
    @Test func missingArchivesAreRefused() throws {
        let folder = try TemporaryFolder()
        let list = try folder.write("in/list.jsonl", #"{"path":"no.warc.gz"}"# + "\n" + #"{"path":"1.html"}"#)
        var reader = try PageReader(list)
        guard case .refused(let refusal)? = try reader.next()?.content else {
            Issue.record("not refused")
            return
        }
        #expect(refusal.reason == "unreadable")
        #expect(try reader.next()?.place == "in/1.html")
        let end = try reader.next()
        #expect(end == nil)
    }

    @Test func missingInputsAreNamed() throws {
        #expect(throws: FileError.self) { try PageReader("/no/such/folder") }
    }

    /// Reasons become names of counts, so those of a hostile list must be names.
    @Test(arguments: [
        (#"{"unreadable":"in/x","reason":"not_text","detail":"d"}"#, "not_text in/x"),
        (#"{"unreadable":"in/x","reason":"not_a_page"}"#, "not_a_page in/x"),
        (#"{"unreadable":"in/x","reason":"\u001b[2J","detail":"d"}"#, "invalid_row in/x"),
        (#"{"unreadable":"in/x","reason":""}"#, "invalid_row in/x"),
    ])
    func plannedRefusals(row: String, place: String) throws {
        let folder = try TemporaryFolder()
        #expect(try places(folder.write("in/list.jsonl", row)) == [place])
    }
}
