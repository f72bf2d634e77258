import Files
import Glibc
import SystemPackage

/// Starts a program with no signal held back and in a process group of its own: a terminal's interrupt goes to the
/// runner, which decides.
func spawn(
    _ program: FilePath, _ arguments: [String], environment: [String] = Environment.inherited,
    actions: inout posix_spawn_file_actions_t
) throws -> pid_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP))
    var process = pid_t()
    let result = withCStrings([program.string] + arguments) { arguments in
        withCStrings(environment) { posix_spawn(&process, program.string, &actions, &attributes, arguments, $0) }
    }
    guard result == 0 else { throw FileError("start", program, Errno(rawValue: result)) }
    return process
}

/// The environment of this process, as `NAME=value`.
enum Environment {
    static let inherited: [String] = {
        var result: [String] = []
        var entry = environ
        while let text = entry.pointee {
            result.append(String(cString: text))
            entry += 1
        }
        return result
    }()
}

/// Calls `body` with a null-terminated array of C strings.
func withCStrings<Result>(
    _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
    var copies = strings.map { strdup($0) } + [nil]
    defer { copies.forEach { free($0) } }
    return body(&copies)
}
