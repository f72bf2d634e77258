public import ArgumentParser
import Files
import Glibc
import Logging
import Records
import SystemPackage

/// The program of a map stage: `pipeline-NAME`.
public struct MapProgram<S: MapStage>: ParsableCommand {
    public static var configuration: CommandConfiguration { programConfiguration(S.self, Run.self) }

    public init() {}

    public struct Run: ParsableCommand {
        public static var configuration: CommandConfiguration { CommandConfiguration(commandName: "run") }

        @OptionGroup public var options: StageOptions

        public init() {}

        public func run() throws {
            try ending(options.configuration.logFormat) {
                if options.supervised { Lifeline.watch() }
                let settings = try options.configuration.settings(of: S.self)
                let identity = StageIdentity(S.self, configuration: settings)
                let target = ShardTarget(options.output)
                let inputs = options.inputs.map { FilePath($0) }
                var counts = RecordCounts()
                for (input, shard) in try target.jobs(inputs) {
                    var driver = MapDriver(
                        try S(configuration: settings), identity: identity, skip: options.skipList)
                    counts += try driver.run(input, into: shard).counts
                }
                try counts.check(limit: options.quarantineLimit)
            }
        }
    }
}

/// The program of a reduce stage: `pipeline-NAME`.
public struct ReduceProgram<S: ReduceStage>: ParsableCommand {
    public static var configuration: CommandConfiguration { programConfiguration(S.self, Run.self) }

    public init() {}

    public struct Run: ParsableCommand {
        public static var configuration: CommandConfiguration { CommandConfiguration(commandName: "run") }

        @OptionGroup public var options: StageOptions
        @OptionGroup public var own: S.Options

        public init() {}

        public func run() throws {
            try ending(options.configuration.logFormat) {
                if options.supervised { Lifeline.watch() }
                let settings = try options.configuration.settings(of: S.self)
                let target = ShardTarget(options.output)
                let job = ReduceJob(
                    inputs: options.inputs.map { FilePath($0) }, output: target,
                    identity: StageIdentity(S.self, configuration: settings), skip: options.skipList)
                try S.reduce(job, configuration: settings, options: own).check(limit: options.quarantineLimit)
            }
        }
    }
}

/// `describe`: what the runner must know of a stage to judge its shards, as one line of JSON.
struct Describe<S: Stage>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "describe", abstract: "Print what the runner must know, as JSON.")
    }

    @OptionGroup var options: ConfigurationOptions

    func run() throws {
        try ending {
            let settings = try options.settings(of: S.self)
            var writer = JSONWriter()
            StageDescription(S.self, configuration: settings).write(json: &writer)
            writer.newline()
            _ = try FileDescriptor.standardOutput.writeAll(writer.bytes)
        }
    }
}

/// `schema`: the JSON Schema of the stage's entry in pipeline.json.
struct Schema<S: Stage>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "schema", abstract: "Print the JSON Schema of the stage's settings.")
    }

    func run() throws {
        var writer = JSONWriter()
        S.Configuration.writeSchema(&writer, constants: [("stage", S.name)], about: S.abstract)
        writer.newline()
        _ = try FileDescriptor.standardOutput.writeAll(writer.bytes)
    }
}

/// `inspect KIND FILE…`: one piece of the stage alone.
struct Inspect<S: Stage>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "inspect", abstract: "Show one piece of the stage alone, as JSON lines.",
            subcommands: S.inspections)
    }
}

private func programConfiguration<S: Stage>(
    _ stage: S.Type, _ run: any ParsableCommand.Type
) -> CommandConfiguration {
    let inspections: [any ParsableCommand.Type] = S.inspections.isEmpty ? [] : [Inspect<S>.self]
    return CommandConfiguration(
        commandName: "pipeline-\(S.name)", abstract: S.abstract,
        discussion: """
            EXAMPLES
              pipeline-\(S.name) --in shard.jsonl --out next.jsonl
              pipeline-\(S.name) --in shards/*.jsonl --out next/
              pipeline-\(S.name) --in - --out - < shard.jsonl

            Beside X.jsonl lie X.manifest.json (written last) and X.quarantine.jsonl.
            Exit status: 0 done, 64 usage, 65 too much refused, 74 input or output, 78 configuration.
            """,
        subcommands: [run, Describe<S>.self, Schema<S>.self] + inspections + S.commands, defaultSubcommand: run)
}

extension RecordCounts {
    /// Fails where a larger share than `limit` was quarantined.
    public func check(limit: Double) throws(StageFailure) {
        guard Double(quarantinedTotal) > limit * Double(recordsIn) else { return }
        let reasons = quarantined.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        throw StageFailure(
            .refused, "\(quarantinedTotal) of \(recordsIn) records were quarantined (\(reasons)); the limit is \(limit)"
        )
    }
}

/// Runs a command's work, with its log in a format, and ends the program with the status that its error stands for.
public func ending(_ logFormat: Log.Format = .text, _ work: () throws -> Void) throws {
    Log.start(logFormat)
    do {
        try work()
    } catch {
        let (status, message) = status(of: error)
        Log.stage.error("\(message)")
        throw ExitCode(status.rawValue)
    }
}

private func status(of error: any Error) -> (ExitStatus, String) {
    switch error {
    case let failure as StageFailure: (failure.status, failure.message)
    case let error as FileError: (.io, error.description)
    case let error as Errno: (.io, error.description)
    case let error as ConfigurationError: (.configuration, error.description)
    default: (.defect, "a defect of pipeline, please report it: \(error)")
    }
}
