/// Sorts by digits of eleven bits from the lowest to the highest (LSD radix sort): several times faster than by comparison,
/// and stable.
enum RadixSort {
    private static let bits: UInt64 = 11
    private static let buckets = 1 << 11

    /// - Parameters:
    ///   - scratch: of the same count; its contents are lost.
    ///   - bit: the lowest that counts, 0 to 63. Elements that differ only below keep their order.
    static func sort(
        _ values: UnsafeMutableBufferPointer<UInt64>, scratch: UnsafeMutableBufferPointer<UInt64>, from bit: UInt64
    ) {
        let shifts = Array(stride(from: bit, to: 64, by: Int(bits)))
        var counts = [Int](repeating: 0, count: shifts.count * buckets)
        counts.withUnsafeMutableBufferPointer { counts in
            for value in values {
                for digit in shifts.indices { counts[digit * buckets + bucket(value, shifts[digit])] += 1 }
            }
            var (source, target) = (values, scratch)
            for (digit, shift) in shifts.enumerated() {
                let starts = UnsafeMutableBufferPointer(rebasing: counts[digit * buckets..<(digit + 1) * buckets])
                guard let any = source.first, starts[bucket(any, shift)] < source.count else { continue }
                var start = 0
                for index in 0..<buckets { (starts[index], start) = (start, start + starts[index]) }
                for value in source {
                    let bucket = bucket(value, shift)
                    target[starts[bucket]] = value
                    starts[bucket] += 1
                }
                swap(&source, &target)
            }
            if source.baseAddress != values.baseAddress { _ = values.update(from: source) }
        }
    }

    @inline(__always)
    private static func bucket(_ value: UInt64, _ shift: UInt64) -> Int { Int(value &>> shift & UInt64(buckets - 1)) }
}
