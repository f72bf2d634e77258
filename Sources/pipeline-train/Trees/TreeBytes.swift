extension BoostedTrees {
    /// As `TreeEnsemble` reads them.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        for tree in trees { tree.write(to: &bytes) }
        return bytes
    }
}

extension BoostedTrees.Node {
    fileprivate func write(to bytes: inout [UInt8]) {
        func append(_ column: Int, _ distance: Int, _ value: Float, to bytes: inout [UInt8]) {
            let half = Float16(max(-60_000, min(60_000, value))).bitPattern
            bytes += [UInt8(column), UInt8(distance), UInt8(half & 255), UInt8(half >> 8)]
        }
        switch self {
        case .leaf(let value): append(255, 0, Float(value), to: &bytes)
        case .split(let column, _, let threshold, let low, let high):
            append(column, 1 + low.count, threshold, to: &bytes)
            low.write(to: &bytes)
            high.write(to: &bytes)
        }
    }
}
