/// What the characters of a segment say about it, read in one pass.
struct SegmentText {
    enum Ending: UInt8 { case none, sentence, colon }
    enum Beginning: UInt8 { case lower, upper, digit, other }

    var words = 1
    var commas = 0
    var digits = 0
    var capitals = 0
    var sentences = 0
    var ending = Ending.none
    var beginning = Beginning.other
    /// Of its letters and digits, lower-cased: equal for texts that differ only in dress.
    var hash: UInt64

    init(_ text: UnsafeBufferPointer<UInt8>) {
        var hash = WordHash()
        var afterSpace = true
        var ideographs = 0
        for (index, byte) in text.enumerated() {
            switch byte {
            case 0x20:
                words += 1
                if index > 0 {
                    let before = text[index - 1]
                    if before == 0x2e || before == 0x21 || before == 0x3f { sentences += 1 }
                }
            case 0x2c: commas += 1
            case 0x30...0x39:
                digits += 1
                hash.add(byte)
            case 0x41...0x5a:
                if afterSpace { capitals += 1 }
                hash.add(byte)
            case 0x61...0x7a: hash.add(byte)
            case 0xe3...0xe9:
                ideographs += 1
                hash.add(byte)
            case 0x80...: hash.add(byte)
            default: break
            }
            afterSpace = byte == 0x20
        }
        self.hash = hash.value
        // Chinese and Japanese write no spaces: two characters make about a word.
        words += ideographs / 2
        guard let first = text.first else { return }
        switch first {
        case 0x61...0x7a: beginning = .lower
        case 0x41...0x5a: beginning = .upper
        case 0x30...0x39: beginning = .digit
        default: beginning = .other
        }
        if text.count >= 3, let last = text.last {
            let mark = (text[text.count - 3], text[text.count - 2], last)
            // The full stops of Chinese and Japanese, and of the languages of India.
            if mark == (0xe3, 0x80, 0x82) || mark == (0xef, 0xbc, 0x81) || mark == (0xef, 0xbc, 0x9f)
                || mark == (0xe0, 0xa5, 0xa4)
            {
                ending = .sentence
                return
            }
        }
        // Closing quotation marks and brackets may stand behind the full stop.
        for byte in text.suffix(6).reversed() {
            switch byte {
            case 0x2e, 0x21, 0x3f:
                ending = .sentence
                return
            case 0x3a:
                ending = .colon
                return
            case 0x22, 0x27, 0x29, 0x5d, 0x80...: continue
            default: return
            }
        }
    }
}

extension SegmentText {
    static func hash(of text: String) -> UInt64 {
        var text = text
        return text.withUTF8 { SegmentText($0).hash }
    }
}
