internal import Glibc

/// The fields of a header block of WARC or HTTP (RFC 9110, section 5), in their order. Strings are made when asked for.
public struct HeaderFields: Sendable, Equatable {
    private var block: [UInt8] = []
    /// Places in `block`; a value may go on over several lines.
    private var places: [(name: Range<Int>, value: Range<Int>)] = []

    public init() {}

    /// Reads lines of the form "name: value" behind the first line. Lines without a colon are passed over; lines that begin
    /// with white space go on with the value before them.
    public init(behindFirstLineOf block: [UInt8]) {
        self.block = block
        places.reserveCapacity(16)
        block.withUnsafeBufferPointer { bytes in
            var start = lineEnd(bytes, from: 0) + 1
            while start < bytes.count {
                let end = lineEnd(bytes, from: start)
                if bytes[start] == 0x20 || bytes[start] == 0x09 {
                    if let last = places.indices.last { places[last].value = places[last].value.lowerBound..<end }
                } else if let colon = bytes[start..<end].firstIndex(of: UInt8(ascii: ":")) {
                    places.append((start..<colon, colon + 1..<end))
                }
                start = end + 1
            }
        }
    }

    /// All fields.
    public var fields: [(name: String, value: String)] {
        places.map { (text($0.name), text($0.value)) }
    }

    /// The first value of a field, whose name may be in any case.
    public subscript(name: StaticString) -> String? {
        for place in places where place.name.count >= name.utf8CodeUnitCount && isNamed(place.name, name) {
            return text(place.value)
        }
        return nil
    }

    /// The different values of a field that stands several times.
    public func values(_ name: StaticString) -> Set<String> {
        Set(
            places.lazy.filter { $0.name.count >= name.utf8CodeUnitCount && isNamed($0.name, name) }.map {
                text($0.value)
            })
    }

    public static func == (left: HeaderFields, right: HeaderFields) -> Bool {
        left.fields.elementsEqual(right.fields) { $0 == $1 }
    }

    private func isNamed(_ range: Range<Int>, _ name: StaticString) -> Bool {
        for offset in 0..<name.utf8CodeUnitCount
        where lowercased(block[range.lowerBound + offset]) != lowercased(name.utf8Start[offset]) {
            return false
        }
        return block[range].dropFirst(name.utf8CodeUnitCount).allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }

    /// A name or value without white space around it; line ends within become spaces.
    private func text(_ range: Range<Int>) -> String {
        let isSpace: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D || $0 == 0x0A }
        let rest = block[range].drop(while: isSpace)
        let end = rest.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? rest.startIndex
        let trimmed = rest[rest.startIndex..<end]
        guard trimmed.contains(0x0A) else { return String(decoding: trimmed, as: UTF8.self) }
        let lines = trimmed.split(separator: 0x0A).map { line in
            String(decoding: line.drop(while: isSpace).prefix { $0 != 0x0D }, as: UTF8.self)
        }
        return lines.joined(separator: " ")
    }
}

private func lowercased(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
}

/// The place of the line feed that ends the line, or the end.
@inline(__always)
func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard start < bytes.count, let base = bytes.baseAddress,
        let found = memchr(base + start, 0x0A, bytes.count - start)
    else { return bytes.count }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
}

/// The length of a header block with the empty line that ends it; nil where there is none from `searched` on. Lines may end
/// in a bare line feed.
func headerLength(_ bytes: UnsafeBufferPointer<UInt8>, searched: Int = 0) -> Int? {
    var feed = lineEnd(bytes, from: searched)
    while feed + 1 < bytes.count {
        if bytes[feed + 1] == 0x0A { return feed + 2 }
        if bytes[feed + 1] == 0x0D, feed + 2 < bytes.count, bytes[feed + 2] == 0x0A { return feed + 3 }
        feed = lineEnd(bytes, from: feed + 1)
    }
    return nil
}
