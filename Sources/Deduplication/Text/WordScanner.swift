/// Cuts UTF-8 into words for comparison: case, accents, quotation marks and dashes folded away.
///
/// "Don’t" and "dont" are one word, "U.S." is "us", "1,200" is "1200", "three" is "3" and "6-1/2" is one number. Any other
/// hyphen parts words. Plain words are taken eight bytes at a time (SIMD within a register: Lamport, "Multiple byte
/// processing with full-word instructions", CACM 1975).
struct WordScanner {
    struct Found {
        var word: Word
        /// Of the first byte, and behind the last one.
        var start: Int
        var end: Int
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private let end: Int
    private let numbers = SmallNumbers.all
    private var index: Int
    private var beginsSentence = true

    /// Words of `range`, which begins a sentence.
    init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        self.bytes = bytes
        index = range.lowerBound
        end = range.upperBound
    }

    @inline(__always)
    mutating func next() -> Found? {
        while index < end {
            let byte = bytes[index]
            if Self.isWord(byte) { return plainWord() }
            switch byte {
            case UInt8(ascii: " "): break
            case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: "\""):
                beginsSentence = true
            case 0x80...:
                if let word = beyondASCII() { return word }
                continue
            default: break
            }
            index += 1
        }
        return nil
    }

    // MARK: Words of plain letters and digits

    @inline(__always)
    private mutating func plainWord() -> Found {
        let start = index
        var place = start
        var hash = Word.Hash()
        var digits: UInt64 = 0
        var letters: UInt64 = 0
        guard let base = UnsafeRawPointer(bytes.baseAddress) else { return unevenWord() }
        while true {
            guard place + 8 <= bytes.count else { return unevenWord() }
            let chunk = base.loadUnaligned(fromByteOffset: place, as: UInt64.self)
            let folded = chunk | Self.all(0x20)
            let lettersHere = Self.marks(folded, UInt8(ascii: "a"), UInt8(ascii: "z"))
            let digitsHere = Self.marks(chunk, UInt8(ascii: "0"), UInt8(ascii: "9"))
            let others = ~(lettersHere | digitsHere) & Self.all(0x80)
            let count = min(others.trailingZeroBitCount >> 3, end - place)
            guard count < 8 else {
                hash.add(folded)
                digits |= digitsHere
                letters |= lettersHere
                place += 8
                continue
            }
            let mask = (1 &<< UInt64(8 * count)) &- 1
            if count > 0 { hash.add(folded & mask) }
            digits |= digitsHere & mask
            letters |= lettersHere & mask
            place += count
            break
        }
        let stop = place < end ? bytes[place] : UInt8(ascii: " ")
        // White space parts most words.
        if stop > UInt8(ascii: " "), goesOn(from: start, at: place, stop, isNumber: letters == 0) {
            return unevenWord()
        }
        index = place
        let isCapitalised = !beginsSentence && bytes[start] & 0x20 == 0
        beginsSentence = false
        if stop == UInt8(ascii: ".") { endWord(pieces: place - start) }
        return Found(
            word: numbers.folded(hash.word(isNumber: digits != 0, isCapitalised: isCapitalised)), start: start,
            end: place)
    }

    /// Whether a word goes on behind a byte that is no plain letter or digit, or may do so.
    @inline(__always)
    private func goesOn(from start: Int, at place: Int, _ stop: UInt8, isNumber: Bool) -> Bool {
        switch stop {
        case UInt8(ascii: "'"), UInt8(ascii: "`"), 0x80...: return true
        case UInt8(ascii: "."):
            return isNumber ? isDigit(place + 1) : place - start == 1 && isLetter(place + 1)
        case UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "/"): return isNumber && isDigit(place + 1)
        default: return false
        }
    }

    /// Takes the full stop behind a word. That of an abbreviation of single letters ends no sentence.
    @inline(__always)
    private mutating func endWord(pieces: Int) {
        index += 1
        beginsSentence = pieces != 1
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
    }

    private func isDigit(_ place: Int) -> Bool { place < end && bytes[place] &- UInt8(ascii: "0") < 10 }

    private func isLetter(_ place: Int) -> Bool { place < end && (bytes[place] | 0x20) &- UInt8(ascii: "a") < 26 }

    @inline(__always)
    private static func all(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

    /// The high bit of each byte that is ASCII and within bounds.
    @inline(__always)
    private static func marks(_ chunk: UInt64, _ low: UInt8, _ high: UInt8) -> UInt64 {
        let ascii = chunk & all(0x7f)
        return (ascii &+ all(0x80 - low)) & ~(ascii &+ all(0x7f - high)) & ~chunk & all(0x80)
    }

    // MARK: Other words

    /// A word of any scalars, byte by byte.
    private mutating func unevenWord() -> Found {
        let start = index
        var letters = Letters()
        scan: while index < end {
            let byte = bytes[index]
            if Self.isWord(byte) {
                letters.add(byte | 0x20, isDigit: byte <= UInt8(ascii: "9"), to: index + 1)
                index += 1
                continue
            }
            switch byte {
            case UInt8(ascii: "'"), UInt8(ascii: "`"): break
            case UInt8(ascii: "."):
                if letters.isNumber, isDigit(index + 1) {
                    letters.hash.add(byte)
                } else if letters.piece == 1, letters.digits == 0, isLetter(index + 1) {
                    letters.piece = 0
                } else {
                    break scan
                }
            case UInt8(ascii: ","):
                guard letters.isNumber, isDigit(index + 1) else { break scan }
            case UInt8(ascii: "/"):
                guard letters.isNumber, isDigit(index + 1) else { break scan }
                letters.hash.add(byte)
            case UInt8(ascii: "-"):
                guard letters.isNumber, isFraction(index + 1) else { break scan }
                letters.hash.add(byte)
            case 0x80...:
                let (scalar, next) = decode(index)
                switch FoldedScalar(scalar) {
                case .ascii(let folded):
                    let isDigit = folded <= UInt8(ascii: "9")
                    letters.isUpper = letters.length == 0 ? scalar.properties.isUppercase : letters.isUpper
                    letters.add(folded, isDigit: isDigit, to: next)
                case .letter(let letter):
                    letters.isUpper = letters.length == 0 ? scalar.properties.isUppercase : letters.isUpper
                    letters.add(letter, to: next)
                case .apostrophe, .nothing: break
                case .ideograph, .separator: break scan
                }
                index = next
                continue
            default: break scan
            }
            index += 1
        }
        let isUpper = letters.isUpper || Self.isWord(bytes[start]) && bytes[start] & 0x20 == 0
        let isCapitalised = !beginsSentence && isUpper
        beginsSentence = false
        if index < end, bytes[index] == UInt8(ascii: ".") { endWord(pieces: letters.piece) }
        return Found(
            word: numbers.folded(letters.hash.word(isNumber: letters.digits > 0, isCapitalised: isCapitalised)),
            start: start, end: letters.end)
    }

    /// "1/2" of "6-1/2".
    private func isFraction(_ start: Int) -> Bool {
        var place = start
        while isDigit(place), place < start + 3 { place += 1 }
        return place > start && place < end && bytes[place] == UInt8(ascii: "/") && isDigit(place + 1)
    }

    /// Passes over the scalar at `index`, or takes the word that begins with it.
    private mutating func beyondASCII() -> Found? {
        let (scalar, next) = decode(index)
        switch FoldedScalar(scalar) {
        case .ascii, .letter: return unevenWord()
        case .ideograph(let ideograph):
            var letters = Letters()
            letters.add(ideograph, to: next)
            defer {
                index = next
                beginsSentence = false
            }
            return Found(word: letters.hash.word(isNumber: false, isCapitalised: false), start: index, end: next)
        case .apostrophe, .nothing, .separator:
            index = next
            return nil
        }
    }

    /// The scalar at a place and where the next one begins. The bytes are well-formed; a broken sequence could only come
    /// from cutting inside a scalar.
    private func decode(_ index: Int) -> (Unicode.Scalar, Int) {
        let lead = bytes[index]
        let length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1
        guard length > 1, index + length <= end else { return (" ", index + 1) }
        var value = UInt32(lead) & (0x7f >> UInt32(length))
        for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset] & 0x3f) }
        return (Unicode.Scalar(value) ?? " ", index + length)
    }
}

/// What was read of a word.
private struct Letters {
    var hash = Word.Hash.Bytewise()
    /// Letters and digits.
    private(set) var length = 0
    private(set) var digits = 0
    /// The same since the last full stop within the word, for abbreviations.
    var piece = 0
    var isUpper = false
    /// Behind the last letter or digit.
    private(set) var end = 0

    var isNumber: Bool { length > 0 && digits == length }

    mutating func add(_ byte: UInt8, isDigit: Bool, to end: Int) {
        hash.add(byte)
        length += 1
        piece += 1
        digits += isDigit ? 1 : 0
        self.end = end
    }

    mutating func add(_ scalar: Unicode.Scalar, to end: Int) {
        for shift in stride(from: 0, to: 24, by: 8) {
            hash.add(UInt8(truncatingIfNeeded: scalar.value >> UInt32(shift)))
        }
        length += 1
        piece += 1
        self.end = end
    }
}
