/// Hashes of paragraphs that are boilerplate.
struct BoilerplateTable {
    private var hashes: Set<UInt32> = []
    /// A bit for the low 16 bits of each hash, since most paragraphs are none.
    private var filter = [UInt64](repeating: 0, count: 1 << 10)

    var isEmpty: Bool { hashes.isEmpty }

    @inline(__always)
    func contains(_ hash: UInt32) -> Bool {
        filter[Int(hash & 0xffff) >> 6] &>> UInt64(hash & 63) & 1 == 1 && hashes.contains(hash)
    }

    mutating func insert(_ hash: UInt32) {
        hashes.insert(hash)
        filter[Int(hash & 0xffff) >> 6] |= 1 << UInt64(hash & 63)
    }

    mutating func remove(_ hash: UInt32) { hashes.remove(hash) }
}
