/// How reading goes on behind what cannot be read.
extension WARCReader {
    /// Goes behind the next line feed, or to the end of the unit.
    mutating func skipLine() throws(FileReadError) {
        repeat {
            if let feed = stream.buffer[stream.start...].firstIndex(of: 0x0A) {
                stream.consume(feed + 1 - stream.start)
                return
            }
            stream.consume(stream.unread)
        } while try stream.fill() == .more
    }

    /// Goes to the next line that begins a record, which may be this one, or to the end of the unit.
    mutating func skipToRecord() throws(FileReadError) {
        while try !isAtRecord() {
            try skipLine()
            if stream.unread == 0, try stream.fill() != .more { return }
        }
    }

    private mutating func isAtRecord() throws(FileReadError) -> Bool {
        while stream.unread < 6 {
            guard try stream.fill() == .more else { return false }
        }
        if stream.buffer[stream.start...].starts(with: "WARC/".utf8) {
            return stream.buffer[stream.start + 5] &- 0x30 < 10
        }
        guard readsARC, stream.buffer[stream.start] | 0x20 &- 0x61 < 26 else { return false }
        while true {
            let bytes = stream.buffer[stream.start...].prefix(Self.maximumLineLength)
            if let feed = bytes.firstIndex(of: 0x0A) {
                let line = bytes[bytes.startIndex..<feed]
                return RecordHeader(arc: line.last == 0x0D ? line.dropLast() : line) != nil
            }
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
                stream.restart(at: offset + index)
                while stream.unread < 16, try stream.fill() == .more {}
                if beginsRecord(stream.buffer[stream.start...]) { return defect }
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

    private func beginsRecord(_ bytes: ArraySlice<UInt8>) -> Bool {
        ["WARC/", "http://", "https://", "filedesc://", "dns:"].contains { bytes.starts(with: $0.utf8) }
    }
}
