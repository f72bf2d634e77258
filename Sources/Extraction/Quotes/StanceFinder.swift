import Records

/// The publisher's worded attitude to a claim, its manner or its speaker. Words only; no verdict of ours.
struct StanceFinder {
    let document: Document

    /// The stance words around an attribution, outside what is quoted.
    func find(_ attribution: Attribution, speaker: Range<Int>?) -> [(target: Stance.Target, token: Int)] {
        var found: [(target: Stance.Target, token: Int)] = []
        if let cue = attribution.cue {
            for index in attribution.unit.clamped(to: cue.lowerBound - 3..<cue.upperBound + 1)
            where !document.isQuoted(index) {
                if document.has(index, .stanceClaim) { found.append((.claim, index)) }
                if document.has(index, .stanceManner) { found.append((.manner, index)) }
            }
            found += judged(attribution)
        }
        if let speaker, attribution.unit.contains(speaker.lowerBound) {
            // The words of the speaker and the title before the name.
            let start = max(attribution.unit.lowerBound, speaker.lowerBound - 4)
            for index in start..<speaker.upperBound where !document.isQuoted(index) {
                if document.has(index, .stanceSpeaker) { found.append((.speaker, index)) }
            }
        }
        return found.sorted { $0.token < $1.token }
    }

    /// "… is deemed false and cynical": behind the content.
    private func judged(_ attribution: Attribution) -> [(target: Stance.Target, token: Int)] {
        let after = attribution.extent.upperBound
        guard attribution.unit.contains(after), document.has(after, .be) else { return [] }
        return (after..<max(after, min(after + 7, attribution.unit.upperBound))).compactMap {
            guard !document.isQuoted($0) else { return nil }
            return document.has($0, .stanceClaim) ? (.claim, $0) : document.has($0, .stanceManner) ? (.manner, $0) : nil
        }
    }
}
