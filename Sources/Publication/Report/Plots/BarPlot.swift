import Hypertext

/// Horizontal bars, each under its label. Widths are shares of the picture's, so that it fits a phone and a screen.
struct BarPlot {
    struct Segment {
        /// Of the whole width, 0 to 1.
        var start: Double
        var width: Double
        var colour: Colour
        /// Shown by a pointer.
        var title: String
    }

    struct Bar {
        var label: String
        var value: String
        var segments: [Segment]
    }

    enum Colour: String {
        case blue, orange, green, grey, light
    }

    /// Segments one after the other, of counts whose sum is a bar's and `most` the longest bar's.
    static func stacked(_ parts: [(count: Int, colour: Colour, what: String)], of most: Double) -> [Segment] {
        var start = 0
        return parts.map { count, colour, what in
            defer { start += count }
            return Segment(
                start: Double(start) / most, width: Double(count) / most, colour: colour,
                title: "\(grouped(count)) \(what)")
        }
    }

    /// The picture in a sentence.
    var summary: String
    var bars: [Bar]
    /// What the colours mean; empty where there is but one.
    var legend: [(colour: Colour, meaning: String)] = []

    private static let rowHeight = 40

    func write(_ page: inout HTMLWriter) {
        if !legend.isEmpty { Self.write(legend: legend, &page) }
        let height = String(bars.count * Self.rowHeight)
        page.element("svg", ["class": "plot", "width": "100%", "height": height, "role": "img", "aria-label": summary])
        {
            for (index, bar) in bars.enumerated() { write(bar, at: index * Self.rowHeight, &$0) }
        }
    }

    static func write(legend: [(colour: Colour, meaning: String)], _ page: inout HTMLWriter) {
        page.element("ul", ["class": "legend"]) { list in
            for (colour, meaning) in legend {
                list.element("li") { item in
                    item.element("svg", ["width": "12", "height": "12", "aria-hidden": "true"]) {
                        $0.shape("rect", ["class": colour.rawValue, "width": "12", "height": "12", "rx": "2"])
                    }
                    item.text(meaning)
                }
            }
        }
    }

    private func write(_ bar: Bar, at top: Int, _ plot: inout HTMLWriter) {
        let baseline = String(top + 15)
        let y = String(top + 22)
        plot.element("text", ["class": "label", "x": "0", "y": baseline], text: shortened(bar.label, to: 40))
        plot.element("text", ["class": "value", "x": "100%", "y": baseline], text: bar.value)
        plot.shape("rect", ["class": "track", "x": "0", "y": y, "width": "100%", "height": "8", "rx": "1"])
        for segment in bar.segments where segment.width > 0 {
            let width = max(segment.width, 0.004)
            plot.shape(
                "rect",
                [
                    "class": segment.colour.rawValue, "x": percent(min(segment.start, 1 - width)), "y": y,
                    "width": percent(width), "height": "8", "rx": "1",
                ], title: segment.title)
        }
    }
}
