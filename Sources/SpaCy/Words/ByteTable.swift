import Glibc

/// Byte strings numbered in the order in which they came, found by open addressing.
struct ByteTable {
    private var slots: [Int32]
    private var hashes: [UInt64] = []
    private var ends: [Int] = []
    private var bytes: [UInt8] = []

    init(minimumCapacity: Int = 1024) { slots = Array(repeating: -1, count: minimumCapacity * 2) }

    var count: Int { ends.count }

    /// Bytes that all the strings take.
    var byteCount: Int { bytes.count }

    func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }

    func withBytes<Value>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value {
        bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range(index)])) }
    }

    func find(_ key: UnsafeBufferPointer<UInt8>) -> Int? {
        let index = slots[slot(key, Self.hash(key))]
        return index < 0 ? nil : Int(index)
    }

    /// The number of a string that is there already, or is added now.
    mutating func insert(_ key: UnsafeBufferPointer<UInt8>) -> Int {
        let hash = Self.hash(key)
        let slot = slot(key, hash)
        if slots[slot] >= 0 { return Int(slots[slot]) }
        slots[slot] = Int32(count)
        hashes.append(hash)
        bytes.append(contentsOf: key)
        ends.append(bytes.count)
        if count * 2 > slots.count { rebuild(slots.count * 2) }
        return count - 1
    }

    /// Forgets all strings but the first ones.
    mutating func truncate(to count: Int) {
        hashes.removeLast(self.count - count)
        ends.removeLast(self.count - count)
        bytes.removeLast(bytes.count - (ends.last ?? 0))
        rebuild(slots.count)
    }

    private mutating func rebuild(_ capacity: Int) {
        slots = Array(repeating: -1, count: capacity)
        for (index, hash) in hashes.enumerated() {
            var slot = Int(truncatingIfNeeded: hash) & (capacity - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (capacity - 1) }
            slots[slot] = Int32(index)
        }
    }

    /// Where a key stands, or the free slot where it would.
    @inline(__always) private func slot(_ key: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while true {
            let index = Int(slots[slot])
            if index < 0 { return slot }
            if hashes[index] == hash, holds(index, key) { return slot }
            slot = (slot + 1) & mask
        }
    }

    @inline(__always) private func holds(_ index: Int, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
        let range = range(index)
        guard range.count == key.count else { return false }
        guard let start = key.baseAddress, !key.isEmpty else { return true }
        return bytes.withUnsafeBufferPointer { stored in
            stored.baseAddress.map { memcmp($0 + range.lowerBound, start, key.count) == 0 } ?? false
        }
    }

    @inline(__always) private static func hash(_ key: UnsafeBufferPointer<UInt8>) -> UInt64 {
        MurmurHash.hash64A(key, seed: 0x5bd1_e995)
    }
}
