import Records

/// The features of all rows, each as the number of the bin that its value falls into.
struct BinnedRows {
    static let bins = 64

    let width: Int
    let labels: [Bool]
    let weights: [Double]
    /// Column after column.
    private(set) var columns: [[UInt8]]
    /// For each column, the upper borders of its bins but the last. They are numbers that binary16 holds, as the model's
    /// thresholds are.
    private(set) var borders: [[Float]]

    var count: Int { labels.count }

    /// - Parameter values: `width` numbers a row, row after row.
    init(width: Int, values: [Float], labels: [Bool], weights: [Double]) {
        self.width = width
        self.labels = labels
        self.weights = weights
        columns = []
        borders = []
        for column in 0..<width {
            let values = stride(from: column, to: values.count, by: width).map { values[$0] }
            let borders = Self.borders(of: values)
            self.borders.append(borders)
            columns.append(values.map { UInt8(Self.bin(of: $0, borders)) })
        }
    }

    /// Borders halfway between distinct values, or between quantiles where there are many.
    private static func borders(of values: [Float]) -> [Float] {
        let sorted = values.sorted()
        guard let first = sorted.first else { return [] }
        var distinct = [first]
        for value in sorted where value != distinct[distinct.count - 1] { distinct.append(value) }
        if distinct.count > bins {
            var quantiles: [Float] = []
            for step in 0..<bins {
                let value = sorted[step * (sorted.count - 1) / (bins - 1)]
                if value != quantiles.last { quantiles.append(value) }
            }
            distinct = quantiles
        }
        var borders: [Float] = []
        for (low, high) in zip(distinct, distinct.dropFirst()) {
            let border = Float(Float16(low + (high - low) / 2))
            if border != borders.last { borders.append(border) }
        }
        return borders
    }

    /// The first bin whose upper border the value does not exceed.
    private static func bin(of value: Float, _ borders: [Float]) -> Int {
        borders.partitioningIndex { value <= $0 }
    }
}
