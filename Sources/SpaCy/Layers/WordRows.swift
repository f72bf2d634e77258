/// What the encoder knows of a form by itself, in a table of fixed size. The form least lately looked at by a moving
/// hand gives way to a new one; what a block needs stays until the block is done.
struct WordRows {
    /// The slot of the zero row, which stands around a document.
    static let padding: Int32 = 0

    let stride: Int
    let rows: FloatBuffer
    private let capacity: Int
    private var slots: [Int32] = []
    private var owners: [Int32]
    private var stamps: [UInt32]
    private var used = 1
    private var hand = 1
    private var block: UInt32 = 0

    init(stride: Int, capacity: Int) {
        self.stride = stride
        self.capacity = capacity
        rows = FloatBuffer(stride * capacity)
        owners = Array(repeating: -1, count: capacity)
        stamps = Array(repeating: 0, count: capacity)
    }

    mutating func beginBlock() { block += 1 }

    /// Forgets all.
    mutating func clear() {
        slots.removeAll(keepingCapacity: true)
        used = 1
        hand = 1
    }

    /// The slot of a key, and whether its row is still to be computed.
    @inline(__always) mutating func slot(_ key: Int) -> (slot: Int32, isNew: Bool) {
        if key < slots.count, slots[key] > 0 {
            let slot = slots[key]
            stamps[Int(slot)] = block
            return (slot, false)
        }
        return (assign(key), true)
    }

    private mutating func assign(_ key: Int) -> Int32 {
        if key >= slots.count { slots.append(contentsOf: repeatElement(0, count: key + 1024 - slots.count)) }
        let slot: Int
        if used < capacity {
            slot = used
            used += 1
        } else {
            // A row that was looked at in the last blocks is passed by.
            while block &- stamps[hand] < 8 && stamps[hand] != 0 { advance() }
            slot = hand
            slots[Int(owners[slot])] = 0
            advance()
        }
        owners[slot] = Int32(key)
        stamps[slot] = block
        slots[key] = Int32(slot)
        return Int32(slot)
    }

    private mutating func advance() { hand = hand + 1 == capacity ? 1 : hand + 1 }
}
