/// A gradient-boosted ensemble of decision trees over rows of features.
package struct BlockModel: Sendable {
    /// The model that this project ships.
    static let shipped = BlockModel(BlockModelWeights.text)

    /// A split, or a leaf where `feature` is `leaf`.
    private struct Node {
        var value: Float
        var feature: UInt8
        var right: UInt8
    }

    private static let leaf: UInt8 = 255

    private var nodes: [Node] = []
    private var roots: [Int] = []

    /// Reads weights as training writes them: base64 of four bytes a node (feature, distance to the right child,
    /// threshold or leaf value as binary16), trees one after another, children left first.
    package init(_ text: String) {
        let bytes = Self.base64(text)
        var pending = 0
        for start in stride(from: 0, to: bytes.count - bytes.count % 4, by: 4) {
            if pending == 0 {
                roots.append(nodes.count)
                pending = 1
            }
            let half = UInt16(bytes[start + 2]) | UInt16(bytes[start + 3]) << 8
            nodes.append(Node(value: Self.float(half), feature: bytes[start], right: bytes[start + 1]))
            pending += bytes[start] == Self.leaf ? -1 : 1
        }
    }

    /// The sum of all trees: the log odds that a segment belongs to the article.
    @inline(__always)
    func score(_ row: UnsafePointer<Float>) -> Float {
        nodes.withUnsafeBufferPointer { nodes in
            var sum: Float = 0
            for root in roots {
                var index = root
                while true {
                    let node = nodes[index]
                    if node.feature == Self.leaf {
                        sum += node.value
                        break
                    }
                    index += row[Int(node.feature)] <= node.value ? 1 : Int(node.right)
                }
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

    private static func base64(_ text: String) -> [UInt8] {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var values = [UInt8](repeating: 64, count: 256)
        for (value, digit) in digits.enumerated() { values[Int(digit)] = UInt8(value) }
        var bytes: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        for digit in text.utf8 where values[Int(digit)] < 64 {
            bits = bits << 6 | UInt32(values[Int(digit)])
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return bytes
    }
}
