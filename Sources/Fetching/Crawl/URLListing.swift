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

    private static let rowsPerTransaction = 20_000

    func read(_ paths: [String], from base: FilePath, due: Int) throws {
        for name in paths {
            let path = FilePath(name).resolved(from: base)
            guard let stamp = FileStamp(path), stamp.kind == .file else {
                throw StageFailure(.io, "cannot read the URLs in \(path): there is no such file")
            }
            let version = "\(stamp.size) \(stamp.modified) \(stamp.inode)"
            if try store.knowsList(source: source, path: name, stamp: version) { continue }
            var lines = try LineReader(path, limit: 64 << 10)
            while try readSome(&lines, isRows: name.hasSuffix(".jsonl"), due: due) {}
            try store.noteList(source: source, path: name, stamp: version)
        }
    }

    /// One transaction's worth; false at the end.
    private func readSome(_ lines: inout LineReader, isRows: Bool, due: Int) throws -> Bool {
        var urls: [WebURL] = []
        var rows = 0
        while rows < Self.rowsPerTransaction, let line = try lines.next() {
            rows += 1
            guard case .line(let bytes) = line, let text = Self.text(bytes, isRows: isRows),
                let url = WebURL(text)?.requestable
            else { continue }
            urls.append(url)
        }
        try store.database.write { db in
            var left = limit - (try store.size(ofSource: source, db).pages)
            for url in urls where left > 0 {
                if try store.add(.init(url: url, source: source, kind: .page), due: due, db) { left -= 1 }
            }
        }
        return rows == Self.rowsPerTransaction
    }

    /// The URL of a line; nil for comments and rows without one.
    private static func text(_ line: [UInt8], isRows: Bool) -> String? {
        if isRows { return try? Records.Row(line).decode("url") }
        let text = line.drop { $0 <= 0x20 }
        guard text.first != UInt8(ascii: "#") else { return nil }
        return String(decoding: text.prefix { $0 > 0x20 }, as: UTF8.self)
    }
}
