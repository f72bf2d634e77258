/// All that is learnt about attributions.
///
/// Layout, little-endian: four section lengths in bytes as UInt32 (cues, spans, choice, speakers), then the sections: two tables of
/// `FeatureWeights`, two lists of Float32.
package struct AttributionWeights: Sendable {
    package let cues: FeatureWeights
    package let spans: FeatureWeights
    package let choice: LogisticModel
    package let speakers: LogisticModel

    package init(cues: FeatureWeights, spans: FeatureWeights, choice: LogisticModel, speakers: LogisticModel) {
        self.cues = cues
        self.spans = spans
        self.choice = choice
        self.speakers = speakers
    }

    /// The memory must stay for as long as the process runs.
    package init?(_ memory: UnsafeRawBufferPointer) {
        guard memory.count >= 16 else { return nil }
        var start = 16
        var sections: [UnsafeRawBufferPointer] = []
        for place in 0..<4 {
            let length = Int(memory.loadUnaligned(fromByteOffset: 4 * place, as: UInt32.self))
            guard length <= memory.count - start else { return nil }
            sections.append(UnsafeRawBufferPointer(rebasing: memory[start..<start + length]))
            start += length
        }
        guard let cues = FeatureWeights(sections[0]), let spans = FeatureWeights(sections[1]) else { return nil }
        func floats(_ section: UnsafeRawBufferPointer) -> [Float] {
            stride(from: 0, to: section.count - 3, by: 4).map { section.loadUnaligned(fromByteOffset: $0, as: Float.self) }
        }
        self.init(
            cues: cues, spans: spans, choice: LogisticModel(weights: floats(sections[2])),
            speakers: LogisticModel(weights: floats(sections[3])))
    }

    /// The bytes of the four sections.
    package static func bytes(cues: [UInt8], spans: [UInt8], choice: LogisticModel, speakers: LogisticModel) -> [UInt8] {
        func little(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
        let sections = [
            cues, spans, choice.weights.flatMap { little($0.bitPattern) },
            speakers.weights.flatMap { little($0.bitPattern) },
        ]
        return sections.flatMap { little(UInt32($0.count)) } + sections.joined()
    }
}
