import ArgumentParser
import Extraction
import Files
import SystemPackage

struct TrainQuotes: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quotes", abstract: "Train the models of attributions from train.docs.jsonl and train.gold.jsonl.")

    @Option(help: "The folder of the gold files.") var gold: String
    @Option(help: "The folder of the model of entities; without it rules alone find them.") var model: String?
    @Option(help: "Of every how manieth article the rules alone find the entities.") var bare = 4
    @Option(help: "Where the weights go.") var out: String
    @Option(help: "How many articles to learn from.") var articles = Int.max
    @Option(help: "A group of features to leave out; may be repeated.") var without: [String] = []
    @Option(help: "How often each sequence is learnt from.") var epochs = 5
    @Option(help: "The length of a step of AdaGrad.") var rate: Float = 0.06
    @Option(help: "The pull of weights towards 0.") var penalty: Float = 1e-4

    func run() throws {
        let training = QuoteTraining(
            articles: try GoldArticle.read(
                FilePath(gold), "train", model: try EntityModel.read(model), bare: bare, limit: articles),
            without: Set(Feature.Group.allCases.filter { without.contains("\($0)") }), epochs: epochs,
            rate: rate, penalty: penalty
        ) { print($0) }
        try FilePath(out).writeAtomically(training.bytes())
    }
}

extension EntityModel {
    /// The model of a folder; null where none is named.
    static func read(_ folder: String?) throws -> EntityModel? {
        try folder.map { try EntityModel(folder: FilePath($0)) }
    }
}

extension [UInt8] {
    /// The bytes as weights, in memory that is never given back.
    func forever() -> FeatureWeights {
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 16)
        memory.copyBytes(from: self)
        guard let weights = FeatureWeights(UnsafeRawBufferPointer(memory)) else {
            preconditionFailure("the trainer wrote a table that it cannot read")
        }
        return weights
    }
}
