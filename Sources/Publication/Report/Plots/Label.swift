import Hypertext

extension HTMLWriter {
    /// A name in a picture, cut where it has no room: earlier on a phone. The table behind the picture has all of it.
    ///
    /// - Parameters:
    ///   - x: as a share of the width, of the text's end where `isEnd`.
    ///   - limits: in scalars.
    mutating func label(_ name: String, x: Double, y: String, isEnd: Bool, limits: (narrow: Int, wide: Int)) {
        let kind = isEnd ? "tick end" : "tick"
        let (narrow, wide) = (shortened(name, to: limits.narrow), shortened(name, to: limits.wide))
        if narrow == wide {
            element("text", ["class": kind, "x": percent(x), "y": y], text: wide)
        } else {
            element("text", ["class": kind + " narrow", "x": percent(x), "y": y], text: narrow)
            element("text", ["class": kind + " wide", "x": percent(x), "y": y], text: wide)
        }
    }
}
