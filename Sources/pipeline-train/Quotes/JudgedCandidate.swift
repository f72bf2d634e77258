import Extraction

/// A candidate with what is right about it.
struct JudgedCandidate {
    var candidate: AttributionCandidate
    var article: Int
    /// The gold attribution whose content it shares; null: it is wrong.
    var gold: GoldArticle.Attribution?

    static func judge(_ candidates: [AttributionCandidate], _ gold: GoldArticle, article: Int) -> [JudgedCandidate] {
        let owners = GoldMatch.owners(candidates.map(\.content), candidates.map(\.cue), gold)
        return zip(candidates, owners).map { candidate, owner in
            JudgedCandidate(candidate: candidate, article: article, gold: owner.map { gold.attributions[$0] })
        }
    }

    func isRight(_ option: AttributionCandidate.SpeakerOption, _ article: AnalysedArticle) -> Bool {
        gold.map { GoldMatch.isSpeaker(option.range, $0, article) } ?? false
    }
}
