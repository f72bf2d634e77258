import Files
import SystemPackage

/// Writes a run's segment. What it holds follows from the run's articles and the segments before, not from the order in
/// which articles came.
struct SegmentWriter {
    private let head: FilePath
    private let date: String
    private var files: [SegmentFile] = []

    init(_ head: FilePath, date: String) throws {
        self.head = head
        self.date = date
        // A head of older files must not stand beside newer ones.
        try head.removeAll()
        try Segment.folder(of: head).makeFolder()
    }

    func path(_ file: Segment.File) -> FilePath { Segment.folder(of: head).appending(file.rawValue) }

    mutating func add(_ file: SegmentFile?) {
        if let file { files.append(file) }
    }

    mutating func write<Element: BitwiseCopyable>(_ table: [Element], as file: Segment.File) throws {
        try write(table.count, as: file) { table[$0] }
    }

    /// Writes a table of which no more than a block is in memory.
    private mutating func write<Element: BitwiseCopyable>(
        _ count: Int, as file: Segment.File, _ element: (Int) throws -> Element
    ) throws {
        var output = try AtomicFile(path(file))
        let block = 1 << 14
        for start in stride(from: 0, to: count, by: block) {
            let elements = try (start..<min(start + block, count)).map(element)
            try elements.withUnsafeBytes { try output.write(Array($0)) }
        }
        files.append(try output.commitForSegment())
    }

    /// The tables of the run's articles and quotes, with their records in the same order.
    mutating func writeOwn(_ corpus: Corpus) throws {
        guard let part = corpus.parts.last else { return }
        var texts = RecordCopy(try AtomicFile(path(.texts)), from: part.texts)
        try write(part.articles.count, as: .articles) { index in
            var entry = corpus.articles[part.articles.lowerBound + index]
            entry.offset = UInt64(try texts.copy(at: Int(entry.offset), entry.size))
            return entry
        }
        files.append(try texts.commit())
        var utterances = RecordCopy(try AtomicFile(path(.utterances)), from: part.utterances)
        try write(part.quotes.count, as: .quotes) { index in
            var entry = corpus.quotes[part.quotes.lowerBound + index]
            entry.offset = UInt64(try utterances.copy(at: Int(entry.offset), entry.size))
            entry.article -= UInt32(part.articles.lowerBound)
            return entry
        }
        files.append(try utterances.commit())
    }

    mutating func write(_ book: ClusterBook, _ links: [LinkEntry], isQuotes: Bool, key: (Int) -> UInt64) throws {
        try write(links, as: isQuotes ? .quoteLinks : .links)
        let members = book.changedMembers
        try write(members.count, as: isQuotes ? .quoteMemberships : .memberships) { index in
            ClusterBook.Membership(member: key(members[index]), cluster: book.clusters[members[index]])
        }
        try write(book.aliases, as: isQuotes ? .quoteAliases : .aliases)
    }

    func commit(_ corpus: Corpus) throws {
        try Segment.writeHead(
            head, date: date, articles: corpus.articles.count - corpus.own,
            quotes: corpus.quotes.count - corpus.ownQuotes, files: files)
    }
}

/// Copies records into another order.
private struct RecordCopy: ~Copyable {
    private var file: AtomicFile
    private let source: Spool
    private var buffer: [UInt8] = []
    private var count = 0

    init(_ file: consuming AtomicFile, from source: Spool) {
        self.file = file
        self.source = source
    }

    /// Returns where the record begins now.
    mutating func copy(at offset: Int, _ size: Int) throws -> Int {
        let start = count
        buffer += try source.bytes(at: offset, count: size)
        count += size
        if buffer.count > 1 << 20 {
            try file.write(buffer)
            buffer.removeAll(keepingCapacity: true)
        }
        return start
    }

    consuming func commit() throws -> SegmentFile {
        try file.write(buffer)
        return try file.commitForSegment()
    }
}
