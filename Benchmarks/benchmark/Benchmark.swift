import ArgumentParser

/// Measures, in CPU seconds. Figures of one run are to be compared with each other, not with those of another machine.
@main struct Benchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benchmark", abstract: "Measure the pipeline and its parts in CPU seconds.",
        subcommands: [StagesBenchmark.self, CodecBenchmark.self], defaultSubcommand: StagesBenchmark.self)
}
