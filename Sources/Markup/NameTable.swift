/// A small fixed map from ASCII names, compared without case, to values: open addressing over packed bytes.
///
/// Its slots are never freed: tables are constants of the program, and counting references to them cost more than asking them.
struct NameTable<Value: Sendable>: @unchecked Sendable {
    private let slots: UnsafePointer<(key: UInt64, value: Value?)>
    private let mask: Int

    init(_ entries: [(name: String, value: Value)]) {
        var size = 16
        while size < entries.count * 4 { size *= 2 }
        let slots = UnsafeMutablePointer<(key: UInt64, value: Value?)>.allocate(capacity: size)
        slots.initialize(repeating: (0, nil), count: size)
        for entry in entries {
            let key = Array(entry.name.utf8).withUnsafeBufferPointer { Self.key($0) }
            var slot = Self.slot(key) & (size - 1)
            while slots[slot].key != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = (key, entry.value)
        }
        self.slots = UnsafePointer(slots)
        mask = size - 1
    }

    subscript(name: UnsafeBufferPointer<UInt8>) -> Value? {
        let key = Self.key(name)
        guard key != 0 else { return nil }
        var slot = Self.slot(key) & mask
        while slots[slot].key != 0 {
            if slots[slot].key == key { return slots[slot].value }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private static func slot(_ key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 40)
    }

    /// Packs a name of up to 16 bytes; longer ones have no key. Names of up to 11 bytes are told apart exactly.
    private static func key(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
        guard !name.isEmpty, name.count <= 16 else { return 0 }
        var key: UInt64 = 0
        for byte in name {
            let symbol: UInt64
            switch byte {
            case 0x41...0x5a: symbol = UInt64(byte - 0x40)
            case 0x61...0x7a: symbol = UInt64(byte - 0x60)
            case 0x30...0x39: symbol = 27 + UInt64(byte - 0x30)
            case 0x2d: symbol = 37
            default: return 0
            }
            key = key &* 38 &+ symbol
        }
        return key
    }
}
