/// The weights of one sequence model: for each feature nine bytes, found by its hash.
///
/// Layout, little-endian: slots as UInt32, scale as Float32, a UInt16 check for each slot (0: empty), nine bytes for each
/// slot (128 stands for 0), eight bytes of padding. A feature lies in the first slot from its own on that has its check.
package struct FeatureWeights: Sendable {
    private let base: UInt
    private let slots: Int
    package let scale: Float

    package static let lanes = SequenceLattice.edges
    private static let maxProbes = 8

    /// The memory must stay for as long as the process runs.
    package init?(_ memory: UnsafeRawBufferPointer) {
        guard memory.count > 8, let address = memory.baseAddress else { return nil }
        let slots = Int(memory.loadUnaligned(fromByteOffset: 0, as: UInt32.self))
        guard slots > Self.maxProbes, memory.count >= Self.size(slots) else { return nil }
        scale = memory.loadUnaligned(fromByteOffset: 4, as: Float.self)
        self.slots = slots
        base = UInt(bitPattern: address)
    }

    package static func size(_ slots: Int) -> Int { 8 + slots * (2 + lanes) + 8 }

    /// The bytes of weights given by feature.
    package static func table(_ weights: [(feature: Feature, values: [Int8])], scale: Float) -> [UInt8] {
        let slots = weights.count * 4 / 3 + 16
        var bytes = [UInt8](repeating: 0, count: size(slots))
        func put(_ value: UInt32, at offset: Int) {
            for byte in 0..<4 { bytes[offset + byte] = UInt8(truncatingIfNeeded: value >> UInt32(8 * byte)) }
        }
        put(UInt32(slots), at: 0)
        put(scale.bitPattern, at: 4)
        for (feature, values) in weights {
            let check = check(feature)
            for probe in 0..<maxProbes {
                let slot = (place(feature, slots) + probe) % slots
                guard bytes[8 + 2 * slot] == 0, bytes[9 + 2 * slot] == 0 else { continue }
                bytes[8 + 2 * slot] = UInt8(truncatingIfNeeded: check)
                bytes[9 + 2 * slot] = UInt8(truncatingIfNeeded: check >> 8)
                for (lane, value) in values.enumerated() {
                    bytes[8 + 2 * slots + lanes * slot + lane] = UInt8(truncatingIfNeeded: Int(value) + 128)
                }
                break
            }
        }
        return bytes
    }

    @inline(__always)
    private static func place(_ feature: Feature, _ slots: Int) -> Int {
        Int(truncatingIfNeeded: ((feature.bits >> 32) &* UInt64(truncatingIfNeeded: slots)) >> 32)
    }

    @inline(__always)
    private static func check(_ feature: Feature) -> UInt16 { UInt16(truncatingIfNeeded: feature.bits >> 12) | 1 }

    /// Adds a feature's weights to a sum, in whole steps of `scale`.
    @inline(__always)
    func add(_ feature: Feature, to sum: inout WeightSum.Steps) {
        guard let checks = UnsafeRawPointer(bitPattern: base + 8) else { return }
        let check = Self.check(feature)
        var slot = Self.place(feature, slots)
        for _ in 0..<Self.maxProbes {
            let found = checks.loadUnaligned(fromByteOffset: 2 &* slot, as: UInt16.self)
            if found == 0 { return }
            if found == check {
                let pairs = checks.loadUnaligned(
                    fromByteOffset: 2 &* slots &+ Self.lanes &* slot, as: SIMD8<UInt16>.self)
                sum.even &+= pairs & 0xff
                sum.odd &+= pairs &>> 8
                sum.count &+= 1
                return
            }
            slot = slot &+ 1 == slots ? 0 : slot &+ 1
        }
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
