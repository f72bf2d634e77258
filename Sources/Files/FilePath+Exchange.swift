import CLinux
import Glibc
public import SystemPackage

extension FilePath {
    /// Gives this file or folder the name `other`. What lay there before gets this one's name, in one step, so that
    /// whoever opens `other` finds the old or the new, whole.
    ///
    /// On a file system that cannot exchange names, there is a moment in which nothing lies at `other`.
    public func takePlace(of other: FilePath) throws(FileError) {
        let isThere = FileStamp(other) != nil
        let result = withPlatformString { mine in
            other.withPlatformString { theirs in
                isThere
                    ? renameat2(AT_FDCWD, mine, AT_FDCWD, theirs, rename_exchange) : Glibc.rename(mine, theirs)
            }
        }
        if result == 0 { return }
        guard isThere, errno == EINVAL || errno == ENOSYS else { throw FileError.last("replace", other) }
        let aside = parent.appending(name + AtomicFile.temporarySuffix)
        try other.move(to: aside)
        try move(to: other)
        try aside.move(to: self)
    }

    private func move(to other: FilePath) throws(FileError) {
        let result = withPlatformString { mine in other.withPlatformString { Glibc.rename(mine, $0) } }
        guard result == 0 else { throw FileError.last("rename", self) }
    }
}
