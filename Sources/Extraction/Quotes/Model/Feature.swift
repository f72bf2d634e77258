/// One observation at a token: 56 bits of its hash above 8 bits of its template.
package struct Feature: Hashable, Sendable {
    package let bits: UInt64

    /// What a feature looks at; the trainer can leave a group out.
    package enum Group: UInt8, CaseIterable, Sendable {
        case words
        case affixes
        case categories
        case lexicon
        case quotation
        case names
        case position
        case rules
        case distance
        case between
        case cue
    }

    package var group: Group? { Group(rawValue: UInt8(truncatingIfNeeded: bits) >> 4) }

    /// Up to 16 templates a group.
    @inline(__always)
    init(_ group: Group, _ template: UInt8, _ value: UInt64) {
        let seed = UInt64(group.rawValue << 4 | template)
        let mixed = (value ^ value >> 32 ^ seed &* 0x9e37_79b9_7f4a_7c15) &* 0xbf58_476d_1ce4_e5b9
        bits = (mixed ^ mixed >> 29) & ~0xff | seed
    }
}

/// Joins values to one, so that different joins hardly ever meet.
enum FeatureHash {
    @inline(__always)
    static func join(_ one: UInt64, _ other: UInt64) -> UInt64 {
        (one &+ 0x632b_e59b_d9b4_e019) &* 0xff51_afd7_ed55_8ccd ^ (other &+ 0x9e37) &* 0xc4ce_b9fe_1a85_ec53
    }

    @inline(__always)
    static func join(_ one: UInt64, _ other: UInt64, _ third: UInt64) -> UInt64 { join(join(one, other), third) }
}

/// What takes features: weights when a model runs, a list when it is trained.
protocol FeatureSink {
    mutating func add(_ feature: Feature)
}

extension FeatureSink {
    @inline(__always)
    mutating func add(_ group: Feature.Group, _ template: UInt8, _ value: UInt64) {
        add(Feature(group, template, value))
    }
}

/// Keeps features for training.
struct FeatureList: FeatureSink {
    var features: [Feature] = []

    mutating func add(_ feature: Feature) { features.append(feature) }
}
