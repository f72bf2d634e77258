/// The fields of a header block of WARC or HTTP (RFC 9110, section 5), in their order.
public struct HeaderFields: Sendable, Equatable {
    public private(set) var fields: [(name: String, value: String)] = []

    public init() {}

    /// Reads lines of the form "name: value". Lines without a colon are passed over; lines that begin with white space
    /// go on with the value before them.
    init(_ lines: some Sequence<ArraySlice<UInt8>>) {
        for line in lines {
            if let first = line.first, first == 0x20 || first == 0x09 {
                if let last = fields.indices.last { fields[last].value += " " + Self.trimmed(line) }
            } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
                fields.append((Self.trimmed(line[..<colon]), Self.trimmed(line[(colon + 1)...])))
            }
        }
    }

    /// The first value of a field, whose name may be in any case.
    public subscript(name: String) -> String? {
        fields.first { equalsIgnoringCase($0.name, name) }?.value
    }

    public static func == (left: HeaderFields, right: HeaderFields) -> Bool {
        left.fields.elementsEqual(right.fields) { $0 == $1 }
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
        let isSpace: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
        let rest = bytes.drop(while: isSpace)
        let end = rest.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? rest.startIndex
        return String(decoding: rest[rest.startIndex..<end], as: UTF8.self)
    }
}

func equalsIgnoringCase(_ left: String, _ right: String) -> Bool {
    left.utf8.elementsEqual(right.utf8) { lowercased($0) == lowercased($1) }
}

private func lowercased(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
}

/// The length of a header block with the empty line that ends it; nil where there is none from `searched` on. Lines may end
/// in a bare line feed.
func headerLength(_ bytes: ArraySlice<UInt8>, searched: Int = 0) -> Int? {
    var index = bytes.startIndex + searched
    while let feed = bytes[index...].firstIndex(of: 0x0A) {
        let next = feed + 1
        if next < bytes.endIndex, bytes[next] == 0x0A { return next + 1 - bytes.startIndex }
        if next + 1 < bytes.endIndex, bytes[next] == 0x0D, bytes[next + 1] == 0x0A {
            return next + 2 - bytes.startIndex
        }
        index = next
    }
    return nil
}

/// The lines of a header block, without their ends.
func headerLines(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    bytes.split(separator: 0x0A).map { $0.last == 0x0D ? $0.dropLast() : $0 }.filter { !$0.isEmpty }
}
