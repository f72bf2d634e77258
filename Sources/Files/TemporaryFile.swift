import Glibc
public import SystemPackage

extension FilePath {
    /// Where temporary files belong: TMPDIR, else /tmp.
    public static var temporaryFolder: FilePath {
        getenv("TMPDIR").map { FilePath(platformString: $0) } ?? "/tmp"
    }

    /// A new file in this folder, for reading and writing, without a name from the start, so that nothing is left behind.
    public func unnamedFile() throws(FileError) -> FileDescriptor {
        // Whoever is killed between the two calls leaves a name that tells that it may be deleted.
        var name = Array(appending(".spool-XXXXXX\(AtomicFile.temporarySuffix)").string.utf8CString)
        let file = mkstemps(&name, Int32(AtomicFile.temporarySuffix.utf8.count))
        guard file >= 0, unlink(name) == 0 else { throw FileError.last("create a temporary file in", self) }
        return FileDescriptor(rawValue: file)
    }
}
