/// The lines of a robots.txt that mean something: a key, a colon and a value.
struct RobotsLines: Sequence, IteratorProtocol {
    enum Key {
        case agent, allow, disallow, crawlDelay, sitemap
    }

    /// Bytes of a line that are read, as in Google's parser: eight times the longest URL that browsers took.
    private static let maximumLine = 2083 * 8

    private let bytes: [UInt8]
    private var position: Int
    private let end: Int

    init(_ file: [UInt8]) {
        bytes = file
        // Google passes over a byte order mark that is cut short, too.
        position = zip(file, [0xef, 0xbb, 0xbf] as [UInt8]).prefix { $0 == $1 }.count
        var end = file.count
        if end > RobotsRules.maximumBytes {
            end = file[..<RobotsRules.maximumBytes].lastIndex(where: Self.endsLine) ?? 0
        }
        self.end = Swift.max(end, position)
    }

    mutating func next() -> (key: Key, value: ArraySlice<UInt8>)? {
        while position < end {
            let line = bytes[position..<end].prefix { !Self.endsLine($0) }
            position = line.endIndex + 1
            if let found = Self.parse(line.prefix(Self.maximumLine)) { return found }
        }
        return nil
    }

    private static func endsLine(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }

    /// A missing colon is forgiven where white space stands in its place and nowhere else.
    private static func parse(_ line: ArraySlice<UInt8>) -> (Key, ArraySlice<UInt8>)? {
        let line = trimmed(line.prefix { $0 != UInt8(ascii: "#") })
        if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
            return key(trimmed(line[..<colon])).map { ($0, trimmed(line[(colon + 1)...])) }
        }
        guard let space = line.firstIndex(where: isASCIISpace) else { return nil }
        let value = trimmed(line[space...])
        guard !value.contains(where: isASCIISpace) else { return nil }
        return key(line[..<space]).map { ($0, value) }
    }

    /// With the misspellings that Google's parser takes.
    private static func key(_ name: ArraySlice<UInt8>) -> Key? {
        guard name.count <= 12 else { return nil }
        switch String(decoding: name.map(asciiLowercased), as: UTF8.self) {
        case "user-agent", "useragent", "user agent": return .agent
        case "allow": return .allow
        case "disallow", "dissallow", "dissalow", "disalow", "diasllow", "disallaw": return .disallow
        case "crawl-delay", "crawldelay": return .crawlDelay
        case "sitemap", "site-map": return .sitemap
        default: return nil
        }
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let rest = bytes.drop(while: isASCIISpace)
        guard let last = rest.lastIndex(where: { !isASCIISpace($0) }) else { return rest.prefix(0) }
        return rest[...last]
    }
}

@inline(__always)
func isASCIISpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte &- 0x09 < 5
}

@inline(__always)
func isASCIILetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26
}

@inline(__always)
func asciiLowercased(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
}
