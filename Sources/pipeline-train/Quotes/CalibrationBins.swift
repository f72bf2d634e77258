/// Expected calibration error over ten bins (Guo, Pleiss, Sun, Weinberger 2017).
struct CalibrationBins {
    private var bins = [(count: Int, sure: Float, right: Int)](repeating: (0, 0, 0), count: 10)

    mutating func add(_ probability: Float, _ isRight: Bool) {
        let bin = min(9, max(0, Int(probability * 10)))
        bins[bin].count += 1
        bins[bin].sure += probability
        if isRight { bins[bin].right += 1 }
    }

    var error: Float {
        let all = Float(max(1, bins.reduce(0) { $0 + $1.count }))
        return bins.reduce(0) { $0 + abs($1.sure - Float($1.right)) } / all
    }

    /// For each bin that holds any: how many, how sure, how often right.
    var lines: [String] {
        bins.filter { $0.count > 0 }.map { bin in
            let count = Float(bin.count)
            return "\(bin.count) at \(bin.sure / count): \(Float(bin.right) / count) right"
        }
    }
}
