import Files
import Glibc
import Records
import Staging
import SystemPackage

/// The stage programs, which lie beside the running one.
enum Siblings {
    static func program(_ stage: String) throws -> FilePath {
        let path = try folder().appending("pipeline-\(stage)")
        guard FileStamp(path)?.kind == .file else {
            throw StageFailure(.configuration, "stages: there is no program for the stage \"\(stage)\": \(path)")
        }
        return path
    }

    /// Names of all stages that have a program.
    static func stages() throws -> [String] {
        try folder().names().filter { $0.hasPrefix("pipeline-") && !$0.contains(".") }
            .map { String($0.dropFirst("pipeline-".count)) }
    }

    private static func folder() throws -> FilePath {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        guard count > 0 else { throw FileError.last("find", "/proc/self/exe") }
        return FilePath(platformString: buffer).parent
    }

    /// Asks a stage what it is under a configuration, which it checks on the way.
    static func describe(_ stage: String, configuration: FilePath?) throws -> StageDescription {
        let arguments = ["describe"] + (configuration.map { ["--config", $0.string] } ?? [])
        let output = try capture(program(stage), arguments)
        do throws(JSONError) {
            return try Row(output).decode()
        } catch {
            throw StageFailure(.defect, "pipeline-\(stage) does not describe itself: \(error)")
        }
    }

    /// The standard output of a program that ends well; its standard error is ours.
    static func capture(_ program: FilePath, _ arguments: [String]) throws -> [UInt8] {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw FileError.last("open", "a pipe") }
        defer { close(ends[0]) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        posix_spawn_file_actions_addclose(&actions, ends[0])
        let process: pid_t
        do {
            defer { close(ends[1]) }
            process = try spawn(program, arguments, actions: &actions)
        }
        var output: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 14)
        while true {
            let count = read(ends[0], &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            if count <= 0 { break }
            output += buffer[..<count]
        }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        guard status == 0 else {
            let code = status & 0x7f == 0 ? ExitStatus(rawValue: status >> 8 & 0xff) : nil
            throw StageFailure(code ?? .defect, "\(program.name) \(arguments.first ?? "") failed")
        }
        return output
    }

    /// Becomes a stage program; returns only where that fails.
    static func become(_ program: FilePath, _ arguments: [String]) throws {
        _ = withCStrings([program.string] + arguments) { execv(program.string, $0) }
        throw FileError.last("start", program)
    }
}
