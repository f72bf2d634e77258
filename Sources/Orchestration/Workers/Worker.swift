import Files
import Glibc
import Staging
import SystemPackage

/// A stage program at work on one shard.
final class Worker {
    /// How a worker ended.
    enum Ending: Equatable {
        case exited(Int32)
        case signalled(Int32)
        /// Stopped by the runner for what its record cost.
        case stopped(SkipList.Reason)
    }

    /// What it cost.
    struct Usage {
        var cpuSeconds = 0.0
        var peakBytes = 0
    }

    let job: Job
    private let process: pid_t
    private let log: FilePath
    private var stopped: SkipList.Reason?
    /// Set once the process was waited for: its number may be another's from then on.
    private var end: (Ending, Usage)?
    private var held: Int?
    private var heldSince = Clock.monotonic

    /// Starts a stage program. `lifeline` becomes its standard input, which ends when the runner does.
    init(_ job: Job, lifeline: Int32) throws {
        self.job = job
        log = job.shard.replacingExtension("log")
        try log.parent.makeFolder()
        try Progress.path(of: job.shard).removeAll()

        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, lifeline, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, log.string, O_WRONLY | O_CREAT | O_TRUNC, 0o644)

        // Backtraces of a crash take seconds; the record at fault is known without them.
        let environment = Environment.inherited.filter { !$0.hasPrefix("SWIFT_BACKTRACE=") }
        process = try spawn(
            job.program, job.arguments, environment: environment + ["SWIFT_BACKTRACE=enable=no"], actions: &actions)
    }

    /// The ordinal of the record in its hand, as last seen.
    var recordInHand: Int? { held }

    /// Null while it works.
    func ended() -> (Ending, Usage)? {
        if let end { return end }
        var status: Int32 = 0
        var usage = rusage()
        guard wait4(process, &status, WNOHANG, &usage) == process else { return nil }
        held = Progress.held(besides: job.shard) ?? held
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
        let cost = Usage(
            cpuSeconds: seconds(usage.ru_utime) + seconds(usage.ru_stime), peakBytes: usage.ru_maxrss << 10)
        let signal = status & 0x7f
        let ending: Ending = signal == 0 ? .exited(status >> 8 & 0xff) : .signalled(signal)
        end = (stopped.map { .stopped($0) } ?? ending, cost)
        return end
    }

    /// Stops the worker where its record takes too long or too much memory.
    func check(_ limits: RunSettings.Limits, timed: Bool) {
        guard stopped == nil else { return }
        let now = Progress.held(besides: job.shard)
        if now != held {
            held = now
            heldSince = Clock.monotonic
        } else if timed, held != nil, Clock.monotonic - heldSince > Double(limits.secondsPerRecord) {
            stop(.hung)
        }
        if residentBytes > limits.workerMemoryMiB << 20 { stop(.memory) }
    }

    private func stop(_ reason: SkipList.Reason) {
        stopped = reason
        kill(process, SIGKILL)
    }

    func signal(_ signal: Int32) {
        if end == nil { kill(process, signal) }
    }

    /// What it wrote to standard error, cut to its end.
    var complaint: String {
        let bytes = (try? log.readBytes(limit: 1 << 20)) ?? []
        return String(decoding: bytes.suffix(4000), as: UTF8.self)
    }

    /// Removes its log.
    func tidy() {
        try? log.removeAll()
    }

    private var residentBytes: Int {
        guard let file = try? FileDescriptor.open("/proc/\(process)/statm", .readOnly) else { return 0 }
        defer { try? file.close() }
        var buffer = [UInt8](repeating: 0, count: 128)
        let count = (try? buffer.withUnsafeMutableBytes { try file.read(into: $0) }) ?? 0
        let fields = buffer[..<count].split(separator: UInt8(ascii: " "))
        guard fields.count > 1, let pages = Int(String(decoding: fields[1], as: UTF8.self)) else { return 0 }
        return pages * sysconf(Int32(_SC_PAGESIZE))
    }
}
