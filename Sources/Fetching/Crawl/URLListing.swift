import Files
import GRDB
import Records
import Staging
import SystemPackage
import Web

/// Takes files of URLs into the queue, row by row. A file that was read to its end and did not change since is passed over.
struct URLListing {
    let store: CrawlStore
    let source: Int
    /// Pages of the source in all.
    let limit: Int
    /// Pages that were new, and those that were not.
    private(set) var found = 0
    private(set) var known = 0

    init(store: CrawlStore, source: Int, limit: Int) {
        (self.store, self.source, self.limit) = (store, source, limit)
    }

    /// - Parameter name: by which the store knows the file.
    mutating func read(_ path: FilePath, named name: String, due: Int) throws {
        guard let stamp = FileStamp(path), stamp.kind == .file else {
            throw StageFailure(.io, "cannot read the URLs in \(path): there is no such file")
        }
        let version = "\(stamp.size) \(stamp.modified) \(stamp.inode)"
        if try store.knowsList(source: source, path: name, stamp: version) { return }
        try read(path, bytes: stamp.size, isRows: name.hasSuffix(".jsonl"), due: due)
        try store.noteList(source: source, path: name, stamp: version)
    }

    private mutating func read(_ path: FilePath, bytes: Int, isRows: Bool, due: Int) throws {
        var lines = try LineReader(path, limit: 64 << 10)
        let pages = FoundPages(folder: store.folder, bytes: bytes)
        var left = limit - (try size())
        while left > 0, let line = try lines.next() {
            guard case .line(let bytes) = line, let text = Self.text(bytes, isRows: isRows),
                let url = WebURL(text)?.requestable
            else { continue }
            try pages.append(url)
            if pages.count == left {
                try add(pages, due: due)
                left = limit - (try size())
            }
        }
        try add(pages, due: due)
    }

    private mutating func add(_ pages: FoundPages, due: Int) throws {
        let count = pages.count
        let added = try pages.add(source: source, due: due) { [store] work in
            try store.change(work)
            try store.commit()
        }
        found += added
        known += count - added
    }

    private func size() throws -> Int { try store.database.inDatabase { try store.size(ofSource: source, $0).pages } }

    /// The URL of a line; nil for comments and rows without one.
    private static func text(_ line: [UInt8], isRows: Bool) -> String? {
        if isRows { return try? Records.Row(line).decode("url") }
        let text = line.drop { $0 <= 0x20 }
        guard text.first != UInt8(ascii: "#") else { return nil }
        return String(decoding: text.prefix { $0 > 0x20 }, as: UTF8.self)
    }
}
