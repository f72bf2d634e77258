import Glibc

/// One line of a group: a path with `*` for any bytes, and `$` for the end of the URL.
public struct RobotsRule: Sendable {
    public let allows: Bool
    /// In bytes of the normalised pattern: the longer rule holds.
    public let length: Int
    /// What stands between the asterisks.
    private let pieces: [[CChar]]
    private let isAnchored: Bool

    init(_ pattern: ArraySlice<UInt8>, allows: Bool) {
        var pattern = normalizedOctets(pattern, encodesBeyondASCII: true)
        self.allows = allows
        length = pattern.count
        isAnchored = pattern.last == CChar(bitPattern: UInt8(ascii: "$"))
        if isAnchored { pattern.removeLast() }
        let asterisk = CChar(bitPattern: UInt8(ascii: "*"))
        pieces = pattern.split(separator: asterisk, omittingEmptySubsequences: false).map(Array.init)
    }

    /// Each piece is taken where it stands first, so that the time is that of reading path and pattern once.
    func matches(_ path: RobotsPath) -> Bool {
        path.octets.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress, let first = pieces.first, buffer.starts(with: first) else {
                return false
            }
            let end = buffer.count - 1
            var position = first.count
            for piece in pieces.dropFirst().dropLast(isAnchored ? 1 : 0) {
                guard let found = strstr(start + position, piece + [0]) else { return false }
                position = UnsafePointer(found) - start + piece.count
            }
            guard isAnchored else { return true }
            guard pieces.count > 1, let last = pieces.last else { return position == end }
            return end - position >= last.count && buffer[(end - last.count)..<end].elementsEqual(last)
        }
    }
}

/// What rules are compared with: a URL from its path to before its fragment.
struct RobotsPath {
    /// With a zero behind them.
    let octets: [CChar]

    init(url: String) {
        let url = Array(url.utf8).prefix { $0 != UInt8(ascii: "#") }
        let slashes: [UInt8] = [UInt8(ascii: "/"), UInt8(ascii: "/")]
        let start = url.starts(with: slashes) ? 2 : 0
        var position = url[start...].firstIndex(where: Self.startsPath) ?? url.endIndex
        // The colon of a scheme comes before any path.
        if position > 0, position < url.endIndex, url[position - 1] == UInt8(ascii: ":"),
            url[position...].starts(with: slashes)
        {
            position = url[(position + 2)...].firstIndex(where: Self.startsPath) ?? url.endIndex
        }
        let path = url[position...]
        let slash = path.first == UInt8(ascii: "/") ? [] : slashes.prefix(1)
        octets = normalizedOctets(slash + path, encodesBeyondASCII: false) + [0]
    }

    private static func startsPath(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: ";")
    }
}

/// Percent-encoded octets with capital digits and, in rules, percent-encoding of what is beyond ASCII (RFC 9309, 2.2.2).
private func normalizedOctets(_ bytes: ArraySlice<UInt8>, encodesBeyondASCII: Bool) -> [CChar] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var digits = 0
    for byte in bytes where byte != 0 {
        if byte >= 0x80, encodesBeyondASCII {
            result += [UInt8(ascii: "%"), hexadecimalDigit(byte >> 4), hexadecimalDigit(byte & 15)]
        } else {
            result.append(digits > 0 && (0x61...0x66).contains(byte) ? byte - 0x20 : byte)
        }
        digits = byte == UInt8(ascii: "%") ? 2 : max(0, digits - 1)
    }
    return result.map { CChar(bitPattern: $0) }
}

private func hexadecimalDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
}
