import Files
import Records
import Staging
import SystemPackage

/// Divides the pages of all inputs into shards by a hash of their identity, so that one more page touches one shard.
struct Planner {
    /// One shard of page references.
    struct Shard {
        /// Such as `0007`.
        var name: String
        var path: FilePath
        var sha256: String
        var pages: Int
    }

    /// Above and below these pages a shard, the number of shards is chosen anew.
    private static let pagesPerShard = (least: 64, wanted: 256, most: 1024)
    private static let mostShards = 512

    let inputs: [FilePath]
    let folder: FilePath
    /// 0 chooses.
    let shards: Int

    /// Finds the pages and writes the shards that changed, unless only asked what would be.
    func plan(_ digests: inout DigestCache, writing: Bool = true, tick: () throws -> Void) throws -> [Shard] {
        let pages = try countPages(tick: tick)
        let existing = FileStamp(folder) == nil ? [] : try folder.names().filter { $0.hasSuffix(".jsonl") }
        let count = shards > 0 ? shards : Self.shardCount(pages: pages, now: existing.count)
        try folder.makeFolder()
        let drafts = try (0..<count).map { try Draft(folder.appending(Self.name($0) + ".jsonl")) }
        for input in inputs {
            var reader = try open(input)
            while let record = try reader.next() {
                try tick()
                var row = JSONWriter()
                let key: String
                switch record.content {
                case .value(var page):
                    // A record of an archive that says what it is stays that, however the archive grows.
                    if page.source.offset == nil || page.source.sha256 == nil {
                        page.source.sha256 = try digests.digest(of: page.file, tick: tick)
                    }
                    page.write(&row, from: folder)
                    key = page.reference.id ?? page.reference.url ?? page.source.path
                // What is no page goes on as what it is, for fetch to count.
                case .skipped(let reason):
                    UnreadableRow(place: record.place, skipped: reason).write(json: &row)
                    key = record.place
                case .refused(let refusal):
                    UnreadableRow(place: record.place, refusal).write(json: &row)
                    key = record.place
                }
                row.newline()
                try drafts[Self.shard(of: key, count: count)].append(row.bytes)
            }
        }
        var planned: [Shard] = []
        for (index, draft) in drafts.enumerated() {
            let known = try digests.digest(of: draft.path)
            let digest = try draft.finish(known: known, writing: writing)
            planned.append(Shard(name: Self.name(index), path: draft.path, sha256: digest, pages: draft.rows))
        }
        if writing {
            for name in existing where !planned.contains(where: { $0.path.name == name }) {
                try folder.appending(name).removeAll()
            }
        }
        return planned
    }

    /// A shard being planned, written beside the old one, which stays where nothing changed.
    private final class Draft {
        let path: FilePath
        private(set) var rows = 0
        private var file: AtomicFile?
        private var buffer: [UInt8] = []

        init(_ path: FilePath) throws(FileError) {
            self.path = path
            file = try AtomicFile(path)
        }

        func append(_ row: [UInt8]) throws(FileError) {
            buffer += row
            rows += 1
            if buffer.count > 1 << 16 { try flush() }
        }

        private func flush() throws(FileError) {
            try file?.write(buffer)
            buffer.removeAll(keepingCapacity: true)
        }

        /// The digest of the rows. The file is replaced where its digest was another.
        func finish(known: String?, writing: Bool) throws(FileError) -> String {
            try flush()
            guard var file = file.take() else { return "" }
            let digest = file.sealed()
            if writing, digest != known { try file.commit() }
            return digest
        }
    }

    private func open(_ input: FilePath) throws -> PageReader {
        do {
            return try PageReader(input, archives: .whole)
        } catch let error as FileError {
            throw StageFailure(.io, "\(error); inputs are named in pipeline.json or by --input")
        }
    }

    private func countPages(tick: () throws -> Void) throws -> Int {
        var pages = 0
        for input in inputs {
            var reader = try open(input)
            while try reader.next() != nil {
                pages += 1
                try tick()
            }
        }
        return pages
    }

    /// A power of two near the wanted size, kept while the shards are neither too small nor too large.
    static func shardCount(pages: Int, now: Int) -> Int {
        if now > 0, pages >= now * pagesPerShard.least, pages <= now * pagesPerShard.most { return now }
        var count = 1
        while count < mostShards, count * pagesPerShard.wanted < pages { count *= 2 }
        return count
    }

    private static func name(_ index: Int) -> String {
        let digits = String(index)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    /// FNV-1a, spread by a last multiplication: any fixed function would do.
    static func shard(of key: String, count: Int) -> Int {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in key.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return Int((hash ^ hash >> 32) % UInt64(count))
    }
}
