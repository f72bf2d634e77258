/// An ASCII word to look for in bytes, in any case of letters. `String.contains` costs a hundred times as much.
struct ASCIIWord: Sendable, ExpressibleByStringLiteral {
    private let bytes: [UInt8]

    init(stringLiteral word: StaticString) {
        bytes = word.withUTF8Buffer { $0.map(Self.lower) }
    }

    @inline(__always)
    private static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

    /// Whether the word stands anywhere in a text.
    func isIn(_ text: some RandomAccessCollection<UInt8>) -> Bool {
        text.withContiguousStorageIfAvailable { isIn($0) } ?? isIn(Array(text))
    }

    private func isIn(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = bytes.first, text.count >= bytes.count else { return bytes.isEmpty }
        for start in 0...text.count - bytes.count where Self.lower(text[start]) == first {
            var offset = 1
            while offset < bytes.count, Self.lower(text[start + offset]) == bytes[offset] { offset += 1 }
            if offset == bytes.count { return true }
        }
        return false
    }

    func isIn(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { isIn($0) }
    }
}
