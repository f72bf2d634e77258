/// Appends JSON to a buffer of bytes: UTF-8, no white space, nothing escaped that need not be.
public struct JSONWriter: Sendable {
    public private(set) var bytes: [UInt8] = []
    /// True where the next key or element follows another and needs a comma.
    private var needsComma = false

    public init() {}

    /// Forgets what was written and keeps the memory.
    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        needsComma = false
    }

    /// Forgets what was written after `count` bytes, such as half a record that was refused. A whole line must stand before.
    public mutating func truncate(to count: Int) {
        bytes.removeLast(bytes.count - count)
        needsComma = false
    }

    /// Ends a line.
    public mutating func newline() {
        bytes.append(UInt8(ascii: "\n"))
        needsComma = false
    }

    public mutating func beginObject() { open(UInt8(ascii: "{")) }
    public mutating func endObject() { close(UInt8(ascii: "}")) }
    public mutating func beginArray() { open(UInt8(ascii: "[")) }
    public mutating func endArray() { close(UInt8(ascii: "]")) }

    private mutating func open(_ byte: UInt8) {
        separate()
        bytes.append(byte)
        needsComma = false
    }

    private mutating func close(_ byte: UInt8) {
        bytes.append(byte)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    /// Writes `"key":`; a value must follow.
    public mutating func key(_ key: StaticString) {
        append(quoted: UnsafeRawBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount), colon: true)
        needsComma = false
    }

    /// Writes `"key":` for a key known only at run time; a value must follow.
    public mutating func key(_ key: String) {
        write(key)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// Writes a key that is JSON already, quotation marks included; a value must follow.
    mutating func key(raw: UnsafeBufferPointer<UInt8>) {
        separate()
        bytes.append(contentsOf: raw)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// Writes bytes that are one well-formed JSON value already.
    public mutating func write(raw: UnsafeBufferPointer<UInt8>) {
        separate()
        bytes.append(contentsOf: raw)
    }

    public mutating func writeNull() { word("null") }
    public mutating func write(_ value: Bool) { word(value ? "true" : "false") }

    private mutating func word(_ word: StaticString) {
        separate()
        bytes.append(contentsOf: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }

    public mutating func write(_ value: Int) {
        let comma = needsComma
        needsComma = true
        bytes.append(addingCapacity: 21) { span in
            if comma { span.append(UInt8(ascii: ",")) }
            if value < 0 { span.append(UInt8(ascii: "-")) }
            var unit: UInt = 1
            let rest = value.magnitude
            while rest / unit >= 10 { unit *= 10 }
            while unit > 0 {
                span.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / unit % 10))
                unit /= 10
            }
        }
    }

    /// Writes the shortest digits that read back as the same number; what is not finite becomes null.
    public mutating func write(_ value: Double) {
        guard value.isFinite else { return writeNull() }
        separate()
        bytes.append(contentsOf: value.description.utf8)
    }

    public mutating func write(_ value: String) {
        var value = value
        value.withUTF8 { text in
            if Self.isPlain(text) { return append(quoted: UnsafeRawBufferPointer(text)) }
            separate()
            bytes.append(UInt8(ascii: "\""))
            escape(text)
            bytes.append(UInt8(ascii: "\""))
        }
    }

    /// Appends a string that needs no escape, at once: short ones are the bulk of what is written.
    private mutating func append(quoted text: UnsafeRawBufferPointer, colon: Bool = false) {
        let comma = needsComma
        needsComma = true
        bytes.append(addingCapacity: text.count + 4) { span in
            if comma { span.append(UInt8(ascii: ",")) }
            span.append(UInt8(ascii: "\""))
            span.withUnsafeMutableBufferPointer { buffer, count in
                UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: buffer[count...])).copyMemory(
                    from: text)
                count += text.count
            }
            span.append(UInt8(ascii: "\""))
            if colon { span.append(UInt8(ascii: ":")) }
        }
    }

    private static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let raw = UnsafeRawPointer(text.baseAddress)
        var index = 0
        if let raw {
            while index + 8 <= text.count {
                guard plain(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) else { return false }
                index += 8
            }
        }
        while index < text.count {
            let byte = text[index]
            guard byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") else { return false }
            index += 1
        }
        return true
    }

    private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
        guard let base = text.baseAddress else { return }
        let raw = UnsafeRawPointer(base)
        var start = 0
        var index = 0
        while index < text.count {
            if index + 8 <= text.count, Self.plain(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) {
                index += 8
                continue
            }
            let byte = text[index]
            guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else {
                index += 1
                continue
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
            bytes.append(UInt8(ascii: "\\"))
            switch byte {
            case 8: bytes.append(UInt8(ascii: "b"))
            case 9: bytes.append(UInt8(ascii: "t"))
            case 10: bytes.append(UInt8(ascii: "n"))
            case 12: bytes.append(UInt8(ascii: "f"))
            case 13: bytes.append(UInt8(ascii: "r"))
            case 0..<0x20:
                bytes.append(contentsOf: "u00".utf8)
                bytes.append(UInt8(ascii: "0") + byte >> 4)
                bytes.append(byte & 15 < 10 ? UInt8(ascii: "0") + byte & 15 : UInt8(ascii: "a") + byte & 15 - 10)
            default: bytes.append(byte)
            }
            index += 1
            start = index
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }

    /// True where none of eight bytes must be escaped; unlike in reading, bytes beyond ASCII need no look.
    @inline(__always)
    private static func plain(_ word: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs: UInt64 = 0x8080_8080_8080_8080
        let quote = word ^ (ones &* 0x22)
        let backslash = word ^ (ones &* 0x5c)
        let found =
            ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash) | ((word &- (ones &* 0x20)) & ~word)
        return found & highs == 0
    }
}
