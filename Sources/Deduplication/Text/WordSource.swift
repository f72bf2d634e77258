/// Bytes that words are taken from one at a time, where they are not plain.
struct WordSource {
    let bytes: UnsafeBufferPointer<UInt8>
    /// Behind the last byte that counts.
    let end: Int

    struct Found {
        var word: Word
        /// Of the first byte, and behind the last one.
        var start: Int
        var end: Int
    }

    /// What was passed over byte by byte: the word that it held, and what comes after.
    struct Passed {
        var found: Found?
        var next: Int
        var beginsSentence: Bool
    }

    /// Whether a word goes on behind a byte that is no plain letter or digit, or may do so.
    @inline(__always)
    func goesOn(from start: Int, at place: Int, _ stop: UInt8, isNumber: Bool) -> Bool {
        switch stop {
        case UInt8(ascii: "'"), UInt8(ascii: "`"), 0x80...: return true
        case UInt8(ascii: "."):
            return isNumber ? isDigit(place + 1) : place - start == 1 && isLetter(place + 1)
        case UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "/"): return isNumber && isDigit(place + 1)
        default: return false
        }
    }

    private func isDigit(_ place: Int) -> Bool { place < end && bytes[place] &- UInt8(ascii: "0") < 10 }

    private func isLetter(_ place: Int) -> Bool { place < end && (bytes[place] | 0x20) &- UInt8(ascii: "a") < 26 }

    /// A word of any scalars, byte by byte.
    func word(at start: Int, beginsSentence: Bool) -> Passed {
        var index = start
        var letters = Letters()
        scan: while index < end {
            let byte = bytes[index]
            if WordBytes.contains(byte) {
                index += letters.add(plainRun(at: index), at: index)
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
                guard let next = letters.add(decode(index)) else { break scan }
                index = next
                continue
            default: break scan
            }
            index += 1
        }
        let isUpper = letters.isUpper || WordBytes.contains(bytes[start]) && bytes[start] & 0x20 == 0
        let isCapitalised = !beginsSentence && isUpper
        let hasStop = index < end && bytes[index] == UInt8(ascii: ".")
        let word = letters.hash.word(isNumber: letters.digits > 0, isCapitalised: isCapitalised)
        return Passed(
            found: Found(word: word, start: start, end: letters.end),
            next: hasStop ? index + 1 : index, beginsSentence: hasStop && letters.piece != 1)
    }

    /// Up to eight letters and digits, the first at a place.
    private func plainRun(at place: Int) -> WordBytes.Run {
        guard place + 8 <= bytes.count, let base = UnsafeRawPointer(bytes.baseAddress) else {
            return WordBytes.Run(UInt64(bytes[place]), most: 1)
        }
        return WordBytes.Run(base.loadUnaligned(fromByteOffset: place, as: UInt64.self), most: end - place)
    }

    /// "1/2" of "6-1/2".
    private func isFraction(_ start: Int) -> Bool {
        var place = start
        while isDigit(place), place < start + 3 { place += 1 }
        return place > start && place < end && bytes[place] == UInt8(ascii: "/") && isDigit(place + 1)
    }

    /// Passes over the scalar at a place, or takes the word that begins with it.
    func beyondASCII(at index: Int, beginsSentence: Bool) -> Passed {
        let (scalar, next) = decode(index)
        switch FoldedScalar(scalar) {
        case .ascii, .letter: return word(at: index, beginsSentence: beginsSentence)
        case .ideograph(let ideograph):
            var letters = Letters()
            letters.add(ideograph, to: next)
            let word = letters.hash.word(isNumber: false, isCapitalised: false)
            return Passed(found: Found(word: word, start: index, end: next), next: next, beginsSentence: false)
        case .apostrophe, .nothing, .separator: return Passed(found: nil, next: next, beginsSentence: beginsSentence)
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

    /// Returns how many they are.
    mutating func add(_ run: WordBytes.Run, at start: Int) -> Int {
        hash.add(run.folded, count: run.count)
        length += run.count
        piece += run.count
        digits += run.digits
        end = start + run.count
        return run.count
    }

    mutating func add(_ byte: UInt8, isDigit: Bool, to end: Int) {
        hash.add(byte)
        length += 1
        piece += 1
        digits += isDigit ? 1 : 0
        self.end = end
    }

    /// Takes a scalar beyond ASCII, which ends before `next`; null where it ends the word.
    @inline(never)
    mutating func add(_ decoded: (scalar: Unicode.Scalar, next: Int)) -> Int? {
        let (scalar, next) = decoded
        switch FoldedScalar(scalar) {
        case .ascii(let folded):
            isUpper = length == 0 ? scalar.properties.isUppercase : isUpper
            add(folded, isDigit: folded <= UInt8(ascii: "9"), to: next)
        case .letter(let letter):
            isUpper = length == 0 ? scalar.properties.isUppercase : isUpper
            add(letter, to: next)
        case .apostrophe, .nothing: break
        case .ideograph, .separator: return nil
        }
        return next
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
