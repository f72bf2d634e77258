/// A strict pull reader of JSON (RFC 8259) over bytes that outlive it.
///
/// Stricter than the RFC where readers of JSON Lines differ: lone surrogates are refused, and nesting is limited.
public struct JSONReader {
    /// Nesting beyond this is refused, so that hostile input cannot exhaust the stack.
    public static let maximumDepth = 256

    public let bytes: UnsafeBufferPointer<UInt8>
    public private(set) var position: Int
    var depth = 0

    public init(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int = 0) {
        self.bytes = bytes
        self.position = position
    }

    /// Checks that only white space follows.
    public mutating func finish() throws(JSONError) {
        skipSpace()
        guard position == bytes.count else { throw JSONError(.trailingBytes, at: position) }
    }

    // MARK: Structure

    @inline(__always)
    mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): position += 1
            default: return
            }
        }
    }

    /// The first byte of the next value or mark, without taking it.
    @inline(__always)
    mutating func peek() throws(JSONError) -> UInt8 {
        skipSpace()
        guard position < bytes.count else { throw JSONError(.unexpectedEnd, at: position) }
        return bytes[position]
    }

    @inline(__always)
    mutating func take(_ byte: UInt8) throws(JSONError) {
        let found = try peek()
        guard found == byte else { throw JSONError(.unexpectedByte(found), at: position) }
        position += 1
    }

    /// Takes `byte` if it is next.
    @inline(__always)
    mutating func takeIf(_ byte: UInt8) throws(JSONError) -> Bool {
        guard try peek() == byte else { return false }
        position += 1
        return true
    }

    /// Takes `"key":` if exactly these bytes, without spaces or escapes, are next.
    mutating func takeIf(key: StaticString) -> Bool {
        let count = key.utf8CodeUnitCount
        guard position + count + 3 <= bytes.count, bytes[position] == UInt8(ascii: "\""),
            bytes[position + count + 1] == UInt8(ascii: "\""), bytes[position + count + 2] == UInt8(ascii: ":"),
            equal(bytes[position + 1..<position + 1 + count], key)
        else { return false }
        position += count + 3
        return true
    }

    mutating func enter() throws(JSONError) {
        depth += 1
        guard depth <= Self.maximumDepth else { throw JSONError(.tooDeep(limit: Self.maximumDepth), at: position) }
    }

    mutating func leave() {
        depth -= 1
    }

    /// Reads an array, calling `element` with the reader at each value.
    public mutating func readArray(_ element: (inout JSONReader) throws(JSONError) -> Void) throws(JSONError) {
        guard try peek() == UInt8(ascii: "[") else { throw JSONError(.wrongType(expected: "an array"), at: position) }
        position += 1
        try enter()
        defer { leave() }
        if try takeIf(UInt8(ascii: "]")) { return }
        var index = 0
        while true {
            do throws(JSONError) { try element(&self) } catch { throw error.inside("[\(index)]") }
            index += 1
            if try takeIf(UInt8(ascii: "]")) { return }
            try take(UInt8(ascii: ","))
        }
    }

    /// Takes `null` if it is next.
    public mutating func readNull() throws(JSONError) -> Bool {
        guard try peek() == UInt8(ascii: "n") else { return false }
        try takeWord("null")
        return true
    }

    public mutating func readBool() throws(JSONError) -> Bool {
        switch try peek() {
        case UInt8(ascii: "t"):
            try takeWord("true")
            return true
        case UInt8(ascii: "f"):
            try takeWord("false")
            return false
        default: throw JSONError(.wrongType(expected: "true or false"), at: position)
        }
    }

    private mutating func takeWord(_ word: StaticString) throws(JSONError) {
        let count = word.utf8CodeUnitCount
        guard position + count <= bytes.count else { throw JSONError(.unexpectedEnd, at: bytes.count) }
        guard equal(bytes[position..<position + count], word) else {
            throw JSONError(.unexpectedByte(bytes[position]), at: position)
        }
        position += count
    }

    // MARK: Skipping

    /// Passes over the next value, checking that it is well formed, and returns its place in the bytes.
    public mutating func skipValue() throws(JSONError) -> Range<Int> {
        let first = try peek()
        let start = position
        switch first {
        case UInt8(ascii: "\""): _ = try skipString()
        case UInt8(ascii: "{"):
            position += 1
            try enter()
            if try !takeIf(UInt8(ascii: "}")) {
                repeat {
                    _ = try skipKey()
                    _ = try skipValue()
                } while try takeComma(or: UInt8(ascii: "}"))
            }
            leave()
        case UInt8(ascii: "["):
            position += 1
            try enter()
            if try !takeIf(UInt8(ascii: "]")) {
                repeat { _ = try skipValue() } while try takeComma(or: UInt8(ascii: "]"))
            }
            leave()
        case UInt8(ascii: "t"), UInt8(ascii: "f"): _ = try readBool()
        case UInt8(ascii: "n"): _ = try readNull()
        default: _ = try skipNumber()
        }
        return start..<position
    }

    /// True after a comma, false after the closing byte.
    mutating func takeComma(or closing: UInt8) throws(JSONError) -> Bool {
        if try takeIf(closing) { return false }
        try take(UInt8(ascii: ","))
        return true
    }

    /// Passes over `"key":` and returns the place between the quotation marks, and whether it holds an escape.
    mutating func skipKey() throws(JSONError) -> (range: Range<Int>, escaped: Bool) {
        guard try peek() == UInt8(ascii: "\"") else { throw JSONError(.unexpectedByte(bytes[position]), at: position) }
        let key = try skipString()
        try take(UInt8(ascii: ":"))
        return key
    }

    @inline(__always)
    func equal(_ slice: Slice<UnsafeBufferPointer<UInt8>>, _ word: StaticString) -> Bool {
        guard slice.count == word.utf8CodeUnitCount else { return false }
        var index = slice.startIndex
        for offset in 0..<word.utf8CodeUnitCount {
            guard bytes[index] == word.utf8Start[offset] else { return false }
            index += 1
        }
        return true
    }

    mutating func move(to position: Int) {
        self.position = position
    }
}
