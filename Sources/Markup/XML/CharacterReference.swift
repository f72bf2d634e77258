internal import CLibXML2

/// A reference such as `&amp;`, `&#8217;` or, of HTML, `&nbsp;`.
struct CharacterReference {
    /// In bytes, of all that are known.
    static let maximumLength = 16

    var length: Int
    /// Nil of a character that XML forbids.
    var scalar: Unicode.Scalar?
    /// Of a reference that XML does not have.
    var fault: XMLFault.Kind?

    /// Reads the reference whose `&` stands at `start`; nil where none does.
    init?(_ bytes: [UInt8], at start: Int) {
        let body = bytes[(start + 1)...].prefix(Self.maximumLength - 2).prefix { $0 != UInt8(ascii: ";") }
        guard body.endIndex < bytes.count, bytes[body.endIndex] == UInt8(ascii: ";") else { return nil }
        length = body.count + 2
        if body.first == UInt8(ascii: "#") {
            let isHexadecimal = body.dropFirst().first.map { $0 | 0x20 } == UInt8(ascii: "x")
            let digits = String(decoding: body.dropFirst(isHexadecimal ? 2 : 1), as: UTF8.self)
            guard let number = UInt32(digits, radix: isHexadecimal ? 16 : 10), !digits.hasPrefix("+") else {
                return nil
            }
            scalar = Self.scalar(number)
            if scalar?.value != number { fault = .character }
        } else {
            let name = String(decoding: body, as: UTF8.self)
            if let known = Self.xml[name] {
                scalar = known
            } else if let known = Self.html[name] {
                scalar = known
                fault = .entity
            } else {
                return nil
            }
        }
    }

    /// U+0080 to U+009F stand for windows-1252's characters, as in HTML (HTML Standard, 13.2.5.80).
    private static func scalar(_ number: UInt32) -> Unicode.Scalar? {
        switch number {
        case 0..<0x20 where ![9, 10, 13].contains(number): nil
        case 0x80..<0xa0: CollapsedCharacter.windows1252[Int(number) - 0x80]
        case 0xfffe, 0xffff: nil
        default: Unicode.Scalar(number)
        }
    }

    private static let xml: [String: Unicode.Scalar] = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]

    /// The names of HTML 4, which libxml2 knows.
    private static let html: [String: Unicode.Scalar] = {
        var names: [String: Unicode.Scalar] = [:]
        for value in 160...UInt32(0x2666) {
            guard let entry = htmlEntityValueLookup(value), let scalar = Unicode.Scalar(value) else { continue }
            names[String(cString: entry.pointee.name)] = scalar
        }
        return names
    }()
}
