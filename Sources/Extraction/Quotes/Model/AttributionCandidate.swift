/// What may be an attribution: a cue with content, from the learnt models, from the rules or from both.
package struct AttributionCandidate {
    package internal(set) var cue: Range<Int>?
    package internal(set) var content: [Range<Int>]
    /// What tells whether it is right: see `CandidateFeatures`.
    package internal(set) var features: [Float] = []
    package internal(set) var speakers: [SpeakerOption] = []
    /// The rules' attribution of the same cue.
    var rule: Int?
    /// Whether the content is what the rules say.
    var isRule: Bool
    /// What the model of spans says of the content; null where it does not offer it.
    var option: ContentOption?
    var spans: TaggedSpans
    var cueProbability: Float

    package struct SpeakerOption {
        /// Null: nobody is named.
        package internal(set) var range: Range<Int>?
        package internal(set) var features: [Float] = []
    }
}
