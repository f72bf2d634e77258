/// The weights of one sequence model: for each feature nine bytes, found by its hash without a branch, so that the
/// processor reads many at once.
///
/// Layout, little-endian: buckets as UInt32, scale as Float32, four UInt16 checks for each bucket (0: empty), nine bytes for
/// each check (128 stands for 0), nine for a feature that is in none, eight of padding.
package struct FeatureWeights: Sendable {
    private let base: UInt
    private let buckets: Int
    package let scale: Float

    package static let lanes = SequenceLattice.edges
    private static let bucketSize = 4

    /// The memory must stay for as long as the process runs.
    package init?(_ memory: UnsafeRawBufferPointer) {
        guard memory.count > 8, let address = memory.baseAddress else { return nil }
        let buckets = Int(memory.loadUnaligned(fromByteOffset: 0, as: UInt32.self))
        guard buckets > 0, memory.count >= Self.size(buckets) else { return nil }
        scale = memory.loadUnaligned(fromByteOffset: 4, as: Float.self)
        self.buckets = buckets
        base = UInt(bitPattern: address)
    }

    package static func size(_ buckets: Int) -> Int {
        8 + bucketSize * buckets * (2 + lanes) + lanes + 8
    }

    /// The bytes of weights given by feature; where a bucket is full, later ones are left out.
    package static func table(_ weights: [(feature: Feature, values: [Int8])], scale: Float) -> [UInt8] {
        let buckets = weights.count * 2 / 5 + 4
        let rows = 8 + 2 * bucketSize * buckets
        var bytes = [UInt8](repeating: 0, count: size(buckets))
        func put(_ value: UInt32, at offset: Int) {
            for byte in 0..<4 { bytes[offset + byte] = UInt8(truncatingIfNeeded: value >> UInt32(8 * byte)) }
        }
        put(UInt32(buckets), at: 0)
        put(scale.bitPattern, at: 4)
        for place in rows..<rows + lanes * (bucketSize * buckets + 1) { bytes[place] = 128 }
        for (feature, values) in weights {
            let check = check(feature)
            let first = bucketSize * place(feature, buckets)
            for slot in first..<first + bucketSize where bytes[8 + 2 * slot] == 0 && bytes[9 + 2 * slot] == 0 {
                bytes[8 + 2 * slot] = UInt8(truncatingIfNeeded: check)
                bytes[9 + 2 * slot] = UInt8(truncatingIfNeeded: check >> 8)
                for (lane, value) in values.enumerated() {
                    bytes[rows + lanes * slot + lane] = UInt8(truncatingIfNeeded: Int(value) + 128)
                }
                break
            }
        }
        return bytes
    }

    @inline(__always)
    private static func place(_ feature: Feature, _ buckets: Int) -> Int {
        Int(truncatingIfNeeded: ((feature.bits >> 32) &* UInt64(truncatingIfNeeded: buckets)) >> 32)
    }

    @inline(__always)
    private static func check(_ feature: Feature) -> UInt16 { UInt16(truncatingIfNeeded: feature.bits >> 12) | 1 }

    /// Adds a feature's weights to a sum, in whole steps of `scale`.
    @inline(__always)
    func add(_ feature: Feature, to sum: inout WeightSum.Steps) {
        guard let start = UnsafeRawPointer(bitPattern: base &+ 8) else { return }
        let ones: UInt64 = 0x0001_0001_0001_0001
        let bucket = Self.place(feature, buckets)
        let checks = start.loadUnaligned(fromByteOffset: 8 &* bucket, as: UInt64.self)
        // The lowest check that is equal becomes 0, and borrows (Warren, Hacker's Delight, 6-1).
        let rest = checks ^ UInt64(Self.check(feature)) &* ones
        let equal = (rest &- ones) & ~rest & (ones &<< 15)
        let found = Self.bucketSize &* bucket &+ equal.trailingZeroBitCount &>> 4
        let row = equal == 0 ? Self.bucketSize &* buckets : found
        let pairs = start.loadUnaligned(
            fromByteOffset: 8 &* buckets &+ Self.lanes &* row, as: SIMD8<UInt16>.self)
        sum.even &+= pairs & 0xff
        sum.odd &+= pairs &>> 8
        sum.count &+= 1
    }
}

/// Sums the weights of features.
struct WeightSum: FeatureSink {
    /// The bytes of each pair of lanes, the lower in `even`; each holds 128 too many for each feature.
    struct Steps {
        var even = SIMD8<UInt16>()
        var odd = SIMD8<UInt16>()
        var count: UInt16 = 0
    }

    let weights: FeatureWeights
    var steps = Steps()

    @inline(__always)
    mutating func add(_ feature: Feature) { weights.add(feature, to: &steps) }

    var scores: SequenceLattice.Scores {
        let even = SIMD8<Int16>(truncatingIfNeeded: steps.even &- 128 &* steps.count)
        let odd = SIMD8<Int16>(truncatingIfNeeded: steps.odd &- 128 &* steps.count)
        var scores = SequenceLattice.Scores()
        for pair in 0..<4 {
            scores[2 * pair] = Float(even[pair])
            scores[2 * pair + 1] = Float(odd[pair])
        }
        scores[8] = Float(even[4])
        return scores * weights.scale
    }
}
