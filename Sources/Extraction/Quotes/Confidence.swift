import Records

/// How sure a quote is, from the models and from how its speaker was found.
enum Confidence {
    static func of(
        _ attribution: Attribution, speaker: SpeakerResolver.Resolved?, chain: [ChainLink]
    ) -> QuoteConfidence {
        var confidence = QuoteConfidence()
        guard let span = attribution.confidence else { return confidence }
        confidence.span = rounded(span)
        guard let words = attribution.speakerConfidence else { return confidence }
        confidence.speaker = rounded(words)
        return confidence
    }

    /// To two places: more would feign what no calibration gives.
    static func rounded(_ value: Float) -> Double {
        (Double(value) * 100).rounded() / 100
    }
}
