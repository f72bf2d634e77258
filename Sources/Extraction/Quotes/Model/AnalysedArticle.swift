import Language
package import Records

/// An article as the learnt models see it: tokens, names and what the rules found. For training.
package struct AnalysedArticle {
    let document: Document
    let names: NameIndex
    let rules: [Attribution]
    let columns: TokenColumns
    package let offsets: ScalarOffsets

    init(document: Document, names: NameIndex, offsets: ScalarOffsets) {
        self.document = document
        self.names = names
        self.offsets = offsets
        var finder = AttributionFinder(document: document, names: names)
        rules = finder.find()
        columns = TokenColumns(document, names, rules: rules)
    }

    package var tokenCount: Int { document.tokens.count }
    package var sentences: [Range<Int>] { document.sentences }

    package func isWord(_ token: Int) -> Bool {
        document.tokens[token].isWord || document.tokens[token].kind == .number
    }

    /// The identity of a token's word for features.
    package func word(_ token: Int) -> UInt64 { columns.word[token] }

    /// The tokens that a span of scalars touches.
    package func tokens(_ span: TextSpan) -> Range<Int> {
        let bytes =
            offsets.byte(
                atScalar: span.start)..<max(
                offsets.byte(atScalar: span.start), offsets.byte(atScalar: span.end))
        let low = document.tokens.partitioningIndex { $0.end > bytes.lowerBound }
        var end = low
        while end < document.tokens.count, document.tokens[end].start < bytes.upperBound { end += 1 }
        return low..<end
    }

    /// The observations at each token of a sentence.
    package func cueFeatures(_ sentence: Range<Int>) -> [[Feature]] {
        let features = CueFeatures(document: document, columns: columns, sentence: sentence)
        return sentence.map { index in
            var list = FeatureList()
            features.emit(index, into: &list)
            return list.features
        }
    }

    /// The tokens among which a cue's content and speaker are looked for.
    package func window(around cue: Range<Int>) -> Range<Int> {
        SpanTagger.window(around: cue, in: document)
    }

    /// The observations beside a cue at each token of its window.
    package func spanFeatures(_ cue: Range<Int>) -> [[Feature]] {
        let features = SpanFeatures(document: document, columns: columns, rules: rules)
        let view = features.view(cue)
        let window = window(around: cue)
        return window.map { index in
            var list = FeatureList()
            features.emitStatic(index, in: window, into: &list)
            features.emit(index, view, in: window, into: &list)
            return list.features
        }
    }

    /// The cues that a model sees.
    package func cues(_ weights: FeatureWeights, closed: Set<UInt64>) -> [ScoredCue] {
        CueTagger(document: document, columns: columns, weights: weights, closed: closed)
            .cues(above: CandidateFinder.leastCue)
    }
}

extension AnalysedArticle {
    /// All that may be an attribution, by these weights.
    package func candidates(
        cues: FeatureWeights, closed: Set<UInt64>, spans: FeatureWeights
    ) -> [AttributionCandidate] {
        let finder = CandidateFinder(
            document: document, names: names, columns: columns, rules: rules, cueWeights: cues, closed: closed,
            spanWeights: spans)
        return finder.candidates().map { candidate in
            var candidate = candidate
            candidate.speakers = finder.speakers(candidate)
            return candidate
        }
    }

    /// The candidates that these probabilities would choose, from a threshold on.
    package func choose(
        _ candidates: [AttributionCandidate], _ model: ChoiceModel, threshold: Float
    ) -> [(candidate: Int, probability: Float)] {
        AttributionModel.choose(candidates, model, threshold: threshold, rules)
    }

    package func text(_ range: Range<Int>) -> String { document.string(range) }
}
