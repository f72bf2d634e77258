/// Finds members by key: their numbers in the order of keys, with the beginnings of equal leading bits.
struct KeyIndex {
    private let order: [UInt32]
    private let starts: [UInt32]
    private let shift: UInt64
    /// Numbers whose key a later one has too.
    let superseded: [Int]

    /// - Parameter key: of each number in `range`.
    init(_ range: Range<Int>, key: (Int) -> UInt64) {
        var bits: UInt64 = 1
        while bits < 20, 1 << bits < range.count { bits += 1 }
        let shift = 64 - bits
        var sorted = range.map { key($0) & 0xffff_ffff_0000_0000 | UInt64($0) }
        RadixSort.sort(&sorted, from: 32)
        order = sorted.map { UInt32(truncatingIfNeeded: $0) }
        var starts = [UInt32](repeating: 0, count: (1 << bits) + 1)
        for value in sorted { starts[Int(value >> shift) + 1] += 1 }
        for index in 1..<starts.count { starts[index] += starts[index - 1] }
        self.starts = starts
        self.shift = shift
        superseded = sorted.indices.dropLast().filter { place in
            guard sorted[place] >> 32 == sorted[place + 1] >> 32 else { return false }
            let wanted = key(Int(sorted[place] & 0xffff_ffff))
            return sorted[(place + 1)...].prefix { $0 >> 32 == sorted[place] >> 32 }
                .contains { key(Int($0 & 0xffff_ffff)) == wanted }
        }.map { Int(sorted[$0] & 0xffff_ffff) }
    }

    /// The last number that has the key.
    func last(_ wanted: UInt64, key: (Int) -> UInt64) -> Int? {
        let bucket = Int(wanted >> shift)
        for place in stride(from: Int(starts[bucket + 1]) - 1, through: Int(starts[bucket]), by: -1) {
            let number = Int(order[place])
            if key(number) == wanted { return number }
        }
        return nil
    }
}
