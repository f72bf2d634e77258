/// The inside of a tag, taken piece by piece: `name a="b" c='d' e=f g /`.
struct XMLTag {
    private let bytes: [UInt8]
    private var position: Int
    private var end: Int
    private(set) var isEmptyElement = false
    var fault: XMLFault.Kind?

    init(_ bytes: [UInt8], _ range: Range<Int>) {
        self.bytes = bytes
        position = range.lowerBound
        end = range.upperBound
        if let last = bytes[range].last, last == UInt8(ascii: "/") {
            isEmptyElement = true
            end -= 1
        }
    }

    mutating func takeName() -> String {
        take { isXMLSpace($0) || $0 == UInt8(ascii: "/") }
    }

    /// The next attribute, nil where there is none.
    mutating func takeAttribute() -> (name: String, value: String)? {
        skip { isXMLSpace($0) || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "=") }
        guard position < end else { return nil }
        let name = take { isXMLSpace($0) || $0 == UInt8(ascii: "=") }
        skip(isXMLSpace)
        guard position < end, bytes[position] == UInt8(ascii: "=") else {
            fault = .tag
            return (name, "")
        }
        position += 1
        skip(isXMLSpace)
        guard position < end else {
            fault = .tag
            return (name, "")
        }
        let quote = bytes[position]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            fault = .tag
            return (name, value { isXMLSpace($0) })
        }
        position += 1
        let value = value { $0 == quote }
        if position < end { position += 1 } else { fault = .tag }
        return (name, value)
    }

    private mutating func skip(_ passes: (UInt8) -> Bool) {
        while position < end, passes(bytes[position]) { position += 1 }
    }

    private mutating func take(until ends: (UInt8) -> Bool) -> String {
        let start = position
        skip { !ends($0) }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    /// An attribute's value, normalised as XML 1.0 says (3.3.3).
    private mutating func value(until ends: (UInt8) -> Bool) -> String {
        var value: [UInt8] = []
        while position < end, !ends(bytes[position]) {
            let byte = bytes[position]
            if byte == UInt8(ascii: "&"), let reference = CharacterReference(bytes, at: position) {
                fault = fault ?? reference.fault
                if let scalar = reference.scalar { value.append(contentsOf: UTF8.encode(scalar) ?? .init()) }
                position += reference.length
                continue
            }
            if byte == UInt8(ascii: "&") { fault = fault ?? .bareAmpersand }
            if isXMLSpace(byte) {
                value.append(UInt8(ascii: " "))
            } else if byte >= 0x20 {
                value.append(byte)
            }
            position += 1
        }
        return String(decoding: value, as: UTF8.self)
    }
}

extension XMLName {
    /// A name as written, without its namespace yet.
    init(qualified: String) {
        let parts = qualified.utf8.split(separator: UInt8(ascii: ":"), maxSplits: 1)
        guard parts.count == 2 else {
            self.init(prefix: "", namespace: "", local: qualified)
            return
        }
        self.init(prefix: String(parts[0]) ?? "", namespace: "", local: String(parts[1]) ?? qualified)
    }
}

@inline(__always)
func isXMLSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
}

/// Letters, the underscore, the colon and all beyond ASCII.
@inline(__always)
func isXMLNameStart(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":") || byte >= 0x80
}
