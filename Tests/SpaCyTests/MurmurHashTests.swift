import SpaCy
import Testing

/// Expectations come from spaCy's `hash_string` and thinc's `NumpyOps.hash`.
@Suite struct MurmurHashTests {
    @Test(
        arguments: [
            ("a", 11_901_859_001_352_538_922), ("Apple", 6_418_411_030_699_964_375),
            ("naïve", 16_224_804_062_388_677_344), ("12345678", 9_871_996_032_675_327_904),
            ("123456789", 2_056_675_840_866_671_865),
        ] as [(String, UInt64)])
    func strings(_ string: String, _ hash: UInt64) {
        #expect(Array(string.utf8).withUnsafeBufferPointer { MurmurHash.hash64A($0, seed: 1) } == hash)
    }

    @Test(
        arguments: [
            (0, [0, 0, 0, 0]),
            (1, [1_161_550_108, 2_247_783_286, 1_742_325_162, 1_224_191_281]),
            (12_345_678_901_234_567_890, [825_681_028, 3_746_740_173, 3_386_005_190, 3_472_626_611]),
            (UInt64.max, [2_488_739_950, 2_974_852_181, 1_585_626_277, 2_314_794_624]),
        ] as [(UInt64, [UInt32])])
    func numbers(_ value: UInt64, _ hash: [UInt32]) {
        #expect(MurmurHash.hash128(value, seed: 8) == SIMD4(hash))
    }
}
