import Glibc
import SystemPackage

/// A file mapped for reading. Its pages belong to the system's cache, not to this process.
final class MappedFile {
    let name: String
    let bytes: UnsafeRawBufferPointer

    var count: Int { bytes.count }

    init(_ path: FilePath) throws(ModelError) {
        name = path.lastComponent?.string ?? path.string
        let file = path.withPlatformString { Glibc.open($0, O_RDONLY | O_CLOEXEC) }
        guard file >= 0 else { throw .unreadable(path, Errno(rawValue: errno)) }
        defer { Glibc.close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw .unreadable(path, Errno(rawValue: errno)) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable(path, .invalidArgument) }
        let count = Int(status.st_size)
        guard count > 0 else {
            bytes = UnsafeRawBufferPointer(start: nil, count: 0)
            return
        }
        guard let base = mmap(nil, count, PROT_READ, MAP_PRIVATE, file, 0), base != MAP_FAILED else {
            throw .unreadable(path, Errno(rawValue: errno))
        }
        bytes = UnsafeRawBufferPointer(start: base, count: count)
    }

    deinit {
        if let base = bytes.baseAddress { munmap(UnsafeMutableRawPointer(mutating: base), bytes.count) }
    }

    func damaged(_ reason: String) -> ModelError { .damaged(name, reason: reason) }
}
