/// Unicode's properties as Python's `str` methods and regular expressions read them.
enum UnicodeClasses {
    /// `str.isspace`: bidirectional class WS, B or S, or category Zs.
    @inline(__always) static func isSpace(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x09...0x0d, 0x1c...0x20, 0x85, 0xa0, 0x1680, 0x2000...0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000:
            true
        default: false
        }
    }

    /// `str.isalpha`: category L.
    static func isAlpha(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return scalar | 0x20 >= 0x61 && scalar | 0x20 <= 0x7a }
        return switch properties(scalar)?.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        default: false
        }
    }

    /// `str.isupper` of one character: the derived property Uppercase.
    static func isUpper(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return scalar >= 0x41 && scalar <= 0x5a }
        return properties(scalar)?.isUppercase ?? false
    }

    /// `str.isdigit`: numeric type Decimal or Digit.
    static func isDigit(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return scalar >= 0x30 && scalar <= 0x39 }
        let type = properties(scalar)?.numericType
        return type == .decimal || type == .digit
    }

    /// `\d`: category Nd.
    static func isDecimal(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return scalar >= 0x30 && scalar <= 0x39 }
        return properties(scalar)?.generalCategory == .decimalNumber
    }

    /// `\w`: `str.isalnum` or the low line.
    static func isWord(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return isAlpha(scalar) || isDigit(scalar) || scalar == 0x5f }
        return isAlpha(scalar) || properties(scalar)?.numericType != nil
    }

    private static func properties(_ scalar: UInt32) -> Unicode.Scalar.Properties? {
        Unicode.Scalar(scalar)?.properties
    }
}
