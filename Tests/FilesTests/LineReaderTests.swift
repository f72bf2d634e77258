import Files
import SystemPackage
import TestSupport
import Testing

@Suite struct LineReaderTests {
    @Test(arguments: [
        ("", []), ("a", ["a"]), ("a\n", ["a"]), ("a\n\nb", ["a", "b"]), ("\u{feff}a\nb\n", ["a", "b"]),
        ("\n\n", []), ("long line\nx\n", ["9 bytes", "x"]), ("x\nlong line", ["x", "9 bytes"]),
    ])
    func splits(text: String, expected: [String]) throws {
        let folder = try TemporaryFolder()
        let path = folder.path.appending("lines")
        try path.writeAtomically(Array(text.utf8))
        var reader = try LineReader(path, limit: 8)
        var lines: [String] = []
        while let line = try reader.next() {
            switch line {
            case .line(let bytes): lines.append(String(decoding: bytes, as: UTF8.self))
            case .tooLong(let count): lines.append("\(count) bytes")
            }
        }
        #expect(lines == expected)
    }

    /// Lines across the borders of reads come out as they went in.
    @Test func longFiles() throws {
        let folder = try TemporaryFolder()
        let path = folder.path.appending("lines")
        let lines = (0..<3000).map { String(repeating: "x", count: $0 % 700) + "\($0)" }
        try path.writeAtomically(Array(lines.joined(separator: "\n").utf8))
        var reader = try LineReader(path)
        var read: [String] = []
        while case .line(let bytes) = try reader.next() { read.append(String(decoding: bytes, as: UTF8.self)) }
        #expect(read == lines)
    }
}

@Suite struct FilePathTests {
    @Test(arguments: [
        ("/a/b/c.html", "/a/b", "c.html"), ("/a/b", "/a/b", "."), ("/a/x/y", "/a/b/c", "../../x/y"),
        ("/x", "/a", "../x"),
    ])
    func relative(target: String, folder: String, expected: String) {
        #expect(FilePath(target).relative(to: FilePath(folder)) == FilePath(expected))
        #expect(FilePath(expected).resolved(from: FilePath(folder)).absolute == FilePath(target))
    }

    @Test func uncommittedFilesLeaveNothing() throws {
        let folder = try TemporaryFolder()
        do {
            var file = try AtomicFile(folder.path.appending("a"))
            try file.write([1, 2, 3])
        }
        #expect(try folder.path.names() == [])
        var file = try AtomicFile(folder.path.appending("a"))
        try file.write(Array("abc".utf8))
        let digest = file.sealed()
        try file.commit()
        #expect(digest == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(try folder.path.appending("a").sha256() == digest)
        #expect(try folder.path.names() == ["a"])
    }
}
