/// All that is learnt about attributions.
///
/// Layout, little-endian: five section lengths in bytes as UInt32, then the sections: two tables of `FeatureWeights` (cues,
/// spans), the trees of `ChoiceModel`, a list of Float32 (speakers), one of UInt64 (words that are in no cue).
package struct AttributionWeights: Sendable {
    package let cues: FeatureWeights
    /// Frequent words that are hardly ever part of a cue, by hash: they are not looked at.
    package let closed: Set<UInt64>
    package let spans: FeatureWeights
    package let choice: ChoiceModel
    package let speakers: LogisticModel

    private static let sections = 5

    package init(
        cues: FeatureWeights, closed: Set<UInt64>, spans: FeatureWeights, choice: ChoiceModel, speakers: LogisticModel
    ) {
        self.cues = cues
        self.closed = closed
        self.spans = spans
        self.choice = choice
        self.speakers = speakers
    }

    /// The memory must stay for as long as the process runs.
    package init?(_ memory: UnsafeRawBufferPointer) {
        var start = 4 * Self.sections
        guard memory.count >= start else { return nil }
        var sections: [UnsafeRawBufferPointer] = []
        for place in 0..<Self.sections {
            let length = Int(memory.loadUnaligned(fromByteOffset: 4 * place, as: UInt32.self))
            guard length <= memory.count - start else { return nil }
            sections.append(UnsafeRawBufferPointer(rebasing: memory[start..<start + length]))
            start += length
        }
        guard let cues = FeatureWeights(sections[0]), let spans = FeatureWeights(sections[1]),
            let choice = ChoiceModel(Array(sections[2]))
        else { return nil }
        func floats(_ section: UnsafeRawBufferPointer) -> [Float] {
            stride(from: 0, to: section.count - 3, by: 4).map {
                section.loadUnaligned(fromByteOffset: $0, as: Float.self)
            }
        }
        let closed = stride(from: 0, to: sections[4].count - 7, by: 8).map {
            sections[4].loadUnaligned(fromByteOffset: $0, as: UInt64.self)
        }
        self.init(
            cues: cues, closed: Set(closed), spans: spans, choice: choice,
            speakers: LogisticModel(weights: floats(sections[3])))
    }

    package static func bytes(
        cues: [UInt8], closed: [UInt64], spans: [UInt8], choice: [UInt8], speakers: LogisticModel
    ) -> [UInt8] {
        func little<Value: FixedWidthInteger>(_ value: Value) -> [UInt8] {
            (0..<Value.bitWidth / 8).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
        }
        let sections = [
            cues, spans, choice, speakers.weights.flatMap { little($0.bitPattern) }, closed.flatMap { little($0) },
        ]
        return sections.flatMap { little(UInt32($0.count)) } + sections.joined()
    }
}
