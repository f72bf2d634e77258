import Archive
import Files
import Records
public import SystemPackage

/// Finds the pages of an input: a folder, a page, a WARC file, a page list, or a shard of fetch.
///
/// In a folder, the rows of page lists speak for the files that they name. Only names are held in memory.
public struct PageReader: InputReader {
    public enum Archives: Sendable {
        /// Each WARC file is one reference.
        case whole
        /// Each response in it is one.
        case records
    }

    private let archives: Archives
    /// What is left to read, last first.
    private var pending: [Entry]
    private var list: OpenList?
    private var archive: OpenArchive?
    /// Files that a page list spoke for.
    private var listed: Set<FilePath> = []

    private enum Entry {
        /// A page list, and how the folder that holds it is named in records.
        case list(FilePath, base: String)
        case file(FilePath, place: String)
    }

    private struct OpenList {
        var rows: RowReader
        /// Paths are relative to it.
        var folder: FilePath
        /// How it is named in records.
        var base: String
    }

    /// - Throws: `FileError` where the input is not there.
    public init(_ input: FilePath, archives: Archives = .records) throws {
        self.archives = archives
        guard input != "-" else {
            pending = []
            list = OpenList(rows: try RowReader("-"), folder: ".", base: FilePath(".").absolute.name)
            return
        }
        guard let stamp = FileStamp(input) else { throw FileError("open", input, .noSuchFileOrDirectory) }
        if stamp.kind == .folder {
            let files = try input.filesBelow()
            let lists = files.filter { PageFile($0) == .pageList && Self.isPageList($0) }
            let spoken = Set(lists)
            let pages = files.filter { !spoken.contains($0) }
            let root = input.absolute.name
            pending =
                pages.reversed().map { .file($0, place: root + "/" + $0.relative(to: input).string) }
                + lists.reversed().map { .list($0, base: Self.place($0.relative(to: input).parent.string, in: root)) }
        } else if PageFile(input) == .pageList {
            pending = [.list(input, base: input.parent.absolute.name)]
        } else {
            pending = [.file(input, place: Self.place(input.name, in: input.parent.absolute.name))]
        }
    }

    public mutating func next() throws -> InputRecord<PageInput>? {
        while true {
            if let record = archive?.next() { return record }
            archive = nil
            if let record = try list?.rows.next() {
                if let record = try listed(record) { return record }
                continue
            }
            list = nil
            switch pending.popLast() {
            case nil: return nil
            case .list(let path, let base):
                list = OpenList(rows: try RowReader(path), folder: path.parent, base: base)
            case .file(let path, let place):
                if listed.contains(path.absolute) { continue }
                if let record = try found(path, place: place) { return record }
            }
        }
    }

    /// Whether the first row of a file found in a folder names a page. Other tables may lie beside pages.
    private static func isPageList(_ file: FilePath) -> Bool {
        guard var rows = try? RowReader(file), let first = try? rows.next(), case .value(let row) = first.content else {
            return false
        }
        return row.has("path") && !row.has("text")
    }

    /// A row of a page list. Null where it names an archive, which is read next.
    private mutating func listed(_ record: InputRecord<Row>) throws -> InputRecord<PageInput>? {
        let row: Row
        switch record.content {
        case .value(let value): row = value
        case .skipped(let reason): return InputRecord(id: record.id, place: record.place, .skipped(reason))
        case .refused(let refusal): return InputRecord(id: record.id, place: record.place, .refused(refusal))
        }
        let (folder, base) = (list?.folder ?? ".", list?.base ?? "")
        if let unreadable = UnreadableRow(row) { return unreadable.record() }
        let reference: PageReference
        do throws(JSONError) {
            reference = try row.decode()
            guard !reference.path.isEmpty else { throw JSONError(.missingKey("path"), at: 0) }
        } catch {
            let refusal = Refusal("invalid_row", "\(record.place): no row of a page list: \(error)")
            return InputRecord(id: record.id, place: record.place, .refused(refusal))
        }
        let file = FilePath(reference.path).resolved(from: folder)
        listed.insert(file.absolute)
        var source = reference.source ?? Source()
        if reference.source == nil {
            source.kind = PageFile(file).sourceKind ?? .html
            source.path = Self.place(reference.path, in: base)
        }
        let page = PageInput(reference: reference, source: source, file: file, row: row)
        if source.kind == .warc, source.offset == nil, archives == .records {
            archive = OpenArchive(page)
            return archive?.next()
        }
        return InputRecord(id: reference.id, place: source.place, .value(page))
    }

    /// A file that no page list speaks for. Null where it is an archive, which is read next.
    private mutating func found(_ file: FilePath, place: String) throws -> InputRecord<PageInput>? {
        guard let kind = PageFile(file).sourceKind else {
            return InputRecord(id: nil, place: place, .skipped("not_a_page"))
        }
        var source = Source()
        source.kind = kind
        source.path = place
        let page = PageInput(reference: PageReference(), source: source, file: file, row: nil)
        if kind == .warc, archives == .records {
            archive = OpenArchive(page)
            return archive?.next()
        }
        return InputRecord(id: nil, place: place, .value(page))
    }

    /// How a file is named in records: the folder's own name, then the path below it; never absolute.
    private static func place(_ path: String, in base: String) -> String {
        let names = FilePath(path).lexicallyNormalized().components.map(\.string).filter { $0 != ".." && $0 != "." }
        return ([base] + names).filter { !$0.isEmpty }.joined(separator: "/")
    }
}

extension PageFile {
    var sourceKind: Source.Kind? {
        switch self {
        case .html: .html
        case .text: .text
        case .warc: .warc
        case .pageList, .other: nil
        }
    }
}
