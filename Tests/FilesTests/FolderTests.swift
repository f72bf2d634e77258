import Files
import Glibc
import SystemPackage
import TestSupport
import Testing

@Suite struct FolderTests {
    @Test func walksInByteOrder() throws {
        let folder = try TemporaryFolder()
        for name in ["b/x", "B", "a.txt", ".hidden", "b/.git/x", "ä"] { try folder.write("in/" + name, "") }
        #expect(symlink("../in", folder.path.pushing("in/loop").string) == 0)
        #expect(symlink("nowhere", folder.path.pushing("in/lost").string) == 0)
        let root = folder.path.appending("in")
        #expect(try root.filesBelow().map { $0.relative(to: root).string } == ["B", "a.txt", "b/x", "lost", "ä"])
        try root.removeAll()
        #expect(FileStamp(root) == nil)
    }

    @Test func foldersTooDeepStandForThemselves() throws {
        let folder = try TemporaryFolder()
        try folder.write("a/b/c/x", "")
        #expect(try folder.path.filesBelow(depth: 2).map { $0.relative(to: folder.path).string } == ["a/b/c"])
    }

    /// Times outside 64 bits of nanoseconds are only compared.
    @Test func anyTimeOfModification() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("x", "")
        var times = [timespec(tv_sec: 15_000_000_000, tv_nsec: 0), timespec(tv_sec: 15_000_000_000, tv_nsec: 0)]
        #expect(utimensat(AT_FDCWD, file.string, &times, 0) == 0)
        #expect(FileStamp(file) == FileStamp(file))
    }

    @Test(arguments: [(-1, 1), (0, -1), (.min, 1)])
    func negativeStretchesAreRefused(offset: Int, count: Int) throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("x", "text")
        #expect(throws: FileError.self) { try file.readBytes(from: offset, count: count) }
    }

    @Test func digestOfAStretch() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("x", "0123456789")
        let part = try folder.write("y", "345")
        #expect(try file.sha256(from: 3, count: 3) == part.sha256())
    }
}
