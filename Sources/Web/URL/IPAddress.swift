/// IPv4 addresses as the URL Standard reads them: one to four numbers in decimal, octal or hexadecimal.
enum IPv4 {
    /// Whether a domain can only be an IPv4 address, because its last label is a number.
    static func endsInNumber(_ domain: [UInt8]) -> Bool {
        let labels = labels(domain)
        guard let last = labels.last else { return false }
        return !last.isEmpty && last.allSatisfy(isASCIIDigit) || number(last) != nil
    }

    static func parse(_ domain: [UInt8]) -> UInt32? {
        let labels = labels(domain)
        guard labels.count <= 4 else { return nil }
        let numbers = labels.compactMap(number)
        guard numbers.count == labels.count, let last = numbers.last else { return nil }
        guard numbers.dropLast().allSatisfy({ $0 <= 255 }), last < 1 << UInt64(8 * (5 - numbers.count)) else {
            return nil
        }
        var address = last
        for (index, number) in numbers.dropLast().enumerated() { address += number << UInt64(8 * (3 - index)) }
        return UInt32(address)
    }

    static func serialize(_ address: UInt32) -> String {
        "\(address >> 24).\(address >> 16 & 255).\(address >> 8 & 255).\(address & 255)"
    }

    private static func labels(_ domain: [UInt8]) -> [ArraySlice<UInt8>] {
        let dot = UInt8(ascii: ".")
        return (domain.last == dot ? domain.dropLast() : domain[...]).split(
            separator: dot, omittingEmptySubsequences: false)
    }

    /// Nil for what is no number; numbers of more than 32 bits are 2^32.
    private static func number(_ label: ArraySlice<UInt8>) -> UInt64? {
        guard let first = label.first else { return nil }
        var digits = label
        var radix: UInt64 = 10
        if first == UInt8(ascii: "0"), label.count >= 2 {
            let isHexadecimal = label[label.startIndex + 1] | 0x20 == UInt8(ascii: "x")
            digits = label.dropFirst(isHexadecimal ? 2 : 1)
            radix = isHexadecimal ? 16 : 8
        }
        var value: UInt64 = 0
        for digit in digits {
            guard let digit = hexadecimalValue(digit), digit < radix else { return nil }
            value = min(value * radix + UInt64(digit), 1 << 32)
        }
        return value
    }
}

/// IPv6 addresses (URL Standard, section 3.5).
enum IPv6 {
    static func parse(_ text: ArraySlice<UInt8>) -> [UInt16]? {
        var pieces: [UInt16] = []
        var compressed: Int?
        var rest = text
        let colon = UInt8(ascii: ":")
        if rest.first == colon {
            guard rest.dropFirst().first == colon else { return nil }
            rest = rest.dropFirst(2)
            compressed = 0
        }
        while !rest.isEmpty {
            guard pieces.count < 8 else { return nil }
            if rest.first == colon {
                guard compressed == nil else { return nil }
                rest = rest.dropFirst()
                compressed = pieces.count
                continue
            }
            let digits = rest.prefix(4).prefix { hexadecimalValue($0) != nil }
            if digits.endIndex < rest.endIndex, rest[digits.endIndex] == UInt8(ascii: ".") {
                guard pieces.count <= 6, let address = dotted(rest) else { return nil }
                pieces += [UInt16(address >> 16), UInt16(address & 0xFFFF)]
                break
            }
            guard !digits.isEmpty else { return nil }
            pieces.append(digits.reduce(0) { $0 << 4 | UInt16(hexadecimalValue($1) ?? 0) })
            rest = rest[digits.endIndex...]
            if rest.first == colon {
                rest = rest.dropFirst()
                guard !rest.isEmpty else { return nil }
            } else {
                guard rest.isEmpty else { return nil }
            }
        }
        guard let compressed else { return pieces.count == 8 ? pieces : nil }
        guard pieces.count < 8 else { return nil }
        pieces.insert(contentsOf: [UInt16](repeating: 0, count: 8 - pieces.count), at: compressed)
        return pieces
    }

    /// The shortest form: the first longest run of zeros is left out (RFC 5952).
    static func serialize(_ pieces: [UInt16]) -> String {
        var longest = 0..<0
        var start = 0
        while start < pieces.count {
            let end = pieces[start...].firstIndex { $0 != 0 } ?? pieces.count
            if end - start > max(longest.count, 1) { longest = start..<end }
            start = end + 1
        }
        func joined(_ pieces: ArraySlice<UInt16>) -> String {
            pieces.map { String($0, radix: 16) }.joined(separator: ":")
        }
        if longest.isEmpty { return joined(pieces[...]) }
        return joined(pieces[..<longest.lowerBound]) + "::" + joined(pieces[longest.upperBound...])
    }

    /// Four decimal numbers without leading zeros.
    private static func dotted(_ text: ArraySlice<UInt8>) -> UInt32? {
        let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var address: UInt32 = 0
        for part in parts {
            guard (1...3).contains(part.count), part.allSatisfy(isASCIIDigit) else { return nil }
            guard part.count == 1 || part.first != UInt8(ascii: "0") else { return nil }
            let value = part.reduce(0) { $0 * 10 + UInt32($1 - 0x30) }
            guard value <= 255 else { return nil }
            address = address << 8 | value
        }
        return address
    }
}
