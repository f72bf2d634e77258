/// Sorts numbers by a key of 64 bits that each has.
enum KeyOrder {
    /// Ascending by key, those of one key by number. Numbers below 2^32.
    static func ascending(_ numbers: some Sequence<Int>, key: (Int) -> UInt64) -> [UInt32] {
        var sorted = numbers.map { key($0) & 0xffff_ffff_0000_0000 | UInt64($0) }
        RadixSort.sort(&sorted, from: 32)
        var order = sorted.map { UInt32(truncatingIfNeeded: $0) }
        var start = 0
        while start < order.count {
            var end = start + 1
            while end < order.count, sorted[end] >> 32 == sorted[start] >> 32 { end += 1 }
            if end - start > 1 {
                order[start..<end].sort { (key(Int($0)), $0) < (key(Int($1)), $1) }
            }
            start = end
        }
        return order
    }
}
