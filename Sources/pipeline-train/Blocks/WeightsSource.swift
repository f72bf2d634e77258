/// The weights as the source file that the program is built from, with the card of the model at its head.
enum WeightsSource {
    static func text(_ model: BoostedTrees, _ options: BoostedTrees.Options, pages: Int) -> String {
        var digits = Substring(model.base64)
        var lines: [String] = []
        while !digits.isEmpty {
            lines.append("        " + digits.prefix(112))
            digits = digits.dropFirst(112)
        }
        return """
            // Written by `pipeline-train blocks`. Do not edit.

            /// The weights of the judge of blocks: \(options.trees) gradient-boosted trees of at most \(options.leaves) leaves over
            /// `SegmentFeatures`, trained on \(pages) pages. What they were, and how good it is: docs/quality.md.
            enum BlockModelWeights {
                static let text = \"\"\"
            \(lines.joined(separator: "\n"))
                    \"\"\"
            }

            """
    }
}

extension BoostedTrees {
    var base64: String {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var text: [UInt8] = []
        var pending = 0
        var bits: UInt32 = 0
        for byte in bytes {
            bits = bits << 8 | UInt32(byte)
            pending += 8
            while pending >= 6 {
                pending -= 6
                text.append(digits[Int(bits >> UInt32(pending) & 63)])
            }
        }
        if pending > 0 { text.append(digits[Int(bits << UInt32(6 - pending) & 63)]) }
        return String(decoding: text, as: UTF8.self)
    }
}
