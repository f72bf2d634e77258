import Language

/// How likely a candidate's content is right, by boosted trees over `CandidateFeatures`.
package struct ChoiceModel: Sendable {
    private let trees: TreeEnsemble

    package static let width = CandidateFeatures.width

    /// Null where the bytes are no trees over as many features.
    package init?(_ bytes: some Collection<UInt8>) {
        guard let trees = TreeEnsemble(bytes, width: Self.width) else { return nil }
        self.trees = trees
    }

    package func probability(_ values: [Float]) -> Float {
        guard values.count == Self.width else { return 0 }
        return 1 / (1 + Exponential.of(-values.withUnsafeBufferPointer { trees.score($0) }))
    }
}
