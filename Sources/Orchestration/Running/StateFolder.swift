import Files
import Glibc
import Staging
import SystemPackage

/// The layout of the state folder, and its lock.
struct StateFolder {
    let path: FilePath

    var plan: FilePath { path.appending("plan") }
    var digests: FilePath { path.appending("digests.jsonl") }
    var runs: FilePath { path.appending("runs") }
    var current: FilePath { path.appending("current.json") }
    /// What `fetch` keeps of the network: its queue, and the pages that it got.
    var crawl: FilePath { path.appending("crawl") }
    /// The pages that it got, as a page list.
    var crawledPages: FilePath { crawl.appending("pages.jsonl") }
    /// Segments of the index of deduplication, one a date.
    var index: FilePath { path.appending("index") }

    /// The shards of a map stage, which hold for every date.
    func shards(of stage: String) -> FilePath { path.appending(stage) }

    /// The shards of a reduce stage for a date.
    func shards(of stage: String, date: String) -> FilePath {
        path.appending("date=\(date)").appending(stage)
    }

    /// What the published partition of a date was made from.
    func publication(of stage: String, date: String) -> FilePath {
        shards(of: stage, date: date).appending("partition.jsonl")
    }

    /// Takes the lock for this process and the workers it starts, which inherit it: the lock is free only when the
    /// last of them has ended.
    ///
    /// - Throws: `StageFailure` with status 75 where another run holds it.
    func lock() throws -> Lock {
        try path.makeFolder()
        return try Lock(path.appending("lock"))
    }

    struct Lock: ~Copyable {
        private let file: Int32

        init(_ path: FilePath) throws {
            file = path.withPlatformString { open($0, O_RDWR | O_CREAT, 0o644) }
            guard file >= 0 else { throw FileError.last("open", path) }
            // A run that was killed leaves workers that end within moments.
            for _ in 0..<20 {
                if flock(file, LOCK_EX | LOCK_NB) == 0 { return }
                usleep(100_000)
            }
            close(file)
            throw StageFailure(.temporary, "another run holds \(path); wait for it, or name another --state")
        }

        deinit {
            flock(file, LOCK_UN)
            close(file)
        }
    }

    /// Removes what writers that were killed left behind.
    func removeTemporaries() throws {
        guard FileStamp(path) != nil else { return }
        try Self.removeTemporaries(in: path, depth: 3)
    }

    private static func removeTemporaries(in folder: FilePath, depth: Int) throws {
        for name in try folder.names() {
            let path = folder.appending(name)
            if name.hasPrefix("."), name.hasSuffix(AtomicFile.temporarySuffix) {
                try path.removeAll()
            } else if depth > 0, FileStamp(path)?.kind == .folder {
                try removeTemporaries(in: path, depth: depth - 1)
            }
        }
    }
}
