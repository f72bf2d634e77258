import Files
import Glibc
import Staging
import SystemPackage

/// Runs jobs on a number of workers, one process each, from a single thread.
///
/// A worker that dies, hangs or outgrows its memory is started again without the record it held.
struct WorkerPool {
    let workers: Int
    let limits: RunSettings.Limits
    let signals: Signals
    let lifeline: Int32

    /// A record is blamed at once for a fault signal, and after so many deaths by signals that others send.
    private static let patience = 3
    private static let faults: Set<Int32> = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGSYS]

    /// What is seen while jobs run.
    struct Status {
        var done = 0
        var total = 0
        /// Records in hand or behind, of the shards that are being written.
        var recordsUnderWay = 0
    }

    /// Runs all jobs. Calls `finished` for each with its cost, and `watch` several times a second.
    ///
    /// - Throws: `StageFailure` with the status of the first job that could not be done, after stopping the others.
    func run(
        _ jobs: [Job], finished: (Job, Worker.Usage) throws -> Void, watch: (Status) -> Void
    ) throws {
        var waiting = Array(jobs.reversed())
        var running: [Worker] = []
        var deaths: [String: Int] = [:]
        var status = Status(total: jobs.count)
        var usage: [String: Worker.Usage] = [:]
        do {
            while !waiting.isEmpty || !running.isEmpty {
                while running.count < workers, let job = waiting.popLast() {
                    running.append(try Worker(job, lifeline: lifeline))
                }
                try signals.wait(milliseconds: 50)
                var still: [Worker] = []
                for worker in running {
                    worker.check(limits, timed: worker.job.kind == .map)
                    guard let (ending, cost) = worker.ended() else {
                        still.append(worker)
                        continue
                    }
                    let key = worker.job.shard.string
                    usage[key, default: Worker.Usage()].cpuSeconds += cost.cpuSeconds
                    usage[key, default: Worker.Usage()].peakBytes = max(usage[key]?.peakBytes ?? 0, cost.peakBytes)
                    if ending == .exited(0) {
                        worker.tidy()
                        status.done += 1
                        try finished(worker.job, usage[key] ?? cost)
                    } else {
                        waiting.append(try again(worker, ending, &deaths))
                    }
                }
                running = still
                status.recordsUnderWay = running.reduce(0) { $0 + ($1.recordInHand ?? 0) }
                watch(status)
            }
        } catch {
            stop(running)
            throw error
        }
    }

    /// The job of a worker that failed, with what its end taught.
    private func again(_ worker: Worker, _ ending: Worker.Ending, _ deaths: inout [String: Int]) throws -> Job {
        var job = worker.job
        let reason: SkipList.Reason
        switch ending {
        case .exited(let code):
            let status = ExitStatus(rawValue: code) ?? .defect
            throw StageFailure(status, "\(job.stage) ended with status \(code): \(worker.complaint)")
        case .stopped(let known):
            reason = known
        case .signalled(let signal):
            let key = "\(job.shard) \(worker.recordInHand ?? -1)"
            deaths[key, default: 0] += 1
            guard Self.faults.contains(signal) || deaths[key, default: 0] >= Self.patience else { return job }
            reason = .crashed
        }
        guard let record = worker.recordInHand, job.skip.reasons[record] == nil else {
            throw StageFailure(
                .defect, "\(job.stage) died outside any record (\(ending)) on \(job.shard): \(worker.complaint)")
        }
        job.skip.reasons[record] = reason
        try SkipFile.write(job.skip, of: job.shard, inputs: job.inputsSHA256)
        return job
    }

    /// Ends workers gently, then surely.
    private func stop(_ workers: [Worker]) {
        workers.forEach { $0.signal(SIGTERM) }
        let start = Clock.monotonic
        var left = workers
        while !left.isEmpty {
            left.removeAll { $0.ended() != nil }
            if Clock.monotonic - start > 2 { left.forEach { $0.signal(SIGKILL) } }
            usleep(10_000)
        }
    }
}
