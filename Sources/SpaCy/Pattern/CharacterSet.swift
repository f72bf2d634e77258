/// A class of Python's regular expressions, such as `[A-Za-z\d]`.
struct CharacterSet {
    enum Category {
        case decimal, word, space, notDecimal, notWord, notSpace

        func contains(_ scalar: UInt32) -> Bool {
            switch self {
            case .decimal: UnicodeClasses.isDecimal(scalar)
            case .word: UnicodeClasses.isWord(scalar)
            case .space: UnicodeClasses.isSpace(scalar)
            case .notDecimal: !UnicodeClasses.isDecimal(scalar)
            case .notWord: !UnicodeClasses.isWord(scalar)
            case .notSpace: !UnicodeClasses.isSpace(scalar)
            }
        }
    }

    /// Members below U+0080, one bit each.
    let ascii: SIMD2<UInt64>
    /// Whether any other scalar can be a member.
    let hasOthers: Bool
    private let ranges: [ClosedRange<UInt32>]
    private let categories: [Category]
    private let isNegated: Bool
    private let ignoresCase: Bool

    init(_ ranges: [ClosedRange<UInt32>], _ categories: [Category] = [], isNegated: Bool = false, ignoresCase: Bool) {
        var merged: [ClosedRange<UInt32>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = merged.last, range.lowerBound <= last.upperBound {
                merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        self.ranges = merged
        self.categories = categories
        self.isNegated = isNegated
        self.ignoresCase = ignoresCase
        hasOthers = isNegated || !categories.isEmpty || ignoresCase || (merged.last?.upperBound ?? 0) >= 0x80
        var bits = SIMD2<UInt64>()
        for scalar in UInt32(0)..<128
        where Self.contains(scalar, merged, categories, ignoresCase) != isNegated {
            bits[Int(scalar >> 6)] |= 1 << UInt64(scalar & 63)
        }
        ascii = bits
    }

    @inline(__always) func contains(_ scalar: UInt32) -> Bool {
        if scalar < 128 { return (scalar < 64 ? ascii.x : ascii.y) >> UInt64(scalar & 63) & 1 != 0 }
        return Self.contains(scalar, ranges, categories, ignoresCase) != isNegated
    }

    private static func contains(
        _ scalar: UInt32, _ ranges: [ClosedRange<UInt32>], _ categories: [Category], _ ignoresCase: Bool
    ) -> Bool {
        if isIn(ranges, scalar) || categories.contains(where: { $0.contains(scalar) }) { return true }
        guard ignoresCase, let scalar = Unicode.Scalar(scalar) else { return false }
        let properties = scalar.properties
        return [properties.lowercaseMapping, properties.uppercaseMapping].contains {
            $0.unicodeScalars.count == 1 && isIn(ranges, $0.unicodeScalars.first?.value ?? scalar.value)
        }
    }

    private static func isIn(_ ranges: [ClosedRange<UInt32>], _ scalar: UInt32) -> Bool {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound < scalar { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].contains(scalar)
    }
}
