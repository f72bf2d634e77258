import Glibc
public import SystemPackage

extension FilePath {
    /// The names in a folder in ascending byte order, without `.` and `..`. What is no UTF-8 is repaired.
    public func names() throws(FileError) -> [String] {
        try entries().map(\.string)
    }

    /// What lies in a folder, in ascending byte order of the names, without `.` and `..`.
    private func entries() throws(FileError) -> [FilePath.Component] {
        guard let folder = withPlatformString({ opendir($0) }) else { throw FileError.last("list", self) }
        defer { closedir(folder) }
        var names: [[CChar]] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) {
                    Array(UnsafeBufferPointer(start: $0, count: strlen($0) + 1))
                }
            }
            names.append(name)
        }
        return names.sorted { $0.lexicographicallyPrecedes($1) { UInt8(bitPattern: $0) < UInt8(bitPattern: $1) } }
            .compactMap { FilePath.Component(platformString: $0) }.filter { $0.kind == .regular }
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
            for entry in try entries() { try appending(entry).removeAll() }
            guard withPlatformString({ rmdir($0) }) == 0 else { throw FileError.last("remove", self) }
        } else {
            guard withPlatformString({ unlink($0) }) == 0 else { throw FileError.last("remove", self) }
        }
    }

    /// Every file below a folder, in ascending byte order of the paths. Hidden names are passed over, links to
    /// folders are not followed, and folders nest to a fixed depth, so that no loop can hold the walk. A link that
    /// leads nowhere and a folder too deep stand for themselves: whoever opens them tells of it.
    public func filesBelow(depth: Int = 64) throws(FileError) -> [FilePath] {
        var files: [FilePath] = []
        for entry in try entries() where !entry.string.hasPrefix(".") {
            let path = appending(entry)
            if (try? path.stat(followTargetSymlink: false).type) == .directory, depth > 0 {
                files += try path.filesBelow(depth: depth - 1)
            } else if FileStamp(path).map({ $0.kind == .file || depth == 0 }) ?? true {
                files.append(path)
            }
        }
        return files
    }
}
