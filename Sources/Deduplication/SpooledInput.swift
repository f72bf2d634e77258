import Files
import Glibc
import SystemPackage

/// Standard input, kept in a file of a temporary folder so that it can be read twice.
struct SpooledInput {
    /// Its name is what rows of standard input are said to come from.
    var path: FilePath { folder.appending("stdin") }
    private let folder: FilePath

    init() throws {
        let temporary = FilePath.temporaryFolder
        var template = Array(temporary.appending("pipeline-deduplicate-XXXXXX").string.utf8CString)
        guard let made = template.withUnsafeMutableBufferPointer({ $0.baseAddress.flatMap { mkdtemp($0) } }) else {
            throw FileError.last("create", temporary)
        }
        folder = FilePath(platformString: made)
        let file = try FileDescriptor.open(
            folder.appending("stdin"), .writeOnly, options: [.create, .exclusiveCreate],
            permissions: [.ownerReadWrite])
        defer { try? file.close() }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            let count = try FileDescriptor.standardInput.read(into: buffer)
            if count == 0 { break }
            _ = try file.writeAll(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
    }

    func remove() { try? folder.removeAll() }
}
