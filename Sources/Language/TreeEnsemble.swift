/// A gradient-boosted ensemble of decision trees over rows of features.
///
/// Layout, four bytes a node: the column (255 for a leaf), the distance to the child of what is above the threshold, and the
/// threshold or the leaf's value as binary16, low byte first; the child of what is not above follows its parent, tree after
/// tree.
public struct TreeEnsemble: Sendable {
    /// A split, or a leaf where `column` is `leaf`.
    private struct Node {
        var value: Float
        var column: UInt8
        var right: UInt8
    }

    private static let leaf: UInt8 = 255

    private var nodes: [Node] = []
    private var roots: [Int] = []

    /// - Parameter width: how many features a row has. Null where the bytes are no whole trees over that many.
    public init?(_ bytes: some Collection<UInt8>, width: Int) {
        let bytes = Array(bytes)
        guard bytes.count.isMultiple(of: 4) else { return nil }
        var pending = 0
        for start in stride(from: 0, to: bytes.count, by: 4) {
            if pending == 0 {
                roots.append(nodes.count)
                pending = 1
            }
            let half = UInt16(bytes[start + 2]) | UInt16(bytes[start + 3]) << 8
            let node = Node(value: Self.float(half), column: bytes[start], right: bytes[start + 1])
            let isLeaf = node.column == Self.leaf
            guard isLeaf || Int(node.column) < width && node.right > 1 && nodes.count + Int(node.right) < bytes.count / 4
            else { return nil }
            nodes.append(node)
            pending += isLeaf ? -1 : 1
        }
        guard pending == 0 else { return nil }
    }

    /// The sum of all trees, for a row of `width` features.
    @inline(__always)
    public func score(_ row: UnsafeBufferPointer<Float>) -> Float {
        nodes.withUnsafeBufferPointer { nodes in
            var sum: Float = 0
            for root in roots {
                var index = root
                while nodes[index].column != Self.leaf {
                    let node = nodes[index]
                    index += row[Int(node.column)] <= node.value ? 1 : Int(node.right)
                }
                sum += nodes[index].value
            }
            return sum
        }
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
