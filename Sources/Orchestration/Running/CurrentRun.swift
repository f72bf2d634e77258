import Files
import Records
import Staging
import SystemPackage
import SystemPackage

/// The date of the run that was begun last, so that a run that was cut off goes on under its own date.
struct CurrentRun: JSONRecord {
    private var date = ""
    private var finished = false
    /// Where it publishes, as seen from the state folder; both may be moved together.
    private var output = ""

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("date", &date)
        try visitor.field("finished", &finished)
        try visitor.field("output", &output)
    }

    init() {}

    /// The date to run: the wanted one, else that of a run that was cut off, else today in UTC.
    static func date(in state: StateFolder, wanted: String?) throws -> String {
        let current = CurrentRun.read(from: state.current, limit: 1 << 16)
        guard let wanted else {
            guard let current, !current.finished, RunDate.isDate(current.date) else { return Clock.day() }
            return current.date
        }
        try RunDate.check(wanted, option: "--date")
        return wanted
    }

    /// Notes what is begun.
    ///
    /// - Throws: `StageFailure` with status 78 where the state belongs to another output: taking its dates for
    ///   unpublished would publish all articles again.
    static func begin(_ date: String, in state: StateFolder, output: FilePath) throws {
        var run = CurrentRun()
        run.date = date
        run.output = output.relative(to: state.path).string
        let last = CurrentRun.read(from: state.current, limit: 1 << 16)
        guard last?.output ?? "" == "" || last?.output == run.output || FileStamp(state.index) == nil else {
            let other = FilePath(last?.output ?? "").resolved(from: state.path)
            throw StageFailure(
                .configuration, "\(state.path) belongs to the output \(other); name a --state of its own for \(output)")
        }
        try run.write(to: state.current)
    }

    static func finish(in state: StateFolder) throws {
        guard var run = CurrentRun.read(from: state.current, limit: 1 << 16) else { return }
        run.finished = true
        try run.write(to: state.current)
    }
}
