import Files
import Records
import Staging
import SystemPackage

/// The date of the run that was begun last, so that a run that was cut off goes on under its own date.
struct CurrentRun: JSONRecord {
    private var date = ""
    private var finished = false

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("date", &date)
        try visitor.field("finished", &finished)
    }

    init() {}

    /// The date to run: the wanted one, else that of a run that was cut off, else today in UTC.
    static func date(in state: StateFolder, wanted: String?) throws -> String {
        let current = CurrentRun.read(from: state.current, limit: 1 << 16)
        guard let wanted else {
            guard let current, !current.finished, isDate(current.date) else { return Clock.day() }
            return current.date
        }
        guard isDate(wanted) else {
            throw StageFailure(.usage, "--date: expected YYYY-MM-DD, found \"\(wanted)\"")
        }
        return wanted
    }

    static func begin(_ date: String, in state: StateFolder) throws {
        try write(date, finished: false, in: state)
    }

    static func finish(_ date: String, in state: StateFolder) throws {
        try write(date, finished: true, in: state)
    }

    private static func write(_ date: String, finished: Bool, in state: StateFolder) throws {
        var run = CurrentRun()
        run.date = date
        run.finished = finished
        try run.write(to: state.current)
    }

    static func isDate(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard parts.map(\.count) == [4, 2, 2], parts.joined().allSatisfy({ $0.isASCII && $0.isNumber }),
            let month = Int(parts[1]), let day = Int(parts[2])
        else { return false }
        return 1...12 ~= month && 1...31 ~= day
    }
}
