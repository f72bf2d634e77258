import Files
import Glibc
import SystemPackage

/// Standard input, kept in a temporary file so that it can be read twice.
struct SpooledInput {
    let path: FilePath

    init() throws {
        var template = Array("/tmp/pipeline-deduplicate-XXXXXX".utf8CString)
        let file = template.withUnsafeMutableBufferPointer { $0.baseAddress.map { mkstemp($0) } ?? -1 }
        guard file >= 0 else { throw FileError.last("create", "/tmp") }
        path = FilePath(platformString: template)
        let descriptor = FileDescriptor(rawValue: file)
        defer { try? descriptor.close() }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            let count = try FileDescriptor.standardInput.read(into: buffer)
            if count == 0 { break }
            _ = try descriptor.writeAll(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
    }

    func remove() { try? path.removeAll() }
}
