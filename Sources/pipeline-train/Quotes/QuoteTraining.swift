import Extraction

/// Trains all models of attributions. Each later model learns from what the earlier ones say of articles they never saw.
struct QuoteTraining {
    let articles: [GoldArticle]
    let without: Set<Feature.Group>
    var epochs = 6
    var rate: Float = 0.12
    var penalty: Float = 2e-4
    var folds = 3
    let log: (String) -> Void

    static let cueFeatures = 100_000
    static let spanFeatures = 150_000

    private func isHeld(_ article: Int, out fold: Int) -> Bool { article % folds == fold }

    func bytes() -> [UInt8] {
        var cueLearner = SequenceLearner(epochs: epochs, rate: rate, penalty: penalty)
        cueLearner.forbidden = [2]
        let closed = CueExamples.closedWords(articles)
        let cueSet = CueExamples.set(articles, without: without)
        log("cues: \(cueSet.index.features.count) features, \(cueSet.labels.count) tokens")
        func cueTable(_ uses: (Int) -> Bool) -> [UInt8] {
            Quantisation.table(
                cueLearner.learn(cueSet, uses: uses), cueSet.index.features, limit: Self.cueFeatures)
        }
        let cueFolds = (0..<folds).map { fold in cueTable { !isHeld($0, out: fold) }.forever() }
        let cues = cueTable { _ in true }
        log("cues learnt")
        let found = articles.indices.map { index in
            articles[index].article.cues(cueFolds[index % folds], closed: closed).map(\.range)
        }
        let spanSet = SpanExamples.set(articles, without: without) { found[$0] }
        log("spans: \(spanSet.index.features.count) features, \(spanSet.labels.count) tokens")
        let spanLearner = SequenceLearner(epochs: epochs, rate: rate, penalty: penalty)
        func spanTable(_ uses: (Int) -> Bool) -> [UInt8] {
            Quantisation.table(
                spanLearner.learn(spanSet, uses: uses), spanSet.index.features, limit: Self.spanFeatures)
        }
        let spanFolds = (0..<folds).map { fold in spanTable { !isHeld($0, out: fold) }.forever() }
        let spans = spanTable { _ in true }
        log("spans learnt")
        var judged: [JudgedCandidate] = []
        for (index, article) in articles.enumerated() {
            let candidates = article.article.candidates(
                cues: cueFolds[index % folds], closed: closed, spans: spanFolds[index % folds])
            judged += JudgedCandidate.judge(candidates, article, article: index)
        }
        let (choice, speakers) = (choice(judged), speakers(judged))
        report(judged)
        return AttributionWeights.bytes(
            cues: cues, closed: closed.sorted(), spans: spans, choice: choice, speakers: speakers)
    }

    private static let trees = BoostedTrees.Options(trees: 100, leaves: 16, rate: 0.1, leafRows: 100)

    private func choice(_ judged: [JudgedCandidate]) -> [UInt8] {
        let rows = BinnedRows(
            width: ChoiceModel.width, values: judged.flatMap(\.candidate.features),
            labels: judged.map { $0.gold != nil },
            weights: [Double](repeating: 1, count: judged.count))
        return BoostedTrees.train(rows, Self.trees).bytes
    }

    private func speakers(_ judged: [JudgedCandidate]) -> LogisticModel {
        LogisticLearner.learn(
            judged.filter { $0.gold != nil }.flatMap { one in
                one.candidate.speakers.map { ($0.features, one.isRight($0, articles[one.article].article)) }
            })
    }

    /// What the whole chain of models finds in articles that none of them saw.
    private func report(_ judged: [JudgedCandidate]) {
        let others = judged.filter { $0.article % 2 == 0 }
        guard let choice = ChoiceModel(choice(others)) else { return }
        let speakers = speakers(others)
        let held = judged.filter { $0.article % 2 == 1 }
        let gold = articles.indices.filter { $0 % 2 == 1 }.reduce(0) { $0 + articles[$1].attributions.count }
        var choiceBins = CalibrationBins()
        var speakerBins = CalibrationBins()
        var byArticle: [Int: [JudgedCandidate]] = [:]
        for one in held { byArticle[one.article, default: []].append(one) }
        var scores: [(probability: Float, isRight: Bool, hasSpeaker: Bool)] = []
        for article in byArticle.keys.sorted() {
            let all = byArticle[article] ?? []
            let chosen = articles[article].article.choose(all.map(\.candidate), choice, threshold: 0.2)
            for (place, probability) in chosen {
                let one = all[place]
                let options = one.candidate.speakers.map { ($0, speakers.probability($0.features)) }
                guard let best = options.max(by: { $0.1 < $1.1 }) else { continue }
                let isRight = one.isRight(best.0, articles[article].article)
                choiceBins.add(probability, one.gold != nil)
                if one.gold != nil { speakerBins.add(best.1, isRight) }
                scores.append((probability, one.gold != nil, isRight))
            }
        }
        for threshold: Float in [0.25, 0.3, 0.35, 0.4, 0.45, 0.5] {
            let kept = scores.filter { $0.probability >= threshold }
            let right = kept.count { $0.isRight }
            let spoken = kept.count { $0.isRight && $0.hasSpeaker }
            let both = Float(kept.count + gold)
            log("from \(threshold): found F1 \(200 * Float(right) / both), with speaker \(200 * Float(spoken) / both)")
        }
        log("calibration error: content \(choiceBins.error), speaker \(speakerBins.error)")
    }
}
