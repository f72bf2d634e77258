/// A stretch of text that may attribute.
package struct ScoredCue: Sendable {
    package var range: Range<Int>
    package var probability: Float
}

/// Finds cues by a linear chain over sentences: 0 no cue, 1 the first word of a cue, 2 a later one.
struct CueTagger {
    let document: Document
    let columns: TokenColumns
    let weights: FeatureWeights
    let closed: Set<UInt64>

    func cues(above threshold: Float) -> [ScoredCue] {
        var cues: [ScoredCue] = []
        for sentence in document.sentences { read(sentence, threshold, &cues) }
        return cues
    }

    /// Frequent words that are in no cue part the sentence: what is before them tells nothing of what is behind.
    private func read(_ sentence: Range<Int>, _ threshold: Float, _ cues: inout [ScoredCue]) {
        let features = CueFeatures(document: document, columns: columns, sentence: sentence)
        var scores: [SequenceLattice.Scores] = []
        for index in sentence {
            let isClosed = closed.contains(columns.word[index])
            if isClosed, scores.isEmpty { continue }
            var sum = WeightSum(weights: weights)
            features.emit(index, into: &sum)
            var edge = sum.scores
            // A later word of a cue follows a cue's word.
            edge[2] = -60
            scores.append(edge)
            // The first of them still tells whether the word before it was a cue.
            if isClosed || index == sentence.upperBound - 1 {
                read(SequenceLattice(scores), endingBefore: index + 1, threshold, &cues)
                scores.removeAll(keepingCapacity: true)
            }
        }
    }

    private func read(
        _ lattice: SequenceLattice, endingBefore last: Int, _ threshold: Float, _ cues: inout [ScoredCue]
    ) {
        var lattice = lattice
        lattice.sum()
        let start = last - lattice.steps.count
        for place in lattice.steps.indices {
            let first = lattice.probability(of: 1, at: place)
            guard first >= threshold else { continue }
            var end = place + 1
            // How likely the cue goes on, given that it reached so far.
            var reached = first
            while end < lattice.steps.count {
                let goesOn = end == place + 1 ? lattice.steps[end][5] : lattice.steps[end][8]
                guard goesOn > reached / 2 else { break }
                reached = goesOn
                end += 1
            }
            cues.append(ScoredCue(range: start + place..<start + end, probability: first))
        }
    }
}
