import Digest
import Files
import Records
import Staging
import SystemPackage

/// One date's part of the index: a folder of immutable files, and a head that names them with their digests.
///
/// The head, `date=D.segment`, is written last and atomically, so a segment is there whole or not at all; what a
/// run that was cut off left in the folder is overwritten by the next one of that date. Whoever lists the head's digest
/// as an input has listed all of the segment.
struct Segment {
    /// Each a table of plain numbers, little-endian, or records that a table points into.
    enum File: String, CaseIterable {
        case articles, texts, postings, paragraphs
        case quotes, utterances
        case quotePostings = "quote_postings"
        /// Verified pairs of copies, and of versions of one utterance.
        case links
        case quoteLinks = "quote_links"
        /// Clusters of this date's members and of earlier ones that changed, and ids that others go on in place of.
        case memberships, aliases
        case quoteMemberships = "quote_memberships"
        case quoteAliases = "quote_aliases"
        /// Paragraphs that are boilerplate from this date on, or are no longer.
        case boilerplate
    }

    let head: FilePath
    private let contents: SegmentHead

    private static let format = 3

    var date: String { contents.date }
    var articles: Int { contents.articles }
    var quotes: Int { contents.quotes }

    /// - Throws: `StageFailure` where the head or a file of it is not what was written, by its length.
    init(_ head: FilePath) throws {
        guard let contents = SegmentHead.read(from: head), contents.format == Self.format,
            contents.sha256 == contents.digest
        else { throw Self.damaged(head) }
        self.head = head
        self.contents = contents
        for file in contents.files {
            guard FileStamp(path(file.name))?.size == file.bytes else { throw Self.damaged(path(file.name)) }
        }
    }

    private func path(_ name: String) -> FilePath { Self.folder(of: head).appending(name) }

    func path(_ file: File) -> FilePath { path(file.rawValue) }

    func spool(_ file: File) throws -> Spool { try Spool(reading: path(file)) }

    /// A whole table, its bytes checked.
    func table<Element: BitwiseCopyable>(_ file: File, of type: Element.Type) throws -> [Element] {
        var elements: [Element] = []
        try append(file, to: &elements)
        return elements
    }

    /// Appends a whole table, its bytes checked.
    func append<Element: BitwiseCopyable>(_ file: File, to elements: inout [Element]) throws {
        let spool = try spool(file)
        let count = spool.count / MemoryLayout<Element>.stride
        let first = elements.count
        try elements.append(addingCapacity: count) { span in
            try span.withUnsafeMutableBufferPointer { buffer, filled in
                let rest = UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: buffer[filled...]))
                try spool.read(at: 0, into: .init(rebasing: rest[..<(count * MemoryLayout<Element>.stride)]))
                filled += count
            }
        }
        let digest = elements[first...].withUnsafeBytes { SHA256.hex($0) }
        guard contents.files.contains(where: { $0.name == file.rawValue && $0.sha256 == digest }) else {
            throw Self.damaged(path(file))
        }
    }

    /// `date=D` beside `date=D.segment`.
    static func folder(of head: FilePath) -> FilePath {
        head.parent.appending(head.lastComponent?.stem ?? head.name)
    }

    static func writeHead(_ head: FilePath, date: String, articles: Int, quotes: Int, files: [SegmentFile]) throws {
        try folder(of: head).syncFolder()
        var contents = SegmentHead()
        contents.format = format
        contents.date = date
        contents.articles = articles
        contents.quotes = quotes
        contents.files = files.sorted { $0.name < $1.name }
        contents.sha256 = contents.digest
        try contents.write(to: head)
    }

    private static func damaged(_ path: FilePath) -> StageFailure {
        StageFailure(
            .io, "\(path) is no whole segment of the index, or of another version; remove it and run its date again")
    }
}

/// What a head says.
private struct SegmentHead: JSONRecord {
    var format = 0
    var date = ""
    var articles = 0
    var quotes = 0
    var files: [SegmentFile] = []
    /// Of all of this with an empty one.
    var sha256 = ""

    var digest: String {
        var copy = self
        copy.sha256 = ""
        var json = JSONWriter()
        copy.write(json: &json)
        return SHA256.hex(json.bytes)
    }

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("format", &format)
        try visitor.field("date", &date)
        try visitor.field("articles", &articles)
        try visitor.field("quotes", &quotes)
        try visitor.field("files", &files)
        try visitor.field("sha256", &sha256)
    }
}

/// A file of a segment.
struct SegmentFile: JSONRecord {
    var name = ""
    var bytes = 0
    var sha256 = ""

    mutating func visit(_ visitor: inout some FieldVisitor) throws(JSONError) {
        try visitor.field("name", &name)
        try visitor.field("bytes", &bytes)
        try visitor.field("sha256", &sha256)
    }
}

extension AtomicFile {
    /// Makes the file durable and says what the head must know of it.
    consuming func commitForSegment() throws -> SegmentFile {
        var file = SegmentFile()
        file.name = path.name
        file.bytes = count
        file.sha256 = sealed()
        try commit()
        return file
    }
}
