/// Decides which segments are the article.
enum BlockClassifier {
    /// Log odds above which a segment is kept.
    static let threshold: Float = -0.3

    static func keep(_ outline: PageOutline, _ context: PageContext) -> [Bool] {
        let features = SegmentFeatures(outline, context)
        guard features.width > 0 else { return [] }
        return features.rows.withUnsafeBufferPointer { rows in
            outline.segments.indices.map { index in
                guard let row = rows.baseAddress else { return false }
                return BlockModelWeights.model.score(row + index * features.width) > threshold
            }
        }
    }
}
