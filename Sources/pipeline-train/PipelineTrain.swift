import ArgumentParser

/// Trains the models that this project ships. Not needed to run it.
@main struct PipelineTrain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pipeline-train", abstract: "Train the models that the stages ship with.",
        subcommands: [TrainBlocks.self, TrainQuotes.self, CheckQuotes.self])
}
