internal import Glibc

/// A file could not be opened or read.
public struct FileReadError: Error, Sendable, CustomStringConvertible {
    public var path: String
    /// `errno`.
    public var code: Int32

    public var description: String {
        path + ": " + String(cString: strerror(code))
    }
}

/// Owns the descriptor of a file that is read at any place.
struct FileBytes: ~Copyable {
    let path: String
    /// In bytes, when it was opened.
    let size: Int
    private let descriptor: Int32

    init(path: String) throws(FileReadError) {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileReadError(path: path, code: errno) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            let code = errno
            close(descriptor)
            throw FileReadError(path: path, code: code)
        }
        size = Int(status.st_size)
    }

    deinit {
        close(descriptor)
    }

    /// Reads bytes from `offset` on into `buffer`: fewer than fit only at the end of the file.
    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(FileReadError) -> Int {
        var count = 0
        while count < buffer.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
            let read = pread(descriptor, rest.baseAddress, rest.count, off_t(offset + count))
            if read < 0, errno == EINTR { continue }
            guard read >= 0 else { throw FileReadError(path: path, code: errno) }
            if read == 0 { break }
            count += read
        }
        return count
    }

    func read(into buffer: inout [UInt8], at offset: Int) throws(FileReadError) -> Int {
        // withUnsafeMutableBytes would make any error of it.
        try buffer.withUnsafeMutableBytes { bytes in
            Result { () throws(FileReadError) in try read(into: bytes, at: offset) }
        }.get()
    }
}
