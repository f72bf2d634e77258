public import ArgumentParser
import Files
public import Review
import Staging
import SystemPackage

/// `sample`: a sheet for a person to judge.
struct SampleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample", abstract: "Draw rows for a person to judge: a CSV sheet and a page to click through.",
        discussion: """
            The sample is stratified and reproducible: the same output, seed and number draw the same rows. The sheet says with
            which probability each row was drawn, and nothing of what the system believes of itself.

            EXAMPLES
              pipeline sample speakers --n 200 --by outlet,type
              pipeline sample relations --n 50 --by confidence --to judging/
            """)

    @Argument(help: "quotes, speakers, chains or relations.")
    var kind: SampleKind

    @Option(help: "Rows to draw, at least 10.")
    var n = 200

    @Option(help: "Strata: outlet, type and confidence, with commas.")
    var by = "outlet,type"

    @Option(help: "Another number draws other rows.")
    var seed = 1

    @Option(help: "The folder to write sample-KIND.csv and sample-KIND.html into.")
    var to = "."

    @OptionGroup var options: OutputOptions

    func run() throws {
        try ending {
            guard 10...100_000 ~= n else {
                throw StageFailure(.usage, "--n: expected a number from 10 to 100,000, found \(n)")
            }
            let stratifiers = try by.split(separator: ",").map { word in
                guard let stratifier = Stratifier(rawValue: String(word)) else {
                    throw StageFailure(.usage, "--by: expected outlet, type or confidence, found \(word)")
                }
                return stratifier
            }
            let sampler = Sampler(of: try options.folder(), kind: kind, by: stratifiers, number: n, seed: seed)
            let sheet = try sampler.sheet()
            let folder = FilePath(to)
            try folder.makeFolder()
            for (name, bytes) in [("csv", sheet.csv), ("html", sheet.page)] {
                let file = folder.appending("sample-\(kind.rawValue).\(name)")
                try file.writeAtomically(bytes)
                print(file)
            }
        }
    }
}

extension SampleKind: ExpressibleByArgument {}
