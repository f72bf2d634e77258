import Extraction

/// Numbers the features that are seen often enough.
struct FeatureIndex {
    private(set) var features: [Feature] = []
    private var numbers: [Feature: Int32] = [:]
    /// Saturating counts by hash: two rare features that share one are kept too.
    private var sketch = [UInt8](repeating: 0, count: 1 << 26)
    private let leastCount: UInt8
    private let without: Set<Feature.Group>

    init(leastCount: Int, without: Set<Feature.Group>) {
        self.leastCount = UInt8(clamping: leastCount)
        self.without = without
    }

    mutating func count(_ list: [Feature]) {
        for feature in list {
            let place = Int(truncatingIfNeeded: feature.bits >> 9) & (sketch.count - 1)
            if sketch[place] < 255 { sketch[place] += 1 }
        }
    }

    /// The numbers of the features that count; call after all have been counted.
    mutating func numbers(_ list: [Feature], into result: inout [Int32]) {
        for feature in list {
            guard sketch[Int(truncatingIfNeeded: feature.bits >> 9) & (sketch.count - 1)] >= leastCount else {
                continue
            }
            if let group = feature.group, without.contains(group) { continue }
            if let number = numbers[feature] {
                result.append(number)
            } else {
                let number = Int32(features.count)
                numbers[feature] = number
                features.append(feature)
                result.append(number)
            }
        }
    }
}
