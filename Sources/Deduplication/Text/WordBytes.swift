/// Tells the bytes of plain words, ASCII letters and digits, from all others: 64 bytes at a time, eight of them at once
/// (SIMD within a register: Lamport, "Multiple byte processing with full-word instructions", CACM 1975).
enum WordBytes {
    /// A bit for each of up to 64 bytes from `start` on, the first one lowest; none from `end` on.
    @inline(never)
    static func marks(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> UInt64 {
        guard let base = UnsafeRawPointer(bytes.baseAddress), start < end else { return 0 }
        let count = min(64, end &- start)
        var marks: UInt64 = 0
        var offset = 0
        let whole = min(count, bytes.count &- start &- 7)
        while offset < whole {
            let chunk = base.loadUnaligned(fromByteOffset: start &+ offset, as: UInt64.self)
            marks |= gathered(wordBytes(chunk)) &<< UInt64(truncatingIfNeeded: offset)
            offset &+= 8
        }
        while offset < count {
            if contains(bytes[start &+ offset]) { marks |= 1 &<< UInt64(truncatingIfNeeded: offset) }
            offset &+= 1
        }
        return marks & UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- count)
    }

    /// Letters and digits at the beginning of eight bytes.
    struct Run {
        let count: Int
        let digits: Int
        /// In lower case, zeros behind them.
        let folded: UInt64

        init(_ chunk: UInt64, most: Int) {
            count = min(most, (~wordBytes(chunk) & all(0x80)).trailingZeroBitCount >> 3)
            let mask = count == 0 ? 0 : UInt64.max &>> UInt64(truncatingIfNeeded: 64 - 8 * count)
            folded = (chunk | all(0x20)) & mask
            // Of the bytes of words, those without this bit are digits.
            digits = Int(((~chunk & all(0x40) & mask) &>> 6 &* all(1)) &>> 56)
        }
    }

    @inline(__always)
    static func contains(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
    }

    /// The high bit of each byte that is a letter or a digit.
    @inline(__always)
    private static func wordBytes(_ chunk: UInt64) -> UInt64 {
        let ascii = chunk & all(0x7f)
        let folded = ascii | all(0x20)
        let letters = (folded &+ all(0x80 - UInt8(ascii: "a"))) & ~(folded &+ all(0x7f - UInt8(ascii: "z")))
        let digits = (ascii &+ all(0x80 - UInt8(ascii: "0"))) & ~(ascii &+ all(0x7f - UInt8(ascii: "9")))
        return (letters | digits) & ~chunk & all(0x80)
    }

    /// The high bits of eight bytes side by side.
    @inline(__always)
    private static func gathered(_ marks: UInt64) -> UInt64 {
        ((marks &>> 7) &* 0x0102_0408_1020_4080) &>> 56
    }

    /// A byte eight times.
    @inline(__always)
    static func all(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }
}
