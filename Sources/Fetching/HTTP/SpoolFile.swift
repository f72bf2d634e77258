import Files
import Glibc
import Staging
import SystemPackage

/// A file without a name, for bodies that are too large for memory. It is gone with its owner.
final class SpoolFile {
    private let descriptor: Int32
    private(set) var count = 0

    /// - Parameter folder: on whose disk it lies.
    init(folder: FilePath) throws {
        descriptor = try folder.unnamedFile().rawValue
    }

    deinit {
        close(descriptor)
    }

    /// False where the disk is full.
    func append(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var done = 0
        while done < bytes.count {
            let written = write(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { return false }
            done += written
        }
        count += bytes.count
        return true
    }

    /// - Throws: `StageFailure` where the disk is full.
    func append(_ bytes: [UInt8]) throws {
        guard bytes.withUnsafeBytes({ append($0) }) else {
            throw StageFailure(.io, "cannot write a temporary file: \(String(cString: strerror(errno)))")
        }
    }

    /// Bytes from an offset on; nil at the end.
    func read(at offset: Int) throws -> [UInt8]? {
        let bytes = try [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
            while true {
                let read = pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
                if read < 0, errno == EINTR { continue }
                guard read >= 0 else { throw StageFailure(.io, "cannot read a temporary file") }
                count = read
                return
            }
        }
        return bytes.isEmpty ? nil : bytes
    }
}
