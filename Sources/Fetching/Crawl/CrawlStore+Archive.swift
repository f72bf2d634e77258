import Archive
import Files
import GRDB
import SystemPackage

/// The state and the WARC files after an interruption.
extension CrawlStore {
    /// The last WARC file and how much of it is known to be whole; 0 where there is none.
    ///
    /// Where a file is shorter than what is known of it, as after a power cut, or is gone, its pages are due again.
    func recoverArchive(_ folder: FilePath) throws -> (file: Int, length: Int) {
        let known = try database.read { db in
            try Row.fetchAll(db, sql: "SELECT file, length FROM archive ORDER BY file").map { row in
                (file: row[0] as Int, length: row[1] as Int)
            }
        }
        for (file, length) in known {
            let size = FileStamp(folder.appending(WARCWriter.name(file)))?.size ?? 0
            guard size < length else { continue }
            try database.write { db in
                try db.execute(
                    sql: """
                        UPDATE url SET file = NULL, digest = NULL, record = NULL, etag = NULL, last_modified = NULL, due = 0
                        WHERE file = ? AND offset + length > ?
                        """, arguments: [file, size])
                try db.execute(sql: "UPDATE archive SET length = ? WHERE file = ?", arguments: [size, file])
            }
        }
        return known.last ?? (0, 0)
    }
}
