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

    private static let noCue: SequenceLattice.Scores = {
        var scores = SequenceLattice.Scores(repeating: -60)
        for previous in 0..<3 { scores[3 * previous] = 0 }
        return scores
    }()

    func cues(above threshold: Float) -> [ScoredCue] {
        var cues: [ScoredCue] = []
        for sentence in document.sentences { read(sentence, threshold, &cues) }
        return cues
    }

    private func read(_ sentence: Range<Int>, _ threshold: Float, _ cues: inout [ScoredCue]) {
        let features = CueFeatures(document: document, columns: columns, sentence: sentence)
        var scores: [SequenceLattice.Scores] = []
        scores.reserveCapacity(sentence.count)
        var isAfterClosed = true
        for index in sentence {
            let isClosed = closed.contains(columns.word[index])
            // The first of them still tells whether the word before it was a cue.
            if isClosed, isAfterClosed {
                scores.append(Self.noCue)
                continue
            }
            isAfterClosed = isClosed
            var sum = WeightSum(weights: weights)
            features.emit(index, into: &sum)
            var edge = sum.scores
            // A later word of a cue follows a cue's word.
            edge[2] = -60
            scores.append(edge)
        }
        var lattice = SequenceLattice(scores)
        lattice.sum()
        for place in scores.indices {
            let first = lattice.probability(of: 1, at: place)
            guard first >= threshold else { continue }
            var end = place + 1
            // How likely the cue goes on, given that it reached so far.
            var reached = first
            while end < scores.count {
                let goesOn = end == place + 1 ? lattice.steps[end][5] : lattice.steps[end][8]
                guard goesOn > reached / 2 else { break }
                reached = goesOn
                end += 1
            }
            let start = sentence.lowerBound
            cues.append(ScoredCue(range: start + place..<start + end, probability: first))
        }
    }
}
