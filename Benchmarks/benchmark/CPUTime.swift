import Foundation

/// CPU seconds of this process, user and system.
func ownSeconds() -> Double { seconds(Int32(RUSAGE_SELF.rawValue)) }

/// CPU seconds of all processes that this one started and that have ended.
func childSeconds() -> Double { seconds(Int32(RUSAGE_CHILDREN.rawValue)) }

private func seconds(_ whose: Int32) -> Double {
    var usage = rusage()
    getrusage(whose, &usage)
    return Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
        + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
}
