internal import Glibc
public import SystemPackage

extension FilePath {
    /// What a path with `*`, `?` or `[…]` stands for (POSIX.1-2017, `glob`), in the order of its bytes; the path itself where
    /// it has none of them, or is there as it is.
    ///
    /// - Throws: `FileError` where nothing is there by such a name.
    public func matches() throws -> [FilePath] {
        guard string.utf8.contains(where: { [0x2A, 0x3F, 0x5B].contains($0) }), FileStamp(self) == nil else {
            return [self]
        }
        var found = glob_t()
        defer { globfree(&found) }
        guard glob(string, 0, nil, &found) == 0 else { throw FileError("find", self, .noSuchFileOrDirectory) }
        let paths = (0..<Int(found.gl_pathc)).compactMap { found.gl_pathv?[$0].map { FilePath(platformString: $0) } }
        return paths.sorted { $0.string.utf8.lexicographicallyPrecedes($1.string.utf8) }
    }
}
