import Files
public import Foundation
public import SystemPackage

/// A built program, started as a person would.
public struct Program {
    public struct Result {
        public var status: Int32
        public var output: String
        public var errors: String
    }

    private let running: Process
    private let folder: TemporaryFolder

    public var process: pid_t { running.processIdentifier }

    public static func run(_ name: String, _ arguments: [String], in directory: FilePath) throws -> Result {
        try start(name, arguments, in: directory).wait()
    }

    /// Starts a program; its output goes to files, so that no pipe can fill.
    public static func start(
        _ name: String, _ arguments: [String], in directory: FilePath, environment: [String: String] = [:]
    ) throws -> Program {
        let folder = try TemporaryFolder()
        let output = try folder.write("output", "")
        let errors = try folder.write("errors", "")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Project.program(name).string)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: directory.string)
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle(forWritingAtPath: output.string)
        process.standardError = FileHandle(forWritingAtPath: errors.string)
        try process.run()
        return Program(running: process, folder: folder)
    }

    public func wait() -> Result {
        running.waitUntilExit()
        func text(_ name: String) -> String {
            String(decoding: (try? folder.path.appending(name).readBytes()) ?? [], as: UTF8.self)
        }
        return Result(status: running.terminationStatus, output: text("output"), errors: text("errors"))
    }
}
