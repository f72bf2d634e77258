/// A word as comparison sees it: 30 bits of a hash of its folded form, and two marks.
///
/// The hash has no seed, so that words of different runs compare.
struct Word: Equatable, Sendable {
    let bits: UInt32

    private static let capital: UInt32 = 1
    private static let number: UInt32 = 2

    init(bits: UInt32) {
        self.bits = bits
    }

    /// What is compared: all but the capital, which differs between a headline and a sentence.
    var key: UInt32 { bits & ~Self.capital }
    /// Holds a digit, or is a small number in letters.
    var isNumber: Bool { bits & Self.number != 0 }
    /// Begins with a capital within a sentence, as names do.
    var isCapitalised: Bool { bits & Self.capital != 0 }
    /// What tells one report from another that has the same wording.
    var isFact: Bool { bits & 3 != 0 }

    static func == (one: Word, other: Word) -> Bool { one.key == other.key }

    /// Takes the bytes of a folded word eight at a time, the last ones with zeros behind them.
    struct Hash {
        private var state: UInt64 = 0x9e37_79b9_7f4a_7c15

        @inline(__always)
        mutating func add(_ chunk: UInt64) {
            state = (state ^ chunk) &* 0xff51_afd7_ed55_8ccd
            state ^= state >> 32
        }

        @inline(__always)
        func word(isNumber: Bool, isCapitalised: Bool) -> Word {
            let mixed = UInt32(truncatingIfNeeded: (state &* 0xc4ce_b9fe_1a85_ec53) >> 34) << 2
            return Word(bits: mixed | (isNumber ? Word.number : 0) | (isCapitalised ? Word.capital : 0))
        }

        /// The same, a byte at a time.
        struct Bytewise {
            private var hash = Hash()
            private var chunk: UInt64 = 0
            private var filled: UInt64 = 0

            mutating func add(_ byte: UInt8) { add(UInt64(byte), count: 1) }

            /// Up to eight bytes with zeros behind them.
            mutating func add(_ bytes: UInt64, count: Int) {
                chunk |= bytes &<< filled
                filled += 8 * UInt64(count)
                if filled >= 64 {
                    hash.add(chunk)
                    filled -= 64
                    chunk = filled == 0 ? 0 : bytes &>> (8 * UInt64(count) - filled)
                }
            }

            func word(isNumber: Bool, isCapitalised: Bool) -> Word {
                var hash = hash
                if filled > 0 { hash.add(chunk) }
                return hash.word(isNumber: isNumber, isCapitalised: isCapitalised)
            }
        }
    }
}

/// Mixes 64 bits so that each depends on all (the finaliser of MurmurHash3).
@inline(__always)
func mixed(_ value: UInt64) -> UInt64 {
    var value = value
    value = (value ^ value >> 33) &* 0xff51_afd7_ed55_8ccd
    value = (value ^ value >> 33) &* 0xc4ce_b9fe_1a85_ec53
    return value ^ value >> 33
}

extension Collection<Word> {
    /// A hash of a sequence of words.
    @inline(__always)
    var hash: UInt64 {
        var hash = Word.SequenceHash()
        for word in self { hash.add(word) }
        return hash.value
    }
}

extension Word {
    /// A hash of a sequence of words.
    struct SequenceHash {
        private var state: UInt64 = 0x9e37_79b9_7f4a_7c15

        @inline(__always)
        mutating func add(_ word: Word) {
            state = (state ^ UInt64(word.key)) &* 0xff51_afd7_ed55_8ccd
            state ^= state &>> 29
        }

        var value: UInt64 { mixed(state) }
    }
}
