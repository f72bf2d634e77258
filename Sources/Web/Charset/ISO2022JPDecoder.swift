/// The ISO-2022-JP decoder of the Encoding Standard, section 13.2.1.
func decodeISO2022JP(_ bytes: UnsafeBufferPointer<UInt8>) -> (utf8: [UInt8], replacements: Int) {
    enum CharacterSet { case ascii, roman, katakana, jis0208 }

    var output = UTF8Output(capacity: bytes.count)
    var set = CharacterSet.ascii
    /// No character since the last escape sequence: another one now is an error, as it hides text from filters.
    var followsEscape = false
    var index = 0

    func designation(at index: Int) -> CharacterSet? {
        guard index + 1 < bytes.count else { return nil }
        return switch (bytes[index], bytes[index + 1]) {
        case (0x28, 0x42): .ascii
        case (0x28, 0x4A): .roman
        case (0x28, 0x49): .katakana
        case (0x24, 0x40), (0x24, 0x42): .jis0208
        default: nil
        }
    }

    while index < bytes.count {
        let byte = bytes[index]
        index += 1
        if byte == 0x1B {
            if let next = designation(at: index) {
                if followsEscape { output.appendReplacement() }
                set = next
                followsEscape = true
                index += 2
            } else {
                followsEscape = false
                output.appendReplacement()
            }
            continue
        }
        followsEscape = false
        switch (set, byte) {
        case (.ascii, 0...0x7F) where byte != 0x0E && byte != 0x0F: output.append(ascii: byte)
        case (.roman, 0x5C): output.append(0xA5)
        case (.roman, 0x7E): output.append(0x203E)
        case (.roman, 0...0x7F) where byte != 0x0E && byte != 0x0F: output.append(ascii: byte)
        case (.katakana, 0x21...0x5F): output.append(halfWidthKatakana(byte + 0x80))
        case (.jis0208, 0x21...0x7E):
            guard index < bytes.count, bytes[index] != 0x1B else {
                output.appendReplacement()
                continue
            }
            let trail = bytes[index]
            index += 1
            let cell = (0x21...0x7E).contains(trail) ? (Int(byte) - 0x21) * 94 + Int(trail) - 0x21 : nil
            let scalar = cell.map { jis0208Cells[$0] } ?? 0xFFFD
            if scalar != 0xFFFD { output.append(scalar) } else { output.appendReplacement() }
        default: output.appendReplacement()
        }
    }
    return (output.bytes, output.replacements)
}
