import Glibc

/// Which addresses may be connected to: public ones, and those that are allowed by address and port.
///
/// The judge sees the address that a socket is about to be connected to, so that neither a name that resolves to an
/// internal address nor one that changes its mind gets past it.
public struct AddressRules: Sendable {
    private struct Peer: Hashable {
        var bytes: [UInt8]
        var port: UInt16
    }

    private var allowed: Set<Peer> = []

    /// - Parameter allowed: as `127.0.0.1:8080` or `[::1]:8080`.
    public init(allowed: [String]) throws(FetchFault) {
        for entry in allowed {
            guard let colon = entry.lastIndex(of: ":"), let port = UInt16(entry[entry.index(after: colon)...]),
                let bytes = Self.bytes(String(entry[..<colon]))
            else { throw FetchFault(.configuration, "allow_addresses: expected an address and port, found \(entry)") }
            self.allowed.insert(Peer(bytes: bytes, port: port))
        }
    }

    private static func bytes(_ text: String) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: 16)
        if text.hasPrefix("["), text.hasSuffix("]") {
            return inet_pton(AF_INET6, String(text.dropFirst().dropLast()), &bytes) == 1 ? bytes : nil
        }
        return inet_pton(AF_INET, text, &bytes) == 1 ? Array(bytes.prefix(4)) : nil
    }

    /// - Parameter bytes: the address, of 4 or 16 bytes in network order.
    public func allows(_ bytes: [UInt8], port: UInt16) -> Bool {
        if allowed.contains(Peer(bytes: bytes, port: port)) { return true }
        return bytes.count == 4 ? Self.isPublic(v4: bytes) : bytes.count == 16 && Self.isPublic(v6: bytes)
    }

    /// Blocks that are not globally reachable (IANA IPv4 Special-Purpose Address Registry), multicast and class E.
    private static let special4: [(UInt32, UInt32)] = [
        (0x0000_0000, 8), (0x0A00_0000, 8), (0x6440_0000, 10), (0x7F00_0000, 8), (0xA9FE_0000, 16),
        (0xAC10_0000, 12), (0xC000_0000, 24), (0xC000_0200, 24), (0xC058_6300, 24), (0xC0A8_0000, 16),
        (0xC612_0000, 15), (0xC633_6400, 24), (0xCB00_7100, 24), (0xE000_0000, 3),
    ]

    private static func isPublic(v4 bytes: [UInt8]) -> Bool {
        let address = bytes.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        return !special4.contains { address >> (32 - $0.1) == $0.0 >> (32 - $0.1) }
    }

    /// Global unicast alone (RFC 4291, 2.4), without what wraps an IPv4 address (2002::/16, 2001::/32), documentation
    /// and the other special blocks of 2001::/23. Mapped forms lie outside.
    private static func isPublic(v6 bytes: [UInt8]) -> Bool {
        guard bytes[0] & 0xE0 == 0x20 else { return false }
        if bytes[0] == 0x20, bytes[1] == 0x02 { return false }
        if bytes[0] == 0x20, bytes[1] == 0x01 { return bytes[2] > 0x01 && !(bytes[2] == 0x0D && bytes[3] == 0xB8) }
        return !(bytes[0] == 0x3F && bytes[1] == 0xFF && bytes[2] < 0x10)
    }
}
