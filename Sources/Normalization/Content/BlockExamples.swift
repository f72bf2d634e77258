/// The segments of a page that the judge is asked about, with their features: what it is trained on.
package struct BlockExamples: Sendable {
    package private(set) var texts: [String] = []
    /// The features of one segment after those of another.
    package private(set) var rows: [Float] = []
    /// Of one row.
    package private(set) var width = 0

    init(_ outline: PageOutline, _ context: PageContext) {
        let features = SegmentFeatures(outline, context)
        width = features.width
        for index in outline.segments.indices where !BlockClassifier.isMenu(outline, index) {
            texts.append(outline.string(of: index))
            rows += features.rows[index * width..<(index + 1) * width]
        }
    }
}
