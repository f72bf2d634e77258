import Hypertext

/// Points on a line by how long after the first they came: minutes, hours and days side by side, on a logarithmic scale.
struct DelayPlot {
    struct Point {
        /// After the first.
        var minutes: Int
        var isFirst: Bool
        /// Shown by a pointer.
        var title: String
    }

    /// The longest delay of all lines that share the scale, in minutes.
    var longest: Int

    private static let ticks = [
        (0, "first"), (10, "10 min"), (60, "1 h"), (360, "6 h"), (1440, "1 day"), (10080, "1 week"), (43200, "30 days"),
        (525_600, "1 year"), (5_256_000, "10 years"),
    ]
    private static let margin = 0.02

    func write(_ points: [Point], summary: String, _ page: inout HTMLWriter) {
        page.element(
            "svg", ["class": "plot strip", "width": "100%", "height": "26", "role": "img", "aria-label": summary]
        ) {
            for (minutes, _) in shown {
                $0.shape("line", ["class": "rule", "x1": x(minutes), "x2": x(minutes), "y1": "0", "y2": "26"])
            }
            let last = points.map(\.minutes).max() ?? 0
            $0.shape("line", ["class": "span", "x1": x(0), "x2": x(last), "y1": "13", "y2": "13"])
            for point in points {
                $0.shape(
                    "circle",
                    ["class": point.isFirst ? "dot first" : "dot", "cx": x(point.minutes), "cy": "13", "r": "6"],
                    title: point.title)
            }
        }
    }

    /// The scale under the lines.
    func writeAxis(_ page: inout HTMLWriter) {
        page.element("svg", ["class": "plot", "width": "100%", "height": "22", "aria-hidden": "true"]) {
            for (minutes, label) in shown {
                let place = minutes == 0 ? "tick" : "tick mid"
                $0.element("text", ["class": place, "x": minutes == 0 ? "0" : x(minutes), "y": "15"], text: label)
            }
        }
    }

    private var shown: [(Int, String)] { Self.ticks.filter { $0.0 <= longest } }

    private func x(_ minutes: Int) -> String {
        let share = longest > 0 ? logarithm(1 + Double(minutes)) / logarithm(1 + Double(longest)) : 0
        return percent(Self.margin + share * (1 - 2 * Self.margin - 0.04))
    }
}

/// The logarithm to the base of two by one series on every machine, to the sixth digit: the C library's may differ.
func logarithm(_ value: Double) -> Double {
    guard value > 1 else { return 0 }
    // ln of the significand by the area hyperbolic tangent, Abramowitz and Stegun 4.1.27.
    let z = (value.significand - 1) / (value.significand + 1)
    let square = z * z
    let series = z * (2 + square * (2 / 3 + square * (2 / 5 + square * (2 / 7 + square * (2 / 9 + square * 2 / 11)))))
    return Double(value.exponent) + series * 1.442_695_040_888_963_4
}
