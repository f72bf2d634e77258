/// The content and the speaker that a model finds beside one cue.
struct TaggedSpans {
    var content: [Range<Int>] = []
    var speaker: Range<Int>?
    /// How likely the model holds all its labels together, against all others.
    var probability: Float = 0
    /// Least probability of a content token, mean over them, and that of the speaker's tokens.
    var least: Float = 0
    var mean: Float = 0
    var speakerMean: Float = 0
    /// How likely any token is content.
    var any: Float = 0
    /// The likeliest content and others.
    var options: [ContentOption] = []
}

/// Labels the tokens around a cue by a linear chain: 0 neither, 1 content, 2 speaker.
struct SpanTagger {
    let document: Document
    let features: SpanFeatures
    let weights: FeatureWeights
    /// What does not depend on the cue, for each token of the paragraph in hand.
    private var window = 0..<0
    private var shared: [WeightSum.Steps?] = []

    private static let reachBefore = 80
    static let reachAfter = 110

    init(document: Document, columns: TokenColumns, rules: [Attribution], weights: FeatureWeights) {
        self.document = document
        self.weights = weights
        features = SpanFeatures(document: document, columns: columns, rules: rules)
    }

    /// The cue's paragraph, within reach.
    static func window(around cue: Range<Int>, in document: Document) -> Range<Int> {
        let paragraph = document.paragraphs[Int(document.paragraphOf[cue.lowerBound])].tokens
        return max(
            paragraph.lowerBound, cue.lowerBound - reachBefore)..<max(
                cue.upperBound, min(paragraph.upperBound, cue.upperBound + reachAfter))
    }

    mutating func spans(of cue: Range<Int>) -> TaggedSpans {
        let window = Self.window(around: cue, in: document)
        let view = features.view(cue)
        if window != self.window {
            self.window = window
            shared = [WeightSum.Steps?](repeating: nil, count: window.count)
        }
        var scores: [SequenceLattice.Scores] = []
        scores.reserveCapacity(window.count)
        for index in window {
            var sum = WeightSum(weights: weights)
            if let known = shared[index - window.lowerBound] {
                sum.steps = known
            } else {
                features.emitStatic(index, in: window, into: &sum)
                shared[index - window.lowerBound] = sum.steps
            }
            features.emit(index, view, in: window, into: &sum)
            scores.append(sum.scores)
        }
        let lattice = SequenceLattice(scores)
        let best = lattice.best()
        return read(lattice, best.labels, best.score, window, cue)
    }

    private func read(
        _ lattice: SequenceLattice, _ labels: [UInt8], _ score: Float, _ window: Range<Int>, _ cue: Range<Int>
    ) -> TaggedSpans {
        var lattice = lattice
        lattice.sum()
        var spans = TaggedSpans()
        spans.probability = Exponential.of(min(0, score - lattice.logPartition))
        spans.least = 1
        for piece in ContentOptions.runs(of: 1, in: labels) {
            spans.content.append(window.lowerBound + piece.lowerBound..<window.lowerBound + piece.upperBound)
            for place in piece {
                let probability = lattice.probability(of: 1, at: place)
                spans.mean += probability
                spans.least = min(spans.least, probability)
            }
        }
        for piece in ContentOptions.runs(of: 2, in: labels) {
            let range = window.lowerBound + piece.lowerBound..<window.lowerBound + piece.upperBound
            if spans.speaker.map({ distance($0, cue) > distance(range, cue) }) ?? true { spans.speaker = range }
            for place in piece { spans.speakerMean += lattice.probability(of: 2, at: place) }
        }
        let (content, speakerTokens) = (labels.count { $0 == 1 }, labels.count { $0 == 2 })
        if content > 0 { spans.mean /= Float(content) }
        if speakerTokens > 0 { spans.speakerMean /= Float(speakerTokens) }
        spans.any = 1 - labels.indices.reduce(1) { min($0, 1 - lattice.probability(of: 1, at: $1)) }
        spans.options = ContentOptions(lattice: lattice, labels: labels, window: window, cue: cue).all()
        return spans
    }

    private func distance(_ range: Range<Int>, _ cue: Range<Int>) -> Int {
        range.upperBound <= cue.lowerBound ? cue.lowerBound - range.upperBound : range.lowerBound - cue.upperBound
    }
}
