import Digest
public import SystemPackage

/// A file that is larger than its reader accepts.
public struct FileTooLarge: Error {
    /// In bytes.
    public var size: Int
    public var limit: Int
}

extension FilePath {
    /// The file's bytes, or a stretch of them.
    ///
    /// - Throws: `FileError`, also where the stretch is a negative one; `FileTooLarge` before anything is read where there are more bytes than `limit`.
    public func readBytes(from offset: Int = 0, count: Int? = nil, limit: Int = .max) throws -> [UInt8] {
        guard offset >= 0, count ?? 0 >= 0 else { throw FileError("read", self, .invalidArgument) }
        let file = try naming("open", self) { try FileDescriptor.open(self, .readOnly) }
        defer { try? file.close() }
        let status = try naming("read", self) { try Stat(file) }
        guard status.type == .regular else { throw FileError("read", self, .isDirectory) }
        let wanted = min(count ?? .max, max(0, Int(status.size) - offset))
        guard wanted <= limit else { throw FileTooLarge(size: wanted, limit: limit) }
        return try [UInt8](unsafeUninitializedCapacity: wanted) { buffer, filled in
            while filled < wanted {
                let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...])
                let read = try naming("read", self) {
                    try file.read(fromAbsoluteOffset: Int64(offset + filled), into: rest)
                }
                if read == 0 { break }
                filled += read
            }
        }
    }

    /// The SHA-256 of the file's bytes, or of a stretch of them, as 64 hexadecimal digits; memory stays small. `tick`
    /// is called every few hundred kilobytes and may throw to stop.
    public func sha256(
        from offset: Int = 0, count: Int = .max, tick: () throws -> Void = {}
    ) throws -> String {
        let file = try naming("open", self) { try FileDescriptor.open(self, .readOnly) }
        defer { try? file.close() }
        if offset > 0 { _ = try naming("read", self) { try file.seek(offset: Int64(offset), from: .start) } }
        var digest = SHA256()
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
        defer { buffer.deallocate() }
        var wanted = count
        while true {
            try tick()
            let room = UnsafeMutableRawBufferPointer(rebasing: buffer[..<min(buffer.count, wanted)])
            let read = room.isEmpty ? 0 : try naming("read", self) { try file.read(into: room) }
            if read == 0 { return digest.finish() }
            digest.update(UnsafeRawBufferPointer(rebasing: room[..<read]))
            wanted -= read
        }
    }
}
