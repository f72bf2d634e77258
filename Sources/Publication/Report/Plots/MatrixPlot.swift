import Hypertext

/// Counts by row and column: the more, the darker, and the number in the cell.
struct MatrixPlot {
    /// The picture in a sentence.
    var summary: String
    var rows: [String]
    var columns: [String]
    /// By row, then column.
    var counts: [[Int]]

    private static let head = 118
    private static let cell = 30
    /// Of the width: the labels of rows, and the space into which slanted labels of columns lean.
    private static let left = 0.34
    private static let right = 0.1

    func write(_ page: inout HTMLWriter) {
        let height = String(Self.head + rows.count * Self.cell)
        page.element("svg", ["class": "plot", "width": "100%", "height": height, "role": "img", "aria-label": summary])
        {
            for (index, name) in columns.enumerated() { writeColumn(name, index, &$0) }
            for (index, name) in rows.enumerated() { writeRow(name, index, &$0) }
        }
    }

    /// The share of the width that a column takes; few columns stay narrow.
    private var width: Double { min(0.12, (1 - Self.left - Self.right) / Double(max(1, columns.count))) }

    private func writeColumn(_ name: String, _ index: Int, _ plot: inout HTMLWriter) {
        let middle = Self.left + (Double(index) + 0.5) * width
        // Within a picture of its own, the text can be turned around a point that is given as a share of the width.
        plot.element(
            "svg", ["x": percent(middle), "y": String(Self.head - 6), "width": "1", "height": "1", "class": "over"]
        ) {
            $0.element("text", ["class": "tick", "transform": "rotate(-58)"], text: shortened(name, to: 19))
        }
    }

    private func writeRow(_ name: String, _ index: Int, _ plot: inout HTMLWriter) {
        let top = Self.head + index * Self.cell
        let baseline = String(top + 19)
        plot.label(name, x: Self.left - 0.02, y: baseline, isEnd: true, limits: (narrow: 17, wide: 32))
        let most = max(1, counts.flatMap { $0 }.max() ?? 1)
        for (column, count) in counts[index].enumerated() {
            let x = Self.left + Double(column) * width
            let level = count == 0 ? 0 : 1 + (count * 5 - 1) / (most + most / 4 + 1)
            plot.shape(
                "rect",
                [
                    "class": "heat h\(min(level, 4))", "x": percent(x + 0.002), "y": String(top + 1),
                    "width": percent(width - 0.004), "height": String(Self.cell - 2), "rx": "2",
                ], title: "\(name), \(columns[column]): \(grouped(count))")
            guard count > 0 else { continue }
            plot.element(
                "text", ["class": level > 2 ? "in deep" : "in", "x": percent(x + width / 2), "y": baseline],
                text: grouped(count))
        }
    }
}
