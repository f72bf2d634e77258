/// A gradient-boosted ensemble of decision trees over rows of features, read without walking the trees (QuickScorer, Lucchese
/// et al., SIGIR 2015): each feature's splits are passed in the order of their thresholds, and every split that a row goes right
/// at strikes the leaves on its left. The first leaf left of each tree is the row's.
public struct TreeEnsemble: Sendable {
    /// Leaves of a tree, at most: one bit each.
    public static let leafLimit = 64

    private struct Split {
        var threshold: Float
        var tree: Int32
        /// The leaves that remain of a row whose feature is above the threshold.
        var kept: UInt64
    }

    private static let leaf: UInt8 = 255

    /// By feature, and within one by threshold.
    private var splits: [Split] = []
    /// For each feature that is asked, where its splits end.
    private var features: [(feature: Int, end: Int)] = []
    private var leaves: [Float] = []
    /// Where each tree's leaves begin.
    private var trees: [Int] = []

    /// How many features a row has at least.
    public private(set) var width = 0

    /// Reads trees one after another, children left first, four bytes a node: feature (255 for a leaf), distance to the right
    /// child, threshold or leaf value as binary16, low byte first.
    public init(_ bytes: [UInt8]) {
        var byFeature = [[Split]](repeating: [], count: 256)
        var next = 0
        /// Reads the subtree that begins at the next node.
        func read() {
            guard next + 4 <= bytes.count else { return }
            let feature = bytes[next]
            let value = Self.float(UInt16(bytes[next + 2]) | UInt16(bytes[next + 3]) << 8)
            next += 4
            guard feature != Self.leaf else { return leaves.append(value) }
            let (tree, first) = (trees.count - 1, leaves.count - trees[trees.count - 1])
            read()
            let last = leaves.count - trees[tree]
            let left: UInt64 = (last < Self.leafLimit ? 1 << UInt64(last) : 0) &- 1 << UInt64(first)
            byFeature[Int(feature)].append(Split(threshold: value, tree: Int32(tree), kept: ~left))
            read()
        }
        while next + 4 <= bytes.count {
            trees.append(leaves.count)
            read()
        }
        for (feature, own) in byFeature.enumerated() where !own.isEmpty {
            splits += own.sorted { ($0.threshold, $0.tree) < ($1.threshold, $1.tree) }
            features.append((feature, splits.count))
            width = feature + 1
        }
    }

    /// For each row, the sum of all trees.
    ///
    /// - Parameter width: how many features a row has; at least `width` of the ensemble.
    public func scores(of rows: [Float], width: Int) -> [Float] {
        guard width >= max(1, self.width) else { return [] }
        var remaining = [UInt64](repeating: 0, count: trees.count)
        return rows.withUnsafeBufferPointer { rows in
            splits.withUnsafeBufferPointer { splits in
                remaining.withUnsafeMutableBufferPointer { remaining in
                    stride(from: 0, to: rows.count, by: width).map { start in
                        remaining.update(repeating: .max)
                        var index = 0
                        for (feature, end) in features {
                            let value = rows[start + feature]
                            while index < end, splits[index].threshold < value {
                                remaining[Int(splits[index].tree)] &= splits[index].kept
                                index += 1
                            }
                            index = end
                        }
                        return sum(remaining)
                    }
                }
            }
        }
    }

    @inline(__always)
    private func sum(_ remaining: UnsafeMutableBufferPointer<UInt64>) -> Float {
        var sum: Float = 0
        for (tree, first) in trees.enumerated() { sum += leaves[first + remaining[tree].trailingZeroBitCount] }
        return sum
    }

    /// IEEE 754 binary16.
    private static func float(_ half: UInt16) -> Float {
        let sign: Float = half & 0x8000 == 0 ? 1 : -1
        let exponent = Int(half >> 10 & 0x1f)
        let fraction = Float(half & 0x3ff) / 1024
        return exponent == 0
            ? sign * fraction * 0x1p-14 : sign * Float(sign: .plus, exponent: exponent - 15, significand: 1 + fraction)
    }
}
