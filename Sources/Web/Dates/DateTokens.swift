/// A number, a word or a single other character of a text that may hold a date.
struct DateToken {
    /// Words in lower case and without accents, so that "MÄRZ" and "marz" are one.
    var text: String
    /// The value of a number of at most 14 digits.
    var number: Int?
    var digits = 0
    /// Whether white space stands before it.
    var isSpaced: Bool
    /// Where it stands in the UTF-8 of the text.
    var range: Range<Int>
}

/// Cuts a text up. Characters of East Asian scripts are words of their own, as no spaces part them.
func dateTokens(_ text: String, limit: Int) -> [DateToken] {
    var tokens: [DateToken] = []
    var isSpaced = false
    var kind = Kind.space
    var offset = 0
    for scalar in text.unicodeScalars {
        let start = offset
        offset += UTF8.width(scalar)
        if offset > limit { break }
        let next = Kind(scalar)
        if next == .mark { continue }
        if next == .space {
            isSpaced = true
        } else if next == kind, next != .single, !isSpaced, !tokens.isEmpty {
            tokens[tokens.count - 1].append(scalar, next, end: offset)
        } else {
            var token = DateToken(text: "", isSpaced: isSpaced, range: start..<start)
            token.append(scalar, next, end: offset)
            tokens.append(token)
            isSpaced = false
        }
        kind = next
    }
    return tokens
}

private enum Kind {
    case space, digit, letter, single
    /// A combining mark or an invisible character: passed over.
    case mark

    init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
            self = .space
        case 0x30...0x39, 0xFF10...0xFF19: self = .digit
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x370...0x1FFF: self = .letter
        case 0xAD, 0x300...0x36F, 0x200B...0x200F, 0x2060, 0xFEFF: self = .mark
        default: self = .single
        }
    }
}

extension DateToken {
    fileprivate mutating func append(_ scalar: Unicode.Scalar, _ kind: Kind, end: Int) {
        range = range.lowerBound..<end
        if kind == .digit {
            let digit = scalar.value & 0xF
            digits += 1
            number = digits <= 14 ? (number ?? 0) * 10 + Int(digit) : nil
            text.unicodeScalars.append(Unicode.Scalar(UInt8(0x30 + digit)))
        } else if scalar.isASCII {
            text.unicodeScalars.append(Unicode.Scalar(asciiLowercased(UInt8(scalar.value))))
        } else {
            text.unicodeScalars.append(contentsOf: folded(scalar))
        }
    }
}

/// A word's letters in lower case, without accents.
func foldedWord(_ word: some StringProtocol) -> String {
    var text = String.UnicodeScalarView()
    for scalar in word.unicodeScalars { text.append(contentsOf: folded(scalar)) }
    return String(text)
}

private func folded(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    if scalar.value < 0x80 { return [Unicode.Scalar(asciiLowercased(UInt8(scalar.value)))] }
    if 0xFF01...0xFF5E ~= scalar.value { return [Unicode.Scalar(asciiLowercased(UInt8(scalar.value - 0xFEE0)))] }
    let lower = Array(scalar.properties.lowercaseMapping.unicodeScalars.prefix(1))
    guard let first = lower.first, let base = accented[first] else { return lower }
    return [base]
}

private let accented: [Unicode.Scalar: Unicode.Scalar] = {
    var bases: [Unicode.Scalar: Unicode.Scalar] = [:]
    for line in [
        "aàáâãäåāăą", "cçćĉċč", "dďđ", "eèéêëēĕėęě", "gğģ", "iìíîïīĭįı", "lĺļľł", "nñńņň", "oòóôõöøōŏő", "rŕřŗ",
        "sśŝşšș", "tţťț", "uùúûüūŭůűų", "yýÿ", "zźżž", "её", "ий", "ії", "αά", "εέ", "ηή", "ιίϊΐ", "οό", "σς", "υύϋΰ",
        "ωώ", "-–—−‐‑",
    ] {
        guard let base = line.unicodeScalars.first else { continue }
        for scalar in line.unicodeScalars.dropFirst() { bases[scalar] = base }
    }
    return bases
}()
