public import SystemPackage

/// Why a pipeline cannot be loaded.
public enum ModelError: Error, Sendable, CustomStringConvertible {
    /// The system refused to give the file.
    case unreadable(FilePath, Errno)
    /// The file does not hold what its format demands.
    case damaged(String, reason: String)
    /// The file is in order, but asks for something that this runtime does not have; named as spaCy names it.
    case unsupported(String)

    public var description: String {
        switch self {
        case .unreadable(let path, let cause): "cannot read \(path): \(cause)"
        case .damaged(let file, let reason): "\(file) is damaged: \(reason)"
        case .unsupported(let what):
            "unsupported in a spaCy pipeline: \(what); docs/entities.md says which pipelines run, and how to name another"
        }
    }
}
