import Glibc
public import SystemPackage

extension FilePath {
    /// The names in a folder in ascending byte order, without `.` and `..`.
    public func names() throws(FileError) -> [String] {
        guard let folder = withPlatformString({ opendir($0) }) else { throw FileError.last("list", self) }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Makes a folder and those above it.
    public func makeFolder() throws(FileError) {
        if let stamp = FileStamp(self), stamp.kind == .folder { return }
        if !components.isEmpty, parent != self, parent != "." { try parent.makeFolder() }
        guard withPlatformString({ mkdir($0, 0o777) }) == 0 || errno == EEXIST else {
            throw FileError.last("create", self)
        }
    }

    /// Removes a file or a folder with all that it holds; nothing happens where nothing is there.
    public func removeAll() throws(FileError) {
        guard let status = try? stat(followTargetSymlink: false) else { return }
        if status.type == .directory {
            for name in try names() { try appending(name).removeAll() }
            guard withPlatformString({ rmdir($0) }) == 0 else { throw FileError.last("remove", self) }
        } else {
            guard withPlatformString({ unlink($0) }) == 0 else { throw FileError.last("remove", self) }
        }
    }

    /// Every file below a folder, in ascending byte order of the paths. Hidden names are passed over, links to
    /// folders are not followed, and folders nest to a fixed depth, so that no loop can hold the walk.
    public func filesBelow(depth: Int = 64) throws(FileError) -> [FilePath] {
        var files: [FilePath] = []
        for name in try names() where !name.hasPrefix(".") {
            let path = appending(name)
            guard let type = try? path.stat(followTargetSymlink: false).type else { continue }
            if type == .directory {
                if depth > 0 { files += try path.filesBelow(depth: depth - 1) }
            } else if FileStamp(path)?.kind == .file {
                files.append(path)
            }
        }
        return files
    }
}
