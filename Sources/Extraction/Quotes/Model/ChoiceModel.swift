import Language

/// How likely candidates' contents are right, by boosted trees over `CandidateFeatures`.
package struct ChoiceModel: Sendable {
    private let trees: TreeEnsemble

    package static let width = CandidateFeatures.width

    /// Null where the bytes are no trees over as many features.
    package init?(_ bytes: [UInt8]) {
        trees = TreeEnsemble(bytes)
        guard bytes.count.isMultiple(of: 4), trees.width <= Self.width else { return nil }
    }

    package func probabilities(_ candidates: [AttributionCandidate]) -> [Float] {
        trees.scores(of: candidates.flatMap(\.features), width: Self.width).map { 1 / (1 + Exponential.of(-$0)) }
    }
}
