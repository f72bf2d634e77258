public import ArgumentParser
public import Records
public import SystemPackage

/// One step of the pipeline, known to the others only by the shards it writes.
public protocol Stage {
    associatedtype Configuration: Settings
    /// As in pipeline.json and in the name of the program, `pipeline-NAME`.
    static var name: String { get }
    /// Changes whenever the same input and configuration would give other bytes.
    static var algorithmVersion: String { get }
    /// One line for `--help`.
    static var abstract: String { get }
    static var kind: StageKind { get }
    /// Commands of `inspect`: one piece of the stage alone, for files that a person names.
    static var inspections: [any ParsableCommand.Type] { get }
    /// Commands of the stage's program beside those of every stage.
    static var commands: [any ParsableCommand.Type] { get }
}

extension Stage {
    public static var inspections: [any ParsableCommand.Type] { [] }
    public static var commands: [any ParsableCommand.Type] { [] }
}

public enum StageKind: String, JSONEnumeration {
    /// One shard in, one shard out.
    case map
    /// All shards in, one shard an input out.
    case reduce
    /// All shards in, the published partition out.
    case publish
}

/// A stage that turns each record into one row or none, without knowing any other record.
public protocol MapStage: Stage {
    associatedtype Reader: InputReader
    init(configuration: Configuration) throws
    /// Opens one input of the command line. `output` is the shard that is being written, or `-`.
    mutating func open(_ input: FilePath, output: FilePath) throws -> Reader
    /// Writes one whole row, from brace to brace, for a record. What was written is taken back when it throws.
    mutating func process(_ value: Reader.Value, into row: inout JSONWriter) throws(Refusal) -> Outcome
}

extension MapStage {
    public static var kind: StageKind { .map }
}

extension MapStage where Reader == RowReader {
    public mutating func open(_ input: FilePath, output: FilePath) throws -> RowReader { try RowReader(input) }
}

extension MapStage where Reader == PageReader {
    public mutating func open(_ input: FilePath, output: FilePath) throws -> PageReader { try PageReader(input) }
}

/// A stage that needs all records at once. It writes its own shards, with `ShardWriter`.
public protocol ReduceStage: Stage {
    /// Options of the command line beside those of every stage.
    associatedtype Options: ParsableArguments
    /// Returns what became of the records, over all shards.
    static func reduce(_ job: ReduceJob, configuration: Configuration, options: Options) throws -> RecordCounts
}

extension ReduceStage {
    public static var kind: StageKind { .reduce }
}

/// What a record became.
public enum Outcome: Equatable, Sendable {
    case written
    /// Known and harmless, with the reason under which it is counted.
    case skipped(String)
}

/// Why one record goes to quarantine instead of on.
public struct Refusal: Error, Equatable {
    /// A word under which it is counted, such as `too_large`.
    public var reason: String
    /// For a person: what, where, and what to do.
    public var detail: String

    public init(_ reason: String, _ detail: String) {
        self.reason = reason
        self.detail = detail
    }
}
