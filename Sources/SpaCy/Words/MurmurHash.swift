/// The hashes by Austin Appleby that spaCy and thinc use (https://github.com/aappleby/smhasher).
public enum MurmurHash {
    /// MurmurHash64A, the second generation's 64-bit hash.
    public static func hash64A(_ bytes: UnsafeBufferPointer<UInt8>, seed: UInt64) -> UInt64 {
        let m: UInt64 = 0xc6a4_a793_5bd1_e995
        let raw = UnsafeRawBufferPointer(bytes)
        var hash = seed ^ (UInt64(raw.count) &* m)
        var index = 0
        while index + 8 <= raw.count {
            var k = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) &* m
            k ^= k >> 47
            hash = (hash ^ (k &* m)) &* m
            index += 8
        }
        if index < raw.count {
            for (shift, byte) in raw[index...].enumerated() { hash ^= UInt64(byte) << UInt64(8 * shift) }
            hash = hash &* m
        }
        hash = (hash ^ hash >> 47) &* m
        return hash ^ hash >> 47
    }

    /// MurmurHash3_x64_128 of the eight bytes of an integer, as four 32-bit words (thinc's `Ops.hash`).
    public static func hash128(_ value: UInt64, seed: UInt32) -> SIMD4<UInt32> {
        func finished(_ k: UInt64) -> UInt64 {
            var k = (k ^ k >> 33) &* 0xff51_afd7_ed55_8ccd
            k = (k ^ k >> 33) &* 0xc4ce_b9fe_1a85_ec53
            return k ^ k >> 33
        }
        var first = value &* 0x87c3_7b91_1142_53d5
        first = (first << 31 | first >> 33) &* 0x4cf5_ad43_2745_937f
        var second = UInt64(seed) ^ 8
        first = (first ^ UInt64(seed) ^ 8) &+ second
        second = second &+ first
        first = finished(first)
        second = finished(second)
        first = first &+ second
        second = second &+ first
        return SIMD4(
            UInt32(truncatingIfNeeded: first), UInt32(first >> 32),
            UInt32(truncatingIfNeeded: second), UInt32(second >> 32))
    }
}
