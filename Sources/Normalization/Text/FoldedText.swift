internal import Markup

/// A text as words alone, for comparisons: ASCII lower-cased, marks as single spaces.
struct FoldedText: Sendable, Hashable {
    let bytes: [UInt8]

    init(_ text: String) {
        var bytes: [UInt8] = []
        var quotes = 0
        for byte in text.utf8 {
            // The curly quotation marks and dashes U+2010 to U+201F are marks too.
            if quotes > 0 {
                quotes -= 1
                continue
            }
            switch byte {
            case 0x41...0x5a: bytes.append(byte | 0x20)
            case 0x30...0x39, 0x61...0x7a: bytes.append(byte)
            case 0xe2:
                quotes = 2
                if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
            case 0x80...: bytes.append(byte)
            default: if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
            }
        }
        if bytes.last == 0x20 { bytes.removeLast() }
        self.bytes = bytes
    }

    var isEmpty: Bool { bytes.isEmpty }

    func hasPrefix(_ other: FoldedText) -> Bool {
        bytes.starts(with: other.bytes) && (bytes.count == other.bytes.count || bytes[other.bytes.count] == 0x20)
    }

    func hasSuffix(_ other: FoldedText) -> Bool {
        guard bytes.count > other.bytes.count else { return bytes == other.bytes }
        let start = bytes.count - other.bytes.count
        return bytes[start...].elementsEqual(other.bytes) && bytes[start - 1] == 0x20
    }
}

extension String {
    /// White space collapsed to single spaces, none at the ends, control characters left out.
    var collapsed: String {
        var bytes: [UInt8] = []
        var copy = self
        copy.withUTF8 { bytes.appendCollapsed($0) }
        if bytes.last == 0x20 { bytes.removeLast() }
        return String(decoding: bytes.first == 0x20 ? bytes[1...] : bytes[...], as: UTF8.self)
    }

    /// Character references resolved, as JSON-LD often holds them twice encoded.
    var withoutReferences: String {
        guard utf8.contains(UInt8(ascii: "&")) else { return self }
        var out = ""
        var rest = self[...]
        while let start = rest.utf8.firstIndex(of: UInt8(ascii: "&")) {
            out += rest[..<start]
            rest = rest[start...]
            guard let end = rest.utf8.prefix(34).firstIndex(of: UInt8(ascii: ";")),
                let character = Self.reference(rest[rest.index(after: start)..<end])
            else {
                out += "&"
                rest = rest[rest.index(after: start)...]
                continue
            }
            out += character
            rest = rest[rest.index(after: end)...]
        }
        return out + rest
    }

    private static func reference(_ name: Substring) -> String? {
        if name.hasPrefix("#") {
            let digits = name.dropFirst()
            let value =
                digits.hasPrefix("x") || digits.hasPrefix("X") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            return value.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
        }
        return HTMLEntities.text(named: name.utf8).map { String(decoding: $0, as: UTF8.self) }
    }
}
