extension JSONReader {
    /// Reads a string.
    public mutating func readString() throws(JSONError) -> String {
        guard try peek() == UInt8(ascii: "\"") else { throw JSONError(.wrongType(expected: "a string"), at: position) }
        let (range, escaped) = try skipString()
        return Self.string(bytes, range, escaped: escaped)
    }

    /// The string between the quotation marks of an already checked place.
    static func string(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, escaped: Bool) -> String {
        let slice = UnsafeBufferPointer(rebasing: bytes[range])
        guard escaped else { return String(decoding: slice, as: UTF8.self) }
        return String(unsafeUninitializedCapacity: slice.count) { unescape(slice, into: $0) }
    }

    /// The bytes of a checked string whose escapes, if any, stand as they were read.
    static func utf8(_ content: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: content.count) { $1 = unescape(content, into: $0) }
    }

    /// Passes over a string and returns the place between its quotation marks, and whether it holds an escape.
    mutating func skipString() throws(JSONError) -> (range: Range<Int>, escaped: Bool) {
        var index = position + 1
        let start = index
        var escaped = false
        let raw = UnsafeRawPointer(bytes.baseAddress)
        while true {
            // Eight bytes at a time while none needs a look.
            if let raw {
                while index + 8 <= bytes.count,
                    JSONReader.plain(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
                {
                    index += 8
                }
            }
            guard index < bytes.count else { throw JSONError(.unexpectedEnd, at: index) }
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") {
                move(to: index + 1)
                return (start..<index, escaped)
            } else if byte == UInt8(ascii: "\\") {
                escaped = true
                index = try skipEscape(at: index)
            } else if byte >= 0x80 {
                index = try skipUTF8(at: index)
            } else if byte < 0x20 {
                throw JSONError(.controlCharacter, at: index)
            } else {
                index += 1
            }
        }
    }

    /// True where none of eight bytes is a quotation mark, a backslash, a control or a non-ASCII byte.
    @inline(__always)
    static func plain(_ word: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs: UInt64 = 0x8080_8080_8080_8080
        let quote = word ^ (ones &* 0x22)
        let backslash = word ^ (ones &* 0x5c)
        // (x - 1) & ~x has a high bit where a byte of x is zero; (x - 0x20) where it is below 0x20.
        let found =
            ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash) | ((word &- (ones &* 0x20)) & ~word) | word
        return found & highs == 0
    }

    private func skipEscape(at index: Int) throws(JSONError) -> Int {
        guard index + 1 < bytes.count else { throw JSONError(.unexpectedEnd, at: index) }
        switch bytes[index + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return index + 2
        case UInt8(ascii: "u"):
            let unit = try codeUnit(at: index + 2)
            if unit & 0xfc00 == 0xdc00 { throw JSONError(.loneSurrogate, at: index) }
            guard unit & 0xfc00 == 0xd800 else { return index + 6 }
            guard index + 7 < bytes.count, bytes[index + 6] == UInt8(ascii: "\\"),
                bytes[index + 7] == UInt8(ascii: "u")
            else { throw JSONError(.loneSurrogate, at: index) }
            guard try codeUnit(at: index + 8) & 0xfc00 == 0xdc00 else { throw JSONError(.loneSurrogate, at: index) }
            return index + 12
        default: throw JSONError(.invalidEscape, at: index)
        }
    }

    private func codeUnit(at index: Int) throws(JSONError) -> UInt32 {
        guard index + 4 <= bytes.count else { throw JSONError(.unexpectedEnd, at: bytes.count) }
        var unit: UInt32 = 0
        for offset in 0..<4 {
            guard let digit = JSONReader.hexDigit(bytes[index + offset]) else {
                throw JSONError(.invalidEscape, at: index + offset)
            }
            unit = unit << 4 | digit
        }
        return unit
    }

    /// Checks one multi-byte sequence by table 3-7 of the Unicode standard and returns the index behind it.
    private func skipUTF8(at index: Int) throws(JSONError) -> Int {
        let lead = bytes[index]
        let length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0
        guard length > 0, index + length <= bytes.count else { throw JSONError(.invalidUTF8, at: index) }
        let lowest: UInt8 = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80
        let highest: UInt8 = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf
        guard lowest...highest ~= bytes[index + 1] else { throw JSONError(.invalidUTF8, at: index) }
        for offset in 2..<max(length, 2) where bytes[index + offset] & 0xc0 != 0x80 {
            throw JSONError(.invalidUTF8, at: index)
        }
        return index + length
    }

    private static func hexDigit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }

    /// Writes checked string content without its escapes; returns the bytes written, never more than were read.
    private static func unescape(
        _ source: UnsafeBufferPointer<UInt8>, into target: UnsafeMutableBufferPointer<UInt8>
    ) -> Int {
        var read = 0
        var written = 0
        func unit(_ index: Int) -> UInt32 {
            (0..<4).reduce(0) { $0 << 4 | (hexDigit(source[index + $1]) ?? 0) }
        }
        while read < source.count {
            // All up to the next escape at once.
            let plain = source[read...].firstIndex(of: UInt8(ascii: "\\")) ?? source.count
            if plain > read {
                let piece = UnsafeBufferPointer(rebasing: source[read..<plain])
                written =
                    UnsafeMutableBufferPointer(rebasing: target[written...]).update(fromContentsOf: piece) + written
                read = plain
                continue
            }
            var scalar: UInt32
            switch source[read + 1] {
            case UInt8(ascii: "b"): scalar = 8
            case UInt8(ascii: "t"): scalar = 9
            case UInt8(ascii: "n"): scalar = 10
            case UInt8(ascii: "f"): scalar = 12
            case UInt8(ascii: "r"): scalar = 13
            case UInt8(ascii: "u"):
                scalar = unit(read + 2)
                read += 4
                if scalar & 0xfc00 == 0xd800 {
                    scalar = 0x10000 + ((scalar & 0x3ff) << 10 | (unit(read + 4) & 0x3ff))
                    read += 6
                }
            default: scalar = UInt32(source[read + 1])
            }
            read += 2
            for byte in UTF8.encode(Unicode.Scalar(scalar) ?? "\u{fffd}") ?? UTF8.encodedReplacementCharacter {
                target[written] = byte
                written += 1
            }
        }
        return written
    }
}
