import ArgumentParser
import Files
import Review
import Staging
import SystemPackage

/// `validate`: what a judged sheet says of the whole output.
struct ValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate", abstract: "Precision by outlet and type from a judged sheet, with intervals.",
        discussion: """
            The sheet is one of `pipeline sample` with yes, no or unsure under judgement. Rows are weighed by the inverse of
            the probability with which they were drawn; the intervals hold with 95 %.

            EXAMPLE
              pipeline validate judged.csv
            """)

    @Argument(help: "The judged sheet.")
    var sheet: String

    @OptionGroup var options: OutputOptions

    func run() throws {
        try ending {
            let bytes: [UInt8]
            do { bytes = try FilePath(sheet).readBytes(limit: 256 << 20) } catch let error as FileTooLarge {
                throw StageFailure(.usage, "\(sheet) has \(error.size) bytes; a sheet has at most \(error.limit)")
            }
            // Without an output everything can be said but how sure the system was.
            let output = options.isNamed ? try options.folder() : try? options.folder()
            let validation = try Validation(bytes, of: output)
            print(validation.text, terminator: "")
        }
    }
}
