/// How a program ends, in the terms of sysexits.h that schedulers act on.
public enum ExitStatus: Int32, Sendable {
    case done = 0
    /// `verify` found a difference.
    case difference = 1
    case usage = 64
    /// More was quarantined than the configuration allows.
    case refused = 65
    /// A defect of ours.
    case defect = 70
    /// A file could not be read or written.
    case io = 74
    /// Locked, interrupted, or temporary: try later.
    case temporary = 75
    case configuration = 78
}

/// Why a program ends before its work is done.
public struct StageFailure: Error, CustomStringConvertible {
    public var status: ExitStatus
    public var message: String

    public init(_ status: ExitStatus, _ message: String) {
        self.status = status
        self.message = message
    }

    public var description: String { message }
}
