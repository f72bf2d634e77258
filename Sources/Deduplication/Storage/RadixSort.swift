/// Sorts by bytes from the lowest to the highest (LSD radix sort): several times faster than by comparison, and stable.
enum RadixSort {
    /// - Parameters:
    ///   - scratch: of the same count; its contents are lost.
    ///   - byte: the lowest that counts, 0 to 7. Elements that differ only below keep their order.
    static func sort(
        _ values: UnsafeMutableBufferPointer<UInt64>, scratch: UnsafeMutableBufferPointer<UInt64>, from byte: Int
    ) {
        var (source, target) = (values, scratch)
        for digit in byte..<8 {
            let shift = UInt64(8 * digit)
            let isMoved = withUnsafeTemporaryAllocation(of: Int.self, capacity: 256) { starts in
                starts.initialize(repeating: 0)
                for value in source { starts[Int(value >> shift & 0xff)] += 1 }
                if starts.contains(source.count) { return false }
                var start = 0
                for index in 0..<256 { (starts[index], start) = (start, start + starts[index]) }
                for value in source {
                    let bucket = Int(value >> shift & 0xff)
                    target[starts[bucket]] = value
                    starts[bucket] += 1
                }
                return true
            }
            if isMoved { swap(&source, &target) }
        }
        if source.baseAddress != values.baseAddress, values.count > 0 { _ = values.update(from: source) }
    }
}
