/// Grows one tree: the leaf with the largest gain is split until there are enough leaves.
struct TreeGrower {
    private struct Leaf {
        var rows: [Int32]
        var histogram: [Bin]
        var sum: Bin
        var best: Split?
        /// Its place in `nodes`.
        var node: Int
    }

    private struct Bin {
        var slope = 0.0
        var curvature = 0.0
        var count = 0
    }

    private struct Split {
        var gain: Double
        /// Index into `columns`.
        var place: Int
        var bin: Int
    }

    private enum Draft {
        case leaf(Double)
        case split(column: Int, bin: Int, low: Int, high: Int)
    }

    private let rows: BinnedRows
    private let gradients: [Gradient]
    private let columns: [Int]
    private let options: BoostedTrees.Options
    private var nodes: [Draft] = []

    init(_ rows: BinnedRows, _ gradients: [Gradient], _ columns: [Int], _ options: BoostedTrees.Options) {
        self.rows = rows
        self.gradients = gradients
        self.columns = columns
        self.options = options
    }

    mutating func grow(_ sample: [Int32]) -> BoostedTrees.Node {
        var leaves = [leaf(sample, histogram(sample))]
        while leaves.count < options.leaves {
            var chosen: (index: Int, gain: Double)?
            for (index, leaf) in leaves.enumerated() {
                if let gain = leaf.best?.gain, gain > chosen?.gain ?? 0 { chosen = (index, gain) }
            }
            guard let chosen, let split = leaves[chosen.index].best else { break }
            let (low, high) = divide(leaves[chosen.index], split)
            nodes[leaves[chosen.index].node] = .split(
                column: columns[split.place], bin: split.bin, low: low.node, high: high.node)
            leaves[chosen.index] = low
            leaves.append(high)
        }
        return finished(0)
    }

    private mutating func leaf(_ sample: [Int32], _ histogram: [Bin]) -> Leaf {
        var sum = Bin()
        for row in sample {
            sum.slope += gradients[Int(row)].slope
            sum.curvature += gradients[Int(row)].curvature
        }
        sum.count = sample.count
        nodes.append(.leaf(-sum.slope / (sum.curvature + options.penalty) * options.rate))
        return Leaf(
            rows: sample, histogram: histogram, sum: sum, best: split(histogram, sum), node: nodes.count - 1)
    }

    /// The smaller half is counted, the larger is what remains.
    private mutating func divide(_ parent: Leaf, _ split: Split) -> (Leaf, Leaf) {
        let column = rows.columns[columns[split.place]]
        let low = parent.rows.filter { Int(column[Int($0)]) <= split.bin }
        let high = parent.rows.filter { Int(column[Int($0)]) > split.bin }
        let counted = histogram(low.count < high.count ? low : high)
        var rest = parent.histogram
        for index in rest.indices {
            rest[index].slope -= counted[index].slope
            rest[index].curvature -= counted[index].curvature
            rest[index].count -= counted[index].count
        }
        let isLowCounted = low.count < high.count
        return (leaf(low, isLowCounted ? counted : rest), leaf(high, isLowCounted ? rest : counted))
    }

    private func histogram(_ sample: [Int32]) -> [Bin] {
        var histogram = [Bin](repeating: Bin(), count: columns.count * BinnedRows.bins)
        histogram.withUnsafeMutableBufferPointer { histogram in
            for (place, column) in columns.enumerated() {
                let start = place * BinnedRows.bins
                rows.columns[column].withUnsafeBufferPointer { column in
                    for row in sample {
                        let bin = start + Int(column[Int(row)])
                        histogram[bin].slope += gradients[Int(row)].slope
                        histogram[bin].curvature += gradients[Int(row)].curvature
                        histogram[bin].count += 1
                    }
                }
            }
        }
        return histogram
    }

    private func split(_ histogram: [Bin], _ sum: Bin) -> Split? {
        func worth(_ slope: Double, _ curvature: Double) -> Double { slope * slope / (curvature + options.penalty) }
        let whole = worth(sum.slope, sum.curvature)
        var best: Split?
        for place in columns.indices {
            var low = Bin()
            for bin in 0..<rows.borders[columns[place]].count {
                let entry = histogram[place * BinnedRows.bins + bin]
                low.slope += entry.slope
                low.curvature += entry.curvature
                low.count += entry.count
                guard low.count >= options.leafRows, sum.count - low.count >= options.leafRows else { continue }
                let gain =
                    worth(low.slope, low.curvature)
                    + worth(sum.slope - low.slope, sum.curvature - low.curvature) - whole
                if gain > best?.gain ?? 1e-6 { best = Split(gain: gain, place: place, bin: bin) }
            }
        }
        return best
    }

    private func finished(_ index: Int) -> BoostedTrees.Node {
        switch nodes[index] {
        case .leaf(let value): .leaf(value)
        case .split(let column, let bin, let low, let high):
            .split(
                column: column, bin: bin, threshold: rows.borders[column][bin], low: finished(low),
                high: finished(high))
        }
    }
}
