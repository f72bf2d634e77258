import ArgumentParser
import Files
import Foundation
import Records
import Staging
import SystemPackage

/// `make bench`: the whole pipeline over a folder or page list, stage by stage, beside the bare tree parse of the same
/// pages by libxml2, in turn within one run. All times are CPU seconds.
struct StagesBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stages",
        abstract: "Measure the pipeline stage by stage, beside the bare libxml2 parse of the same pages.")

    @Argument(help: "Folders, pages, WARC files and page lists.")
    var inputs: [String]

    @Option(help: "Rounds; medians are printed.")
    var rounds = 5

    @Option(help: "The configuration file.")
    var config: String?

    func run() throws {
        let pages = try Pages(inputs.map { FilePath($0) })
        var runs: [MeasuredRun] = []
        var parses: [Double] = []
        for _ in 0..<max(1, rounds) {
            runs.append(try MeasuredRun.make(inputs, configuration: config))
            parses.append(pages.bareParseSeconds())
        }
        let megabytes = Double(pages.bytes) / 1e6
        let parse = median(parses)
        print(
            "pages \(pages.count), \(rounded(megabytes, 1)) MB of HTML, \(max(1, rounds)) rounds, medians of CPU seconds"
        )
        print(row(["", "CPU s", "articles/CPU s", "MB/CPU s", "x bare parse", "peak MiB"]))
        let articles = Double(runs[0].articles)
        func line(_ name: String, _ seconds: Double, _ peak: Int?) {
            print(
                row([
                    name, rounded(seconds, 3), rounded(articles / seconds, 0), rounded(megabytes / seconds, 1),
                    rounded(seconds / parse, 2), peak.map { "\($0 >> 20)" } ?? "",
                ]))
        }
        for (index, stage) in runs[0].stages.enumerated() {
            let seconds = median(runs.map { $0.stages[index].cpuSeconds })
            line(stage.stage, seconds, runs.map { $0.stages[index].peakBytes }.max())
        }
        line("all stages", median(runs.map { $0.stages.reduce(0) { $0 + $1.cpuSeconds } }), nil)
        line("with the runner", median(runs.map(\.totalSeconds)), nil)
        line("bare libxml2 parse", parse, nil)
    }

    private func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

    private func rounded(_ value: Double, _ digits: Int) -> String {
        String(format: "%.\(digits)f", value)
    }

    private func row(_ cells: [String]) -> String {
        cells.enumerated().map { index, cell in
            let width = index == 0 ? 20 : 15
            let space = String(repeating: " ", count: max(1, width - cell.count))
            return index == 0 ? cell + space : space + cell
        }.joined()
    }
}
