import Glibc
public import SystemPackage

extension FilePath {
    /// The path made absolute by the working directory, without `.` and `..`.
    public var absolute: FilePath {
        guard !isAbsolute else { return lexicallyNormalized() }
        return FilePath.workingDirectory.pushing(self).lexicallyNormalized()
    }

    public static var workingDirectory: FilePath {
        guard let path = getcwd(nil, 0) else { return "/" }
        defer { free(path) }
        return FilePath(platformString: path)
    }

    public var parent: FilePath {
        let parent = removingLastComponent()
        return parent.isEmpty ? "." : parent
    }

    /// This path as seen from a folder; both may be relative to the working directory.
    public func relative(to folder: FilePath) -> FilePath {
        let target = Array(absolute.components)
        let base = Array(folder.absolute.components)
        let shared = zip(target, base).prefix { $0 == $1 }.count
        var result = FilePath()
        for _ in shared..<base.count { result.append("..") }
        result.append(target[shared...])
        return result.isEmpty ? "." : result
    }

    /// The path below a folder that this path is written relative to.
    public func resolved(from folder: FilePath) -> FilePath {
        isAbsolute ? self : folder.pushing(self).lexicallyNormalized()
    }

    /// The name without its last extension, and with another.
    public func replacingExtension(_ newExtension: String) -> FilePath {
        var path = self
        path.extension = newExtension
        return path
    }

    /// The last name, empty for the root.
    public var name: String { lastComponent?.string ?? "" }
}
