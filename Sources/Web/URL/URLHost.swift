/// The host parser of the URL Standard, section 3.5.
enum URLHost {
    static func parse(_ host: ArraySlice<UInt8>, isOpaque: Bool) -> String? {
        if host.first == UInt8(ascii: "[") {
            guard host.last == UInt8(ascii: "]") else { return nil }
            return IPv6.parse(host.dropFirst().dropLast()).map { "[" + IPv6.serialize($0) + "]" }
        }
        if isOpaque {
            return host.contains(where: isForbidden) ? nil : percentEncoded(host, .control)
        }
        guard let domain = asciiDomain(percentDecoded(host)), !domain.isEmpty else { return nil }
        guard !domain.contains(where: { isForbidden($0) || $0 <= 0x1F || $0 == UInt8(ascii: "%") || $0 == 0x7F }) else {
            return nil
        }
        if IPv4.endsInNumber(domain) { return IPv4.parse(domain).map(IPv4.serialize) }
        return String(decoding: domain, as: UTF8.self)
    }

    /// Forbidden host code points.
    private static func isForbidden(_ byte: UInt8) -> Bool {
        byte == 0 || byte == 0x09 || byte == 0x0A || byte == 0x0D || " #/:<>?@[\\]^|".utf8.contains(byte)
    }

    /// "Domain to ASCII", without the tables of UTS 46: letters become lower case one by one, full-width forms ASCII,
    /// invisible characters vanish, and labels are taken to be in NFC already, as they are on the Web. Labels that begin
    /// with "xn--" are not checked. Nil for what no domain holds.
    private static func asciiDomain(_ bytes: [UInt8]) -> [UInt8]? {
        if bytes.allSatisfy({ $0 < 0x80 }) { return bytes.map(asciiLowercased) }
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        var mapped: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xAD, 0x180B...0x180D, 0x200B...0x200D, 0x2060, 0xFE00...0xFE0F, 0xFEFF: continue
            case 0x3002, 0xFF0E, 0xFF61: mapped.append(".")
            case 0xFF01...0xFF5E: mapped.append(Unicode.Scalar(asciiLowercased(UInt8(scalar.value - 0xFEE0))))
            default:
                guard isDomainCharacter(scalar) else { return nil }
                mapped += scalar.properties.lowercaseMapping.unicodeScalars
            }
        }
        var ascii: [UInt8] = []
        for (index, label) in mapped.split(separator: ".", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { ascii.append(UInt8(ascii: ".")) }
            if label.allSatisfy(\.isASCII) {
                ascii += label.map { UInt8($0.value) }
            } else {
                guard label.count <= 63, let encoded = punycode(label) else { return nil }
                ascii += Array("xn--".utf8) + encoded
            }
        }
        return ascii
    }

    private static func isDomainCharacter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator,
            .paragraphSeparator:
            scalar.isASCII
        default: scalar != "\u{FFFD}"
        }
    }
}

/// The Punycode of a label (RFC 3492, section 6.3).
private func punycode(_ label: ArraySlice<Unicode.Scalar>) -> [UInt8]? {
    var output = label.filter(\.isASCII).map { UInt8($0.value) }
    let basic = output.count
    if basic > 0 { output.append(UInt8(ascii: "-")) }
    var next: UInt32 = 0x80
    var delta: UInt32 = 0
    var bias: UInt32 = 72
    var handled = basic
    while handled < label.count {
        guard let least = label.lazy.map(\.value).filter({ $0 >= next }).min() else { return nil }
        // At most 63 scalars below 2^21: no overflow.
        delta += (least - next) * UInt32(handled + 1)
        next = least
        for scalar in label {
            if scalar.value < next { delta += 1 }
            guard scalar.value == next else { continue }
            var quotient = delta
            var step: UInt32 = 36
            while true {
                let threshold = step <= bias ? 1 : min(step - bias, 26)
                guard quotient >= threshold else { break }
                output.append(digit(threshold + (quotient - threshold) % (36 - threshold)))
                quotient = (quotient - threshold) / (36 - threshold)
                step += 36
            }
            output.append(digit(quotient))
            bias = adapted(delta, UInt32(handled + 1), isFirst: handled == basic)
            delta = 0
            handled += 1
        }
        delta += 1
        next += 1
    }
    return output
}

private func digit(_ value: UInt32) -> UInt8 {
    UInt8(value < 26 ? 0x61 + value : 0x30 + value - 26)
}

private func adapted(_ delta: UInt32, _ points: UInt32, isFirst: Bool) -> UInt32 {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / points
    var bias: UInt32 = 0
    while delta > 455 {
        delta /= 35
        bias += 36
    }
    return bias + 36 * delta / (delta + 38)
}
