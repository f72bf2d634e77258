import Digest
import Files
import Records
import Staging
import SystemPackage

/// One date's part of the index: immutable, written once, read whole.
///
/// Layout, integers little-endian: the magic `dedupidx`, a format number of 4 bytes, then for each article by
/// ascending id the length of its row in bytes (4), the row as JSON, the number of its words (4), and the words (4
/// each); at the end the SHA-256 of all bytes before it, as 64 hexadecimal digits.
enum Segment {
    private static let magic = Array("dedupidx".utf8)
    private static let format: UInt32 = 1
    private static let digestLength = 64

    static func write(_ articles: [IndexedArticle], to path: FilePath) throws {
        try path.parent.makeFolder()
        var file = try AtomicFile(path)
        var digest = SHA256()
        var bytes = magic
        append(format, to: &bytes)
        for article in articles {
            var row = JSONWriter()
            IndexRow(article.article).write(json: &row)
            append(UInt32(row.bytes.count), to: &bytes)
            bytes += row.bytes
            append(UInt32(article.words.count), to: &bytes)
            for word in article.words { append(word.bits, to: &bytes) }
            if bytes.count > 1 << 20 {
                bytes.withUnsafeBytes { digest.update($0) }
                try file.write(bytes)
                bytes.removeAll(keepingCapacity: true)
            }
        }
        bytes.withUnsafeBytes { digest.update($0) }
        try file.write(bytes + Array(digest.finish().utf8))
        try file.commit()
    }

    /// - Throws: `StageFailure` where the file is not a whole segment of this format.
    static func read(_ path: FilePath, _ each: (IndexedArticle) -> Void) throws {
        let bytes = try path.readBytes()
        let end = bytes.count - digestLength
        guard end >= magic.count + 4, bytes.starts(with: magic) else { throw damaged(path) }
        let digest = bytes.withUnsafeBytes { SHA256.hex(UnsafeRawBufferPointer(rebasing: $0[..<end])) }
        var cursor = Cursor(bytes: bytes, place: magic.count, end: end)
        guard bytes[end...].elementsEqual(digest.utf8), cursor.integer() == format else { throw damaged(path) }
        while cursor.place < end {
            guard let length = cursor.integer(), let json = cursor.take(Int(length)), let count = cursor.integer(),
                let words = cursor.take(4 * Int(count)), let row = try? Row(Array(json)),
                let decoded: IndexRow = try? row.decode()
            else { throw damaged(path) }
            each(IndexedArticle(decoded, words: Self.words(words)))
        }
    }

    private static func damaged(_ path: FilePath) -> StageFailure {
        StageFailure(
            .io, "\(path) is no whole segment of the index, or of another version; remove it and run its date again")
    }

    private static func words(_ bytes: ArraySlice<UInt8>) -> [Word] {
        bytes.withUnsafeBytes { raw in
            (0..<raw.count / 4).map {
                Word(bits: UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: 4 * $0, as: UInt32.self)))
            }
        }
    }

    private static func append(_ value: UInt32, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    private struct Cursor {
        let bytes: [UInt8]
        var place: Int
        let end: Int

        mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
            guard count <= end - place else { return nil }
            defer { place += count }
            return bytes[place..<place + count]
        }

        mutating func integer() -> UInt32? {
            take(4).map { $0.reversed().reduce(0) { $0 << 8 | UInt32($1) } }
        }
    }
}
