import Files
import Glibc
public import SystemPackage

/// Public sets for measuring, which are not part of the project. Tests that use them are skipped where they are absent.
public enum SharedData {
    /// Why a test is skipped.
    public static let absent = "the public sets are not there: name the folder that holds them in DATA"

    /// The folder of a set, such as `acquisition/json`, where the environment variable DATA says.
    public static func folder(_ set: String) -> FilePath? {
        guard let value = getenv("DATA") else { return nil }
        let folder = FilePath(String(cString: value)).pushing(FilePath(set))
        return FileStamp(folder)?.kind == .folder ? folder : nil
    }

    public static func has(_ set: String) -> Bool { folder(set) != nil }
}

/// The folders of this package.
public enum Project {
    /// The top of the checkout.
    public static let root = FilePath(#filePath).removingLastComponent().removingLastComponent().removingLastComponent()

    /// A built program.
    public static func program(_ name: String) -> FilePath {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        _ = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        return FilePath(platformString: buffer).removingLastComponent().appending(name)
    }
}
