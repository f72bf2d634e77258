import ArgumentParser
import Files
import Normalization
import Records
import SystemPackage

/// `blocks`: the judge that keeps or drops the blocks of a page.
struct TrainBlocks: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "blocks", abstract: "Train the judge of blocks, and evaluate it by domain.",
        discussion: """
            Each fold holds whole domains. For each, a model is trained on the others and measured on it, through all \
            of what normalize does; then the model of all pages is trained and written as Swift source. The same pages \
            and options give the same bytes.
            """)

    @Option(help: "A page list: rows of id, url and path.") var pages: String
    @Option(help: "The right answers: rows of id and text.") var gold: String
    @Option(help: "Where the weights go, as Swift source.") var out: String?
    @Option(help: "Where the texts of the held-out pages go, as rows of id and text.") var texts: String?
    @Option(help: "A page list to measure the final model on, which it is not trained on.") var checkPages: String?
    @Option(help: "The right answers of that list.") var checkGold: String?
    @Option(help: "Parts for the evaluation; 0 for none.") var folds = 4
    @Option(help: "Trees of the model.") var trees = 80
    @Option(help: "Leaves of a tree, at most 64.") var leaves = 24
    @Option(help: "Shrinkage of each tree.") var rate = 0.12

    func validate() throws {
        guard folds == 0 || folds >= 2, (1...400).contains(trees), (2...BlockModel.leafLimit).contains(leaves) else {
            throw ValidationError("folds: 0 or 2 and more; trees: 1 to 400; leaves: 2 to \(BlockModel.leafLimit)")
        }
    }

    func run() throws {
        var options = BoostedTrees.Options()
        options.trees = trees
        options.leaves = leaves
        options.rate = rate
        let pages = try TrainingPage.read(pages: FilePath(pages), gold: FilePath(gold))
        print("\(pages.count) pages, \(pages.reduce(0) { $0 + $1.labels.count }) segments")
        if folds > 0 { try evaluate(pages, options) }
        guard out != nil || checkPages != nil else { return }
        let model = BoostedTrees.train(BinnedRows(pages), options)
        if let checkPages, let checkGold {
            let others = try TrainingPage.read(pages: FilePath(checkPages), gold: FilePath(checkGold))
            var normalizer = PageNormalizer(model: BlockModel(model.base64))
            print("check: \(PageScore.summary(try others.map { try $0.score(&normalizer) }))")
        }
        guard let out else { return }
        try FilePath(out).writeAtomically(Array(WeightsSource.text(model, options, pages: pages.count).utf8))
    }

    private func evaluate(_ pages: [TrainingPage], _ options: BoostedTrees.Options) throws {
        var all: [PageScore] = []
        for fold in 0..<folds {
            let held = pages.filter { $0.fold(of: folds) == fold }
            let model = BoostedTrees.train(BinnedRows(pages.filter { $0.fold(of: folds) != fold }), options)
            var normalizer = PageNormalizer(model: BlockModel(model.base64))
            let scores = try held.map { try $0.score(&normalizer) }
            print("fold \(fold): \(PageScore.summary(scores))")
            all += scores
        }
        if let texts {
            var rows = JSONWriter()
            for page in all {
                rows.beginObject()
                rows.key("id")
                rows.write(page.id)
                rows.key("text")
                rows.write(page.text)
                rows.endObject()
                rows.newline()
            }
            try FilePath(texts).writeAtomically(rows.bytes)
        }
        print("all: \(PageScore.summary(all))")
        print("worst pages, with precision and recall of four-word runs:")
        for page in all.sorted(by: { ($0.words, $0.id) < ($1.words, $1.id) }).prefix(20) {
            let shares = [page.words, page.precision, page.recall].map(PageScore.printed).joined(separator: " ")
            print("  \(page.id) \(shares)")
        }
    }
}
