/// Reads tags and attributes the way the prescan of the HTML Standard does (13.2.3.2). Ranges are of `bytes`.
struct TagScanner {
    enum Attribute: Equatable {
        case attribute(name: Range<Int>, value: Range<Int>)
        /// The tag ends here.
        case none
    }

    let bytes: UnsafeBufferPointer<UInt8>
    var position = 0

    init(bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// Whether `text` stands here, in any case of its letters, which are lower case in `text`.
    func isAt(_ text: StaticString) -> Bool {
        equals(position..<min(position + text.utf8CodeUnitCount, bytes.count), text)
    }

    var isAtMeta: Bool {
        guard isAt("<meta"), position + 5 < bytes.count else { return false }
        return isASCIIWhitespace(bytes[position + 5]) || bytes[position + 5] == UInt8(ascii: "/")
    }

    /// Whether a range holds `text`, in any case of its letters, which are lower case in `text`.
    func equals(_ range: Range<Int>, _ text: StaticString) -> Bool {
        guard range.count == text.utf8CodeUnitCount else { return false }
        for offset in 0..<range.count
        where asciiLowercased(bytes[range.lowerBound + offset]) != text.utf8Start[offset] {
            return false
        }
        return true
    }

    func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    /// Goes to the next `byte`; false where there is none.
    mutating func skip(to byte: UInt8) -> Bool {
        position = bytes[min(position, bytes.count)...].firstIndex(of: byte) ?? bytes.count
        return position < bytes.count
    }

    /// Goes behind the next `text`; false where there is none.
    mutating func skip(past text: StaticString, from start: Int) -> Bool {
        position = start
        while skip(to: text.utf8Start[0]) {
            if isAt(text) {
                position += text.utf8CodeUnitCount
                return true
            }
            position += 1
        }
        return false
    }

    /// The name of the start or end tag that begins here, and goes behind it; nil where none does.
    mutating func tagName() -> Range<Int>? {
        var start = position + 1
        if start < bytes.count, bytes[start] == UInt8(ascii: "/") { start += 1 }
        guard start < bytes.count, isASCIILetter(bytes[start]) else { return nil }
        position = start
        while position < bytes.count, !isASCIIWhitespace(bytes[position]), bytes[position] != UInt8(ascii: ">") {
            position += 1
        }
        return start..<position
    }

    /// "Get an attribute"; nil where the bytes end in it.
    mutating func nextAttribute() -> Attribute? {
        skip { isASCIIWhitespace($0) || $0 == UInt8(ascii: "/") }
        guard position < bytes.count else { return nil }
        if bytes[position] == UInt8(ascii: ">") { return Attribute.none }

        let nameStart = position
        // A name may begin with "=".
        position += 1
        skip { !isASCIIWhitespace($0) && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "=") }
        let name = nameStart..<position
        skip(isASCIIWhitespace)
        guard position < bytes.count else { return nil }
        guard bytes[position] == UInt8(ascii: "=") else { return .attribute(name: name, value: position..<position) }

        position += 1
        skip(isASCIIWhitespace)
        guard position < bytes.count else { return nil }
        let quote = bytes[position]
        let start: Int
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            start = position + 1
            position = start
            guard skip(to: quote) else { return nil }
            defer { position += 1 }
            return .attribute(name: name, value: start..<position)
        }
        start = position
        skip { !isASCIIWhitespace($0) && $0 != UInt8(ascii: ">") }
        return position < bytes.count ? .attribute(name: name, value: start..<position) : nil
    }

    /// Behind the start tag of an element whose content is text alone, goes to its end tag; false where it has none.
    mutating func skipRawText(of name: Range<Int>) -> Bool {
        guard bytes[name.lowerBound - 1] == UInt8(ascii: "<") else { return true }
        if equals(name, "script") { return skip(past: "</script", from: position) }
        if equals(name, "style") { return skip(past: "</style", from: position) }
        if equals(name, "title") { return skip(past: "</title", from: position) }
        if equals(name, "textarea") { return skip(past: "</textarea", from: position) }
        return true
    }

    private mutating func skip(_ belongs: (UInt8) -> Bool) {
        while position < bytes.count, belongs(bytes[position]) { position += 1 }
    }
}
