extension RandomAccessCollection {
    /// Where the elements begin for which something holds, in a collection in which it holds for all behind the first of
    /// them; the end where it holds for none. Takes logarithmic time.
    @inlinable
    public func partitioningIndex(where belongsBehind: (Element) throws -> Bool) rethrows -> Index {
        var low = startIndex
        var count = self.count
        while count > 0 {
            let half = count / 2
            let middle = index(low, offsetBy: half)
            if try belongsBehind(self[middle]) {
                count = half
            } else {
                low = index(after: middle)
                count -= half + 1
            }
        }
        return low
    }
}
