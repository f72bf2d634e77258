import Files
import Glibc
import Records
import SystemPackage

/// A folder that is removed with its owner.
final class TemporaryFolder {
    let path: FilePath

    init() throws {
        var template = Array("/tmp/pipeline-tests-XXXXXX".utf8CString)
        guard let made = template.withUnsafeMutableBufferPointer({ $0.baseAddress.flatMap { mkdtemp($0) } }) else {
            throw FileError.last("create", "/tmp")
        }
        path = FilePath(platformString: made)
    }

    deinit { try? path.removeAll() }

    func write(_ name: String, _ rows: [String]) throws -> FilePath {
        let file = path.appending(name)
        try file.parent.makeFolder()
        try file.writeAtomically(Array(rows.map { $0 + "\n" }.joined().utf8))
        return file
    }
}

/// The rows of a JSON Lines file.
func rows(_ path: FilePath) throws -> [Row] {
    try path.readBytes().split(separator: 10).map { try Row(Array($0)) }
}
