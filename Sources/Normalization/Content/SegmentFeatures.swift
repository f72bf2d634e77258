internal import Markup

/// What is known of each segment before it is judged, as rows of numbers for the model.
///
/// The order of the columns is part of the model: a change here asks for new weights.
struct SegmentFeatures {
    /// Numbers of a row.
    static let width = 154

    /// The segments that are judged, in order; each has a row.
    let judged: [Int]
    private(set) var rows: [Float] = []

    init(_ outline: PageOutline, _ context: PageContext) {
        judged = outline.segments.indices.filter { !Self.isMenu(outline, $0) }
        let judged = judged
        rows = [Float](unsafeUninitializedCapacity: judged.count * Self.width) { buffer, count in
            var writer = SegmentFeatureWriter(outline, context, into: buffer)
            for index in judged { writer.write(index) }
            count = writer.count
        }
    }

    /// Short links in navigation: a third of all segments, not worth a judgement.
    private static func isMenu(_ outline: PageOutline, _ index: Int) -> Bool {
        let segment = outline.segments[index]
        return segment.linkDensity > 0.95 && segment.count < 40
            && !outline.segmenter.above[segment.node].isDisjoint(with: [.nav, .footer])
    }
}
