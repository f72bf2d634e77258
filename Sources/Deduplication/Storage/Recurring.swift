/// Which keys occur more than once, or may do so: a bit for those seen and one for those seen again, by the low bits of
/// each key's hash. Most shingles stand in one text alone, and need not be sorted.
struct Recurring {
    private var seen: [UInt64]
    private var again: [UInt64]
    private let mask: UInt64

    /// - Parameter keys: a 32-bit hash above another number.
    init(_ keys: [UInt64]) {
        // Eight bits a key: one in eight of those that occur once is kept.
        var size = 64
        while size < 8 * keys.count { size *= 2 }
        let mask = UInt64(size - 1)
        self.mask = mask
        seen = [UInt64](repeating: 0, count: size / 64)
        again = seen
        seen.withUnsafeMutableBufferPointer { seen in
            again.withUnsafeMutableBufferPointer { again in
                for key in keys {
                    let place = key &>> 32 & mask
                    let (word, bit) = (Int(truncatingIfNeeded: place &>> 6), 1 as UInt64 &<< (place & 63))
                    again[word] |= seen[word] & bit
                    seen[word] |= bit
                }
            }
        }
    }

    /// Takes out keys that occur once, in place.
    func keep(in keys: inout [UInt64]) {
        var kept = 0
        keys.withUnsafeMutableBufferPointer { keys in
            again.withUnsafeBufferPointer { again in
                for key in keys {
                    let place = key &>> 32 & mask
                    keys[kept] = key
                    kept &+= Int(truncatingIfNeeded: again[Int(truncatingIfNeeded: place &>> 6)] &>> (place & 63) & 1)
                }
            }
        }
        keys.removeLast(keys.count - kept)
    }
}
