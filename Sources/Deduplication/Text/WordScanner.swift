/// Cuts UTF-8 into words for comparison: case, accents, quotation marks and dashes folded away.
///
/// "Don’t" and "dont" are one word, "U.S." is "us", "1,200" is "1200" and "three" is "3". A hyphen parts words.
struct WordScanner {
    /// Called with each word and the bytes it stands in.
    typealias Sink = (Word, Range<Int>) -> Void

    private var hash = Word.basis
    private var start = 0
    private var length = 0
    private var digits = 0
    private var isCapitalised = false
    /// Letters since the last full stop within the word, for abbreviations.
    private var piece = 0
    private var beginsSentence = true

    private enum Class {
        static let separator: UInt8 = 0
        static let lower: UInt8 = 1
        static let upper: UInt8 = 2
        static let digit: UInt8 = 3
        static let apostrophe: UInt8 = 4
        static let stop: UInt8 = 5
        static let comma: UInt8 = 6
        static let sentenceEnd: UInt8 = 7
        static let other: UInt8 = 8
    }

    private static let classes: [UInt8] = (0..<256).map { byte in
        switch UInt8(byte) {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): Class.lower
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): Class.upper
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Class.digit
        case UInt8(ascii: "'"), UInt8(ascii: "`"): Class.apostrophe
        case UInt8(ascii: "."): Class.stop
        case UInt8(ascii: ","): Class.comma
        case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: "\""): Class.sentenceEnd
        case 0x80...: Class.other
        default: Class.separator
        }
    }

    /// Words of `range`, which begins a sentence.
    static func scan(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ sink: Sink) {
        var scanner = WordScanner()
        classes.withUnsafeBufferPointer { scanner.run(bytes, range, $0, sink) }
    }

    @inline(__always)
    private mutating func run(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ classes: UnsafeBufferPointer<UInt8>, _ sink: Sink
    ) {
        var index = range.lowerBound
        let end = range.upperBound
        while index < end {
            let byte = bytes[index]
            switch classes[Int(byte)] {
            case Class.lower:
                add(byte, at: index)
            case Class.upper:
                if length == 0 { isCapitalised = !beginsSentence }
                add(byte | 0x20, at: index)
            case Class.digit:
                add(byte, at: index)
                digits += 1
            case Class.apostrophe:
                break
            case Class.stop:
                let next = index + 1 < end ? classes[Int(bytes[index + 1])] : Class.separator
                if length > 0, digits == length, next == Class.digit {
                    hash = Word.hash(hash, byte)
                } else if length > 0, piece == 1, digits == 0, next == Class.lower || next == Class.upper {
                    piece = 0
                } else {
                    finish(at: index, sink)
                    // An abbreviation of single letters ends no sentence.
                    beginsSentence = piece != 1
                }
            case Class.comma:
                let next = index + 1 < end ? classes[Int(bytes[index + 1])] : Class.separator
                if length == 0 || digits != length || next != Class.digit { finish(at: index, sink) }
            case Class.sentenceEnd:
                finish(at: index, sink)
                beginsSentence = true
            case Class.other:
                index = beyondASCII(bytes, index, end, sink)
                continue
            default:
                finish(at: index, sink)
            }
            index += 1
        }
        finish(at: end, sink)
    }

    @inline(__always)
    private mutating func add(_ byte: UInt8, at index: Int) {
        if length == 0 {
            start = index
            piece = 0
        }
        hash = Word.hash(hash, byte)
        length += 1
        piece += 1
    }

    @inline(__always)
    private mutating func finish(at index: Int, _ sink: Sink) {
        guard length > 0 else { return }
        let isNumber = digits > 0
        let plain = isNumber ? nil : SmallNumbers.word(hash, length: length)
        sink(plain ?? Word(hash: hash, isNumber: isNumber, isCapitalised: isCapitalised), start..<index)
        hash = Word.basis
        length = 0
        digits = 0
        isCapitalised = false
        beginsSentence = false
    }

    /// Handles the scalar at `index` and returns where the next one begins.
    private mutating func beyondASCII(
        _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int, _ sink: Sink
    ) -> Int {
        let (scalar, next) = decode(bytes, index, end)
        switch FoldedScalar(scalar) {
        case .ascii(let byte):
            let wasEmpty = length == 0
            add(byte, at: index)
            if byte <= UInt8(ascii: "9") {
                digits += 1
            } else if wasEmpty, scalar.properties.isUppercase {
                isCapitalised = !beginsSentence
            }
        case .letter(let letter):
            let wasEmpty = length == 0
            add(0, at: index)
            for shift in stride(from: 0, to: 24, by: 8) {
                hash = Word.hash(hash, UInt8(truncatingIfNeeded: letter.value >> UInt32(shift)))
            }
            if wasEmpty, scalar.properties.isUppercase { isCapitalised = !beginsSentence }
        case .ideograph(let ideograph):
            finish(at: index, sink)
            for shift in stride(from: 0, to: 24, by: 8) {
                add(UInt8(truncatingIfNeeded: ideograph.value >> UInt32(shift)), at: index)
            }
            finish(at: next, sink)
        case .apostrophe, .nothing: break
        case .separator: finish(at: index, sink)
        }
        return next
    }

    /// The bytes are well-formed; a broken sequence could only come from cutting inside a scalar.
    private func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int) -> (Unicode.Scalar, Int) {
        let lead = bytes[index]
        let length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1
        guard length > 1, index + length <= end else { return (" ", index + 1) }
        var value = UInt32(lead) & (0x7f >> UInt32(length))
        for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset] & 0x3f) }
        return (Unicode.Scalar(value) ?? " ", index + length)
    }
}

/// "three" compares as "3".
private enum SmallNumbers {
    private static let names = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ]
    private static let hashes = names.map { $0.utf8.reduce(Word.basis, Word.hash) }
    private static let words = (0..<names.count).map { number in
        Word(hash: String(number).utf8.reduce(Word.basis, Word.hash), isNumber: true, isCapitalised: false)
    }
    /// One bit for each hash's low six bits, so that most words cost one look.
    private static let filter = hashes.reduce(UInt64(0)) { $0 | 1 << UInt64($1 & 63) }

    @inline(__always)
    static func word(_ hash: UInt32, length: Int) -> Word? {
        guard filter >> UInt64(hash & 63) & 1 == 1, length >= 3, length <= 6 else { return nil }
        guard let index = hashes.firstIndex(of: hash) else { return nil }
        return words[index]
    }
}
