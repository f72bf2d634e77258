/// The basic URL parser of the URL Standard, section 4.4, its states written as functions that read one component each.
struct URLParser {
    private let input: [UInt8]
    private let base: WebURL?
    private var position = 0
    private var url = WebURL(scheme: "")

    init(_ text: String, base: WebURL?) {
        let trimmed = Array(text.utf8.drop { $0 <= 0x20 })
        let end = trimmed.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? 0
        input = trimmed[..<end].filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
        self.base = base
    }

    mutating func parse() -> WebURL? {
        guard readBeforePath() else { return nil }
        if byte == UInt8(ascii: "?") {
            position += 1
            let query = take { $0 != UInt8(ascii: "#") }
            url.query = percentEncoded(query, url.isSpecial ? .specialQuery : .query)
        }
        if byte == UInt8(ascii: "#") {
            position += 1
            url.fragment = percentEncoded(take { _ in true }, .fragment)
        }
        return url
    }

    /// Reads everything before the query.
    private mutating func readBeforePath() -> Bool {
        guard let scheme = readScheme() else {
            guard let base else { return false }
            if base.hasOpaquePath {
                guard byte == UInt8(ascii: "#") else { return false }
                url = base
                return true
            }
            url.scheme = base.scheme
            return base.scheme == "file" ? readFile(base) : readRelative(base)
        }
        url.scheme = scheme
        if scheme == "file" {
            return readFile(base?.scheme == "file" ? base : nil)
        }
        if url.isSpecial {
            if let base, base.scheme == scheme, !starts(with: "//") { return readRelative(base) }
            skipSlashes()
            return readAuthority()
        }
        if starts(with: "//") {
            position += 2
            return readAuthority()
        }
        if byte == UInt8(ascii: "/") {
            readPath()
            return true
        }
        readOpaquePath()
        return true
    }

    private mutating func readScheme() -> String? {
        guard let first = byte, isASCIILetter(first) else { return nil }
        let name = input.prefix { isASCIILetter($0) || isASCIIDigit($0) || "+-.".utf8.contains($0) }
        guard name.endIndex < input.count, input[name.endIndex] == UInt8(ascii: ":") else { return nil }
        position = name.endIndex + 1
        return String(decoding: name.map(asciiLowercased), as: UTF8.self)
    }

    private mutating func readRelative(_ base: WebURL) -> Bool {
        if isSlash(byte) {
            if isSlash(byte(position + 1)), url.isSpecial || byte(position + 1) == UInt8(ascii: "/") {
                if url.isSpecial { skipSlashes() } else { position += 2 }
                return readAuthority()
            }
            copyAuthority(of: base)
            readPath()
            return true
        }
        copyAuthority(of: base)
        resolvePath(of: base)
        return true
    }

    private mutating func copyAuthority(of base: WebURL) {
        url.username = base.username
        url.password = base.password
        url.host = base.host
        url.port = base.port
    }

    /// Reads a path that does not begin with a slash, in place of the last segment of that of `base`.
    private mutating func resolvePath(of base: WebURL) {
        url.path = base.path
        if atEndOfPath {
            if byte != UInt8(ascii: "?") { url.query = base.query }
            return
        }
        shortenPath()
        readPath()
    }

    // MARK: Authority

    private mutating func readAuthority() -> Bool {
        let isSpecial = url.isSpecial
        var authority = take {
            $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#")
                && !(isSpecial && $0 == UInt8(ascii: "\\"))
        }
        if let at = authority.lastIndex(of: UInt8(ascii: "@")) {
            let credentials = authority[..<at]
            authority = authority[(at + 1)...]
            guard !authority.isEmpty else { return false }
            let name = credentials.prefix { $0 != UInt8(ascii: ":") }
            url.username = percentEncoded(name, .userinfo)
            url.password = percentEncoded(credentials[name.endIndex...].dropFirst(), .userinfo)
        }
        var inBrackets = false
        let host = authority.prefix { byte in
            if byte == UInt8(ascii: "[") { inBrackets = true }
            if byte == UInt8(ascii: "]") { inBrackets = false }
            return byte != UInt8(ascii: ":") || inBrackets
        }
        guard !host.isEmpty || !isSpecial && host.endIndex == authority.endIndex else { return false }
        guard let parsed = URLHost.parse(host, isOpaque: !isSpecial) else { return false }
        url.host = parsed
        guard readPort(authority[host.endIndex...].dropFirst()) else { return false }
        readPathStart()
        return true
    }

    private mutating func readPort(_ digits: ArraySlice<UInt8>) -> Bool {
        var port = 0
        for digit in digits {
            guard isASCIIDigit(digit) else { return false }
            port = port * 10 + Int(digit - 0x30)
            guard port <= 0xFFFF else { return false }
        }
        url.port = digits.isEmpty || port == url.defaultPort ? nil : port
        return true
    }

    // MARK: Files

    private mutating func readFile(_ base: WebURL?) -> Bool {
        url.host = ""
        guard isSlash(byte) else {
            guard let base else {
                readPath()
                return true
            }
            url.host = base.host
            if startsWithDriveLetter(at: position) { readPath() } else { resolvePath(of: base) }
            return true
        }
        guard isSlash(byte(position + 1)) else {
            if let base {
                url.host = base.host
                let drive = base.path.utf8.prefix(3)
                if !startsWithDriveLetter(at: position + 1), isDriveLetter(Array(drive.dropFirst())),
                    base.path.utf8.count == 3 || base.path.utf8.dropFirst(3).first == UInt8(ascii: "/")
                {
                    url.path = String(decoding: drive, as: UTF8.self)
                }
            }
            readPath()
            return true
        }
        position += 2
        let start = position
        let host = take { !"/\\?#".utf8.contains($0) }
        if isDriveLetter(Array(host)) {
            position = start
            readPath()
            return true
        }
        if !host.isEmpty {
            guard let parsed = URLHost.parse(host, isOpaque: false) else { return false }
            url.host = parsed == "localhost" ? "" : parsed
        }
        readPathStart()
        return true
    }

    /// "C:" or "C|", and then the end of a segment.
    private func startsWithDriveLetter(at index: Int) -> Bool {
        guard index + 2 <= input.count, isDriveLetter(Array(input[index..<index + 2])) else { return false }
        return index + 2 == input.count || "/\\?#".utf8.contains(input[index + 2])
    }

    private func isDriveLetter(_ bytes: [UInt8]) -> Bool {
        bytes.count == 2 && isASCIILetter(bytes[0]) && (bytes[1] == UInt8(ascii: ":") || bytes[1] == UInt8(ascii: "|"))
    }

    // MARK: Path

    private mutating func readPathStart() {
        if url.isSpecial || !atEndOfPath { readPath() }
    }

    /// Reads segments, with or without a slash before the first, behind those that the path has.
    private mutating func readPath() {
        if isSlash(byte) { position += 1 }
        let isSpecial = url.isSpecial
        while true {
            let segment = take {
                $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#")
                    && !(isSpecial && $0 == UInt8(ascii: "\\"))
            }
            let isLast = atEndOfPath
            switch dots(segment) {
            case 2:
                shortenPath()
                if isLast { url.path += "/" }
            case 1:
                if isLast { url.path += "/" }
            default:
                if url.scheme == "file", url.path.isEmpty, isDriveLetter(Array(segment)) {
                    url.path = "/" + String(decoding: segment.prefix(1), as: UTF8.self) + ":"
                } else {
                    url.path += "/" + percentEncoded(segment, .path)
                }
            }
            if isLast { return }
            position += 1
        }
    }

    /// How many dots a segment consists of, 0 if it is anything else but one or two; "%2e" is a dot too.
    private func dots(_ segment: ArraySlice<UInt8>) -> Int {
        var rest = segment
        var dots = 0
        while let first = rest.first, dots < 3 {
            if first == UInt8(ascii: ".") {
                rest = rest.dropFirst()
            } else if rest.prefix(3).map(asciiLowercased).elementsEqual("%2e".utf8) {
                rest = rest.dropFirst(3)
            } else {
                return 0
            }
            dots += 1
        }
        return dots < 3 ? dots : 0
    }

    private mutating func shortenPath() {
        if url.scheme == "file", url.path.utf8.count == 3, isDriveLetter(Array(url.path.utf8.dropFirst())) { return }
        guard let slash = url.path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return }
        url.path = String(url.path[..<slash])
    }

    private mutating func readOpaquePath() {
        let path = take { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        url.hasOpaquePath = true
        url.path = percentEncoded(path, .control)
        // A space before a query or fragment would be lost when they are.
        if path.last == 0x20, !atEnd { url.path = String(url.path.dropLast()) + "%20" }
    }

    // MARK: Input

    private var byte: UInt8? { byte(position) }

    private func byte(_ index: Int) -> UInt8? {
        index < input.count ? input[index] : nil
    }

    private var atEnd: Bool { position == input.count }

    private var atEndOfPath: Bool {
        byte.map { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? true
    }

    private func isSlash(_ byte: UInt8?) -> Bool {
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") && url.isSpecial
    }

    private func starts(with text: StaticString) -> Bool {
        input[position...].prefix(text.utf8CodeUnitCount)
            .elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    private mutating func skipSlashes() {
        while isSlash(byte) { position += 1 }
    }

    private mutating func take(while belongs: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        let taken = input[position...].prefix(while: belongs)
        position = taken.endIndex
        return taken
    }
}
