import Files
import Glibc
import SystemPackage

/// A pipe that workers have as standard input and nobody writes to: it ends when the runner does, however it goes.
struct LifelineHolder: ~Copyable {
    /// What workers read.
    let reading: Int32
    private let writing: Int32

    init() throws {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw FileError.last("open", "a pipe") }
        (reading, writing) = (ends[0], ends[1])
        // A worker that inherited the writing end would keep the others alive.
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    }

    deinit {
        close(reading)
        close(writing)
    }
}
