import Language

/// The learnt judge of blocks: the log odds that a segment belongs to the article.
package struct BlockModel: Sendable {
    /// The model that this project ships.
    static let shipped = BlockModel(BlockModelWeights.text)

    /// Leaves of a tree, at most.
    package static let leafLimit = TreeEnsemble.leafLimit

    private let trees: TreeEnsemble

    /// - Parameter text: the trees' bytes in base64, as training writes them.
    package init(_ text: String) { trees = TreeEnsemble(Self.bytes(base64: text)) }

    /// For rows of `width` features one after another.
    func scores(of rows: [Float], width: Int) -> [Float] { trees.scores(of: rows, width: width) }

    private static func bytes(base64 text: String) -> [UInt8] {
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
