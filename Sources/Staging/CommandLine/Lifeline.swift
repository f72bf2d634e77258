import Glibc

/// Ends this process when the runner that started it is gone, however it went.
public enum Lifeline {
    /// Watches standard input, which the runner holds open and never writes to.
    public static func watch() {
        var thread = pthread_t()
        pthread_create(
            &thread, nil,
            { _ in
                var byte: UInt8 = 0
                while true {
                    let count = read(0, &byte, 1)
                    if count == 0 || (count < 0 && errno != EINTR) { _exit(ExitStatus.temporary.rawValue) }
                }
            }, nil)
    }
}
