import Hypertext

/// Ties between things that stand on the left and things that stand on the right, thicker where there are more.
struct FlowPlot {
    struct Tie {
        var from: Int
        var to: Int
        var count: Int
        /// With an arrow's head; else the order is not known, and the line is dashed.
        var isDirected: Bool
        var title: String
    }

    /// The picture in a sentence.
    var summary: String
    var heads: (left: String, right: String)
    var left: [String]
    var right: [String]
    var ties: [Tie]

    private static let row = 34
    private static let top = 40
    /// Where the ties begin and end, as shares of the width.
    private static let near = 0.37
    private static let far = 0.63

    func write(_ page: inout HTMLWriter) {
        let height = Self.top + max(left.count, right.count) * Self.row
        page.element(
            "svg", ["class": "plot", "width": "100%", "height": String(height), "role": "img", "aria-label": summary]
        ) { plot in
            plot.element("text", ["class": "head end", "x": percent(Self.near - 0.03), "y": "14"], text: heads.left)
            plot.element("text", ["class": "head", "x": percent(Self.far + 0.03), "y": "14"], text: heads.right)
            writeTies(&plot, height: height)
            writeNames(left, at: Self.near, isLeft: true, &plot)
            writeNames(right, at: Self.far, isLeft: false, &plot)
        }
    }

    /// In a picture of its own that is stretched from one side to the other: curves know no shares of a width.
    private func writeTies(_ plot: inout HTMLWriter, height: Int) {
        let most = Double(max(1, ties.map(\.count).max() ?? 1))
        plot.element(
            "svg",
            [
                "x": percent(Self.near), "width": percent(Self.far - Self.near), "height": String(height),
                "viewBox": "0 0 100 \(height)", "preserveAspectRatio": "none",
            ]
        ) { frame in
            for tie in ties {
                let (start, end) = (middle(tie.from), middle(tie.to))
                let width = decimal(1.5 + 5 * (Double(tie.count) / most).squareRoot())
                frame.shape(
                    "path",
                    [
                        "class": tie.isDirected ? "tie" : "tie open", "stroke-width": width,
                        "d": "M2 \(start)C50 \(start) 50 \(end) \(tie.isDirected ? 94 : 98) \(end)",
                    ], title: tie.title)
            }
        }
        for index in Set(ties.filter(\.isDirected).map(\.to)).sorted() {
            let y = middle(index)
            plot.element("svg", ["x": percent(Self.far), "y": String(y), "width": "1", "height": "1", "class": "over"])
            {
                $0.shape("path", ["class": "tip", "d": "M-16 -7L-3 0L-16 7Z"])
            }
        }
    }

    private func writeNames(_ names: [String], at x: Double, isLeft: Bool, _ plot: inout HTMLWriter) {
        for (index, name) in names.enumerated() {
            let y = middle(index)
            plot.shape("circle", ["class": "node", "cx": percent(x), "cy": String(y), "r": "4"], title: name)
            plot.label(
                name, x: isLeft ? x - 0.03 : x + 0.03, y: String(y + 4), isEnd: isLeft, limits: (narrow: 18, wide: 34))
        }
    }

    private func middle(_ index: Int) -> Int { Self.top + index * Self.row + Self.row / 2 }
}
