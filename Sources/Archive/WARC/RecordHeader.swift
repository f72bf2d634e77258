/// The header of a record, of either format.
struct RecordHeader {
    var type: String
    var id: String?
    var targetURI: String?
    var date: String?
    var contentType: String?
    var truncated: String?
    /// Nil if it is missing or no number.
    var blockLength: Int?
    /// Whether the block is an HTTP response with its head.
    var holdsResponse: Bool
}

extension RecordHeader {
    /// A WARC header of version 0.17 to 1.1: its version line, then named fields.
    init(warc bytes: [UInt8]) {
        let fields = HeaderFields(behindFirstLineOf: bytes)
        type = fields["WARC-Type"].map { $0.lowercased() } ?? "unknown"
        id = fields["WARC-Record-ID"].map(Self.withoutBrackets)
        targetURI = fields["WARC-Target-URI"].map(Self.withoutBrackets)
        date = fields["WARC-Date"]
        contentType = fields["Content-Type"]
        truncated = fields["WARC-Truncated"]
        blockLength = fields["Content-Length"].flatMap(Self.length)
        let media = MediaType(contentType ?? "")
        holdsResponse =
            type == "response" && media.name != "text/dns"
            || type == "revisit" && media.name == "application/http"
    }

    /// An ARC header: one line of URL, address, date, type and length, with five more fields in version 2 (Internet Archive,
    /// "ARC File Format", 1996). The URL may hold spaces.
    init?(arc line: UnsafeBufferPointer<UInt8>) {
        let words = line.prefix { $0 != 0x0D }.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
        guard let length = words.last else { return nil }
        /// Places of the date as counted from the end, in version 1 and 2.
        guard let fromEnd = [3, 8].first(where: { words.count > $0 + 1 && Self.isTimestamp(words[words.count - $0]) })
        else { return nil }
        let index = words.count - fromEnd
        let uri = words[..<(index - 1)].joined(separator: " ")
        guard uri.utf8.contains(UInt8(ascii: ":")) else { return nil }
        targetURI = uri
        date = Self.rfc3339(words[index])
        contentType = words[index + 1]
        blockLength = Self.length(length)
        let scheme = uri.utf8.prefix { $0 != UInt8(ascii: ":") }
        type = scheme.elementsEqual("filedesc".utf8) ? "warcinfo" : "resource"
        holdsResponse = scheme.starts(with: "http".utf8)
        if holdsResponse { type = "response" }
    }

    /// Some writers put URIs into angle brackets, after a misprint in the standard.
    private static func withoutBrackets(_ uri: String) -> String {
        uri.utf8.first == UInt8(ascii: "<") && uri.utf8.last == UInt8(ascii: ">")
            ? String(uri.dropFirst().dropLast()) : uri
    }

    private static func length(_ text: String) -> Int? {
        guard (1...18).contains(text.utf8.count), text.utf8.allSatisfy(isDigit) else { return nil }
        return Int(text)
    }

    /// 14 digits, or from broken writers some more or fewer.
    private static func isTimestamp(_ text: String) -> Bool {
        (8...20).contains(text.utf8.count) && text.utf8.allSatisfy(isDigit)
    }

    private static func rfc3339(_ timestamp: String) -> String {
        let digits = Array(timestamp.utf8.prefix(14)) + repeatElement(0x30, count: max(0, 14 - timestamp.utf8.count))
        func part(_ range: Range<Int>) -> String { String(decoding: digits[range], as: UTF8.self) }
        return "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T\(part(8..<10)):\(part(10..<12)):\(part(12..<14))Z"
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        byte &- 0x30 < 10
    }
}
