/// The segments of a page that the judge is asked about, with their features: what it is trained on.
package struct BlockExamples: Sendable {
    package let texts: [String]
    /// The features of one segment after those of another.
    package let rows: [Float]
    /// Of one row.
    package var width: Int { SegmentFeatures.width }

    init(_ outline: PageOutline, _ context: PageContext) {
        let features = SegmentFeatures(outline, context)
        texts = features.judged.map { outline.string(of: $0) }
        rows = features.rows
    }
}
