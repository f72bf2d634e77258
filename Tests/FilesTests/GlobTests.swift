import Files
import SystemPackage
import TestSupport
import Testing

@Test(arguments: [
    ("*.warc.gz", ["a.warc.gz", "b.warc.gz"]), ("day-?/*.html", ["day-1/x.html", "day-2/x.html"]),
    ("day-[2-9]", ["day-2"]), ("day-1", ["day-1"]), ("odd[1].txt", ["odd[1].txt"]),
])
func globsStandForWhatIsThere(pattern: String, expected: [String]) throws {
    let folder = try TemporaryFolder()
    for name in ["b.warc.gz", "a.warc.gz", "a.warc", "day-2/x.html", "day-1/x.html", "odd[1].txt"] {
        try folder.write(name, "x")
    }
    let found = try folder.path.pushing(FilePath(pattern)).matches()
    #expect(found.map { $0.relative(to: folder.path).string } == expected)
}

@Test func aGlobWithoutAnyMatchIsAnError() throws {
    let folder = try TemporaryFolder()
    #expect(throws: FileError.self) { try folder.path.appending("*.html").matches() }
}
