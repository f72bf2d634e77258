import Glibc
public import SystemPackage

/// An operation on a file that the system refused.
public struct FileError: Error, CustomStringConvertible {
    /// What was tried, such as "read".
    public var operation: String
    public var path: FilePath
    public var cause: Errno

    public init(_ operation: String, _ path: FilePath, _ cause: Errno) {
        self.operation = operation
        self.path = path
        self.cause = cause
    }

    /// The error of the system call that failed just now on this thread.
    public static func last(_ operation: String, _ path: FilePath) -> FileError {
        FileError(operation, path, Errno(rawValue: errno))
    }

    public var description: String { "cannot \(operation) \(path): \(cause)" }
}

/// Turns the system's own error into one that names the file.
func naming<Value>(_ operation: String, _ path: FilePath, _ body: () throws -> Value) throws(FileError) -> Value {
    do {
        return try body()
    } catch {
        throw FileError(operation, path, error as? Errno ?? .ioError)
    }
}
