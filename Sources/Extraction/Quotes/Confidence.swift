import Records

/// How sure a quote is, from the models and from how its speaker was found.
enum Confidence {
    /// What no gold tells how often it is right: a speaker carried on, an outlet carried on, a reference back.
    private static let unmeasured: Float = 0.8

    static func of(
        _ attribution: Attribution, speaker: SpeakerResolver.Resolved?, chain: [ChainLink]
    ) -> QuoteConfidence {
        var confidence = QuoteConfidence()
        guard let span = attribution.confidence else { return confidence }
        let sure = attribution.overrules ? unmeasured : span
        let words = attribution.speakerConfidence ?? unmeasured
        confidence.span = rounded(sure)
        confidence.speaker = rounded(words)
        // A chain is right where its speaker is and each carrier was rightly read.
        let carriers = chain.count { $0.role == .reportedBy }
        confidence.chain = rounded(carriers == 0 ? words : words * unmeasured)
        return confidence
    }

    /// To two places: more would feign what no gold gives.
    static func rounded(_ value: Float) -> Double {
        (Double(value) * 100).rounded() / 100
    }
}
