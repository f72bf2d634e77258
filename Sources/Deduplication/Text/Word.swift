/// A word as comparison sees it: 30 bits of a hash of its folded form, and two marks.
///
/// The hash is FNV-1a (draft-eastlake-fnv), without a seed, so that words of different runs compare.
struct Word: Equatable, Sendable {
    let bits: UInt32

    private static let capital: UInt32 = 1
    private static let number: UInt32 = 2
    static let basis: UInt32 = 0x811c_9dc5
    private static let prime: UInt32 = 0x0100_0193

    init(bits: UInt32) {
        self.bits = bits
    }

    init(hash: UInt32, isNumber: Bool, isCapitalised: Bool) {
        // The low bits of FNV are its weakest; fold the high ones in before two make room for the marks.
        let mixed = (hash ^ hash >> 15) << 2
        bits = mixed | (isNumber ? Self.number : 0) | (isCapitalised ? Self.capital : 0)
    }

    /// What is compared: all but the capital, which differs between a headline and a sentence.
    var key: UInt32 { bits & ~Self.capital }
    /// Holds a digit, or is a small number in letters.
    var isNumber: Bool { bits & Self.number != 0 }
    /// Begins with a capital within a sentence, as names do.
    var isCapitalised: Bool { bits & Self.capital != 0 }
    /// What tells one report from another that has the same wording.
    var isFact: Bool { bits & 3 != 0 }

    @inline(__always)
    static func hash(_ hash: UInt32, _ byte: UInt8) -> UInt32 {
        (hash ^ UInt32(byte)) &* prime
    }

    static func == (one: Word, other: Word) -> Bool { one.key == other.key }
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
    var hash: UInt64 {
        var hash: UInt64 = 0x9e37_79b9_7f4a_7c15
        for word in self {
            hash = (hash ^ UInt64(word.key)) &* 0xff51_afd7_ed55_8ccd
            hash ^= hash >> 29
        }
        return mixed(hash)
    }
}
