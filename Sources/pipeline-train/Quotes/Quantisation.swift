import Extraction

/// Turns learnt weights into the bytes that ship.
enum Quantisation {
    /// Keeps the features that weigh most, at most `limit`, in steps of one 127th of the largest weight kept whole.
    static func table(_ weights: [SequenceLattice.Scores], _ features: [Feature], limit: Int) -> [UInt8] {
        let sizes = weights.map { weight in
            (0..<SequenceLattice.edges).reduce(Float(0)) { $0 + weight[$1] * weight[$1] }
        }
        let kept = sizes.indices.filter { sizes[$0] > 1e-4 }
            .sorted { (sizes[$1], features[$0].bits) < (sizes[$0], features[$1].bits) }.prefix(limit)
        // The largest weights are rare: beyond this they are cut.
        let top = kept.prefix(1000).reduce(Float(0.1)) { Swift.max($0, Swift.min(4, weights[$1].max(), 4)) }
        let scale = top / 127
        let rows = kept.map { index in
            (
                feature: features[index],
                values: (0..<SequenceLattice.edges).map { lane in
                    Int8(Swift.max(-127, Swift.min(127, (weights[index][lane] / scale).rounded())))
                }
            )
        }
        return FeatureWeights.table(rows, scale: scale)
    }
}
