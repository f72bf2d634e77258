/// How reading goes on behind what cannot be read.
extension WARCReader {
    /// Goes behind the next line feed, or to the end of the unit.
    mutating func skipLine() throws(FileReadError) {
        repeat {
            let count = stream.unread.count
            let end = lineEnd(stream.unread, from: 0)
            stream.consume(min(end + 1, count))
            if end < count { return }
        } while try stream.fill() == .more
    }

    /// Goes to the next line that begins a record, which may be this one, or to the end of the unit.
    mutating func skipToRecord() throws(FileReadError) {
        while try !isAtRecord() {
            try skipLine()
            if stream.unread.isEmpty, try stream.fill() != .more { return }
        }
    }

    private mutating func isAtRecord() throws(FileReadError) -> Bool {
        while stream.unread.count < 6 {
            guard try stream.fill() == .more else { return false }
        }
        if stream.unread.starts(with: "WARC/".utf8) { return stream.unread[5] &- 0x30 < 10 }
        guard readsARC, (stream.unread[0] | 0x20) &- 0x61 < 26 else { return false }
        while true {
            let bytes = UnsafeBufferPointer(rebasing: stream.unread.prefix(Self.maximumLineLength))
            let end = lineEnd(bytes, from: 0)
            if end < bytes.count { return RecordHeader(arc: UnsafeBufferPointer(rebasing: bytes[..<end])) != nil }
            guard bytes.count < Self.maximumLineLength, try stream.fill() == .more else { return false }
        }
    }

    /// Goes to the next gzip member that holds the beginning of a record, and tells the defect of this one.
    mutating func leaveMember(_ reason: WARCDefect.Reason, _ detail: String) throws(FileReadError) -> WARCDefect {
        let defect = WARCDefect(offset: stream.unitOffset, reason: reason, detail: detail)
        var offset = stream.unitOffset + 1
        var window = [UInt8](repeating: 0, count: 1 << 16)
        while attempts > 0 {
            let count = try stream.file.read(into: &window, at: offset)
            // A member's header is ten bytes long.
            guard count >= 10 else { break }
            for index in 0...(count - 10) where isMemberHeader(window[index..<index + 10]) {
                attempts -= 1
                stream.restart(at: offset + index, isGuess: true)
                while stream.unread.count < 16, try stream.fill() == .more {}
                if beginsRecord(stream.unread) { return defect }
                if attempts == 0 { break }
            }
            offset += count - 9
        }
        stream.restart(at: stream.file.size)
        return defect
    }

    /// Magic, method, no reserved flag (RFC 1952, section 2.3.1).
    private func isMemberHeader(_ bytes: ArraySlice<UInt8>) -> Bool {
        Gzip.hasMagic(bytes) && bytes[bytes.startIndex + 3] & 0xE0 == 0
    }

    private func beginsRecord(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        ["WARC/", "http://", "https://", "filedesc://", "dns:"].contains { bytes.starts(with: $0.utf8) }
    }
}
