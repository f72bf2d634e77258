import Glibc

/// Gradient boosting of regression trees under logistic loss: histograms of binned features, trees grown leaf by leaf where
/// the gain is largest (Ke et al. 2017, LightGBM). One thread and one order of additions: the same rows give the same trees.
struct BoostedTrees {
    struct Options {
        var trees = 80
        var leaves = 24
        var rate = 0.12
        /// Rows a leaf has at least.
        var leafRows = 200
        /// Shares of the columns and rows that a tree is shown.
        var columnShare = 0.5
        var rowShare = 0.8
        /// L2 penalty of the leaves' values.
        var penalty = 5.0
    }

    indirect enum Node {
        case leaf(Double)
        case split(column: Int, bin: Int, threshold: Float, low: Node, high: Node)
    }

    private(set) var trees: [Node] = []

    static func train(_ rows: BinnedRows, _ options: Options) -> BoostedTrees {
        var model = BoostedTrees()
        var random = SplitMix(state: 0x9e37_79b9)
        var positive = 0.0
        var total = 0.0
        for index in 0..<rows.count {
            total += rows.weights[index]
            if rows.labels[index] { positive += rows.weights[index] }
        }
        let bias = Self.logit(positive / total)
        var scores = [Double](repeating: bias, count: rows.count)
        var gradients = [Gradient](repeating: Gradient(), count: rows.count)
        for number in 0..<options.trees {
            for index in 0..<rows.count {
                let probability = 1 / (1 + exp(-scores[index]))
                gradients[index].slope = (probability - (rows.labels[index] ? 1 : 0)) * rows.weights[index]
                gradients[index].curvature = probability * (1 - probability) * rows.weights[index]
            }
            let columns = (0..<rows.width).filter { _ in random.nextShare() < options.columnShare }
            let sample = (0..<rows.count).filter { _ in random.nextShare() < options.rowShare }.map { Int32($0) }
            var grower = TreeGrower(rows, gradients, columns, options)
            let tree = grower.grow(sample)
            for index in 0..<rows.count { scores[index] += tree.value(rows, index) }
            model.trees.append(number == 0 ? tree.shifted(by: bias) : tree)
        }
        return model
    }

    private static func logit(_ share: Double) -> Double { log(share / (1 - share)) }
}

/// First and second derivative of the loss of one row.
struct Gradient {
    var slope = 0.0
    var curvature = 0.0
}

extension BoostedTrees.Node {
    func value(_ rows: BinnedRows, _ row: Int) -> Double {
        switch self {
        case .leaf(let value): value
        case .split(let column, let bin, _, let low, let high):
            (Int(rows.columns[column][row]) <= bin ? low : high).value(rows, row)
        }
    }

    func shifted(by bias: Double) -> BoostedTrees.Node {
        switch self {
        case .leaf(let value): .leaf(value + bias)
        case .split(let column, let bin, let threshold, let low, let high):
            .split(
                column: column, bin: bin, threshold: threshold, low: low.shifted(by: bias),
                high: high.shifted(by: bias))
        }
    }

    /// Nodes of the tree.
    var count: Int {
        switch self {
        case .leaf: 1
        case .split(_, _, _, let low, let high): 1 + low.count + high.count
        }
    }
}
