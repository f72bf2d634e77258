/// Cuts UTF-8 into words for comparison: case, accents, quotation marks and dashes folded away.
///
/// "Don’t" and "dont" are one word, "U.S." is "us", "1,200" is "1200", "three" is "3" and "6-1/2" is one number. Any other
/// hyphen parts words. Plain words are found by the marks of 64 bytes at once and hashed eight bytes at a time.
struct WordScanner {
    /// The bytes of the text that a word stands in.
    struct Place {
        var start: UInt32
        var end: UInt32
    }

    private let source: WordSource
    private let numbers = SmallNumbers.all
    private var index: Int
    private var beginsSentence = true
    /// Bytes from `index` on whose marks are known; none where it is not positive.
    private var known = 0
    private var marks: UInt64 = 0

    /// Words of `range`, which begins a sentence.
    private init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        source = WordSource(bytes: bytes, end: range.upperBound)
        index = range.lowerBound
    }

    /// The room that the words of so many bytes take at most: between two of them there is a byte at least, and words
    /// without one between them have three bytes each.
    static func room(for bytes: Int) -> Int { bytes / 2 + 1 }

    /// What was found in a stretch.
    struct Stretch {
        /// Behind the last word.
        var end: Int
        var hash = Word.SequenceHash()
        /// Words that are numbers.
        var numbers = 0
    }

    /// Writes the words of `range`, which begins a sentence, and their places from `first` on.
    static func scan(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, into words: UnsafeMutableBufferPointer<Word>,
        _ places: UnsafeMutableBufferPointer<Place>, from first: Int
    ) -> Stretch {
        var scanner = WordScanner(bytes, range)
        var stretch = Stretch(end: first)
        while let found = scanner.next() {
            words[stretch.end] = found.word
            places[stretch.end] = Place(
                start: UInt32(truncatingIfNeeded: found.start), end: UInt32(truncatingIfNeeded: found.end))
            stretch.end &+= 1
            // Here for nothing: the search for the next word does not wait for it.
            stretch.hash.add(found.word)
            stretch.numbers &+= found.word.isNumber ? 1 : 0
        }
        return stretch
    }

    /// The words before, between and behind some stretches, each of which a sentence begins after.
    static func words(
        of bytes: UnsafeBufferPointer<UInt8>, except stretches: [Range<Int>]
    ) -> (words: [Word], places: [Place]) {
        let room = room(for: bytes.count)
        var words = [Word](repeating: Word(bits: 0), count: room)
        var places = [Place](repeating: Place(start: 0, end: 0), count: room)
        var count = 0
        words.withUnsafeMutableBufferPointer { words in
            places.withUnsafeMutableBufferPointer { places in
                var start = 0
                for stretch in stretches + [bytes.count..<bytes.count] {
                    count = scan(bytes, start..<max(start, stretch.lowerBound), into: words, places, from: count).end
                    start = stretch.upperBound
                }
            }
        }
        words.removeLast(room - count)
        places.removeLast(room - count)
        return (words, places)
    }

    @inline(__always)
    private mutating func next() -> WordSource.Found? {
        while true {
            if known <= 0 {
                guard index < source.end else { return nil }
                mark()
            }
            if marks & 1 == 1 {
                var length = (~marks).trailingZeroBitCount
                if length >= known {
                    mark()
                    length = (~marks).trailingZeroBitCount
                }
                if length < 64, index &+ length &+ 8 <= source.bytes.count, let word = plainWord(length) { return word }
                let passed = source.word(at: index, beginsSentence: beginsSentence)
                return take(passed)
            }
            let byte = source.bytes[index]
            if byte >= 0x80 {
                let passed = source.beyondASCII(at: index, beginsSentence: beginsSentence)
                if let found = take(passed) { return found }
            } else {
                if Self.endsSentence(byte) { beginsSentence = true }
                pass(1)
            }
        }
    }

    @inline(__always)
    private static func endsSentence(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: ":")
            || byte == UInt8(ascii: "\"")
    }

    @inline(__always)
    private mutating func mark() {
        marks = WordBytes.marks(source.bytes, from: index, to: source.end)
        known = min(64, source.end &- index)
    }

    @inline(__always)
    private mutating func pass(_ count: Int) {
        index &+= count
        known &-= count
        marks = marks &>> UInt64(truncatingIfNeeded: count)
    }

    @inline(__always)
    private mutating func take(_ passed: WordSource.Passed) -> WordSource.Found? {
        pass(passed.next &- index)
        beginsSentence = passed.beginsSentence
        return passed.found.map { WordSource.Found(word: numbers.folded($0.word), start: $0.start, end: $0.end) }
    }

    /// The word of so many letters and digits; null where it goes on with other bytes. There are eight bytes behind it.
    @inline(__always)
    private mutating func plainWord(_ length: Int) -> WordSource.Found? {
        let base = UnsafeRawPointer(source.bytes.baseAddress.unsafelyUnwrapped)
        let (start, end) = (index, index &+ length)
        var hash = Word.Hash()
        // Of the bytes of words, those with this bit are letters.
        let letter = WordBytes.all(0x40)
        var letters: UInt64 = 0
        var digits: UInt64 = 0
        var place = start
        while place &+ 8 < end {
            let chunk = base.loadUnaligned(fromByteOffset: place, as: UInt64.self)
            hash.add(chunk | WordBytes.all(0x20))
            letters |= chunk & letter
            digits |= ~chunk & letter
            place &+= 8
        }
        let mask = UInt64.max &>> UInt64(truncatingIfNeeded: 8 &* (place &- end))
        let chunk = base.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        hash.add((chunk | WordBytes.all(0x20)) & mask)
        letters |= chunk & letter & mask
        digits |= ~chunk & letter & mask
        let stop = end < source.end ? base.load(fromByteOffset: end, as: UInt8.self) : UInt8(ascii: " ")
        let isCapitalised = !beginsSentence && base.load(fromByteOffset: start, as: UInt8.self) & 0x20 == 0
        // White space parts most words.
        if stop <= UInt8(ascii: " ") {
            beginsSentence = false
            pass(length &+ 1)
        } else {
            if source.goesOn(from: start, at: end, stop, isNumber: letters == 0) { return nil }
            // The full stop of an abbreviation of single letters ends no sentence.
            beginsSentence = Self.endsSentence(stop) && (stop != UInt8(ascii: ".") || length > 1)
            pass(length &+ 1)
        }
        let word = hash.word(isNumber: digits != 0, isCapitalised: isCapitalised)
        return WordSource.Found(word: numbers.folded(word), start: start, end: end)
    }
}
