public import ArgumentParser
import SystemPackage

/// The options that all stages have in common.
public struct StageOptions: ParsableArguments {
    @Option(name: .customLong("in"), parsing: .upToNextOption, help: "Inputs; `-` is standard input.")
    public var inputs: [String]

    @Option(
        name: .customLong("out"),
        help: "X.jsonl: all inputs into that shard. DIR/: one shard an input. `-`: standard output.")
    public var output: String

    @OptionGroup public var configuration: ConfigurationOptions

    @Option(
        help: ArgumentHelp(
            "Quarantine the record with this ordinal, as N:crashed, N:hung or N:memory.", visibility: .hidden))
    public var skip: [SkipArgument] = []

    @Flag(help: ArgumentHelp("End at once when standard input ends.", visibility: .hidden))
    public var supervised = false

    @Option(help: "End with status 65 where a larger share of the records is quarantined.")
    public var quarantineLimit = 0.2

    public init() {}

    var skipList: SkipList { SkipList(skip) }
}

/// Where settings come from and how logs look.
public struct ConfigurationOptions: ParsableArguments {
    @Option(help: "The configuration file; without it, the built-in defaults.")
    public var config: String?

    @Option(help: "text or json.")
    public var logFormat = Log.Format.text

    public init() {}

    public func settings<S: Stage>(of stage: S.Type) throws -> S.Configuration {
        let file = try config.map { try ConfigurationFile(FilePath($0)) }
        var settings = try file?.settings(of: S.self) ?? S.Configuration()
        try settings.resolve(in: file?.path.removingLastComponent())
        return settings
    }
}

extension Log.Format: ExpressibleByArgument {}

/// `N:reason` of `--skip`.
public struct SkipArgument: ExpressibleByArgument, Sendable {
    var ordinal: Int
    var reason: SkipList.Reason

    public init?(argument: String) {
        guard let colon = argument.firstIndex(of: ":"), let ordinal = Int(argument[..<colon]),
            let reason = SkipList.Reason(rawValue: String(argument[argument.index(after: colon)...]))
        else { return nil }
        self.ordinal = ordinal
        self.reason = reason
    }
}
