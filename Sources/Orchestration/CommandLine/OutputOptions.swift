import ArgumentParser
import Review
import Staging
import SystemPackage

/// Which output a command reads.
struct OutputOptions: ParsableArguments {
    @Option(help: "The configuration file that names the output; without it, pipeline.json where it lies here.")
    var config: String?

    @Option(help: "The folder of the published partitions, or one of them.")
    var output: String?

    var isNamed: Bool { config != nil || output != nil }

    func folder() throws -> OutputFolder {
        if let output { return try OutputFolder(FilePath(output)) }
        return try OutputFolder(RunConfiguration(file: config.map { FilePath($0) }).output)
    }
}
