import Digest
import Files
public import Records
public import Staging
public import SystemPackage

/// Finds pages and says where each lies and what its digest is. Pages themselves are not copied.
public struct FetchStage: MapStage {
    public typealias Configuration = FetchSettings
    public static let name = "fetch"
    public static let algorithmVersion = "1"
    public static let abstract = "Find pages in folders, page lists and WARC files; write a reference to each."

    private let settings: FetchSettings
    private var folder: FilePath = "."

    public init(configuration: FetchSettings) {
        settings = configuration
    }

    public mutating func open(_ input: FilePath, output: FilePath) throws -> PageReader {
        folder = output == "-" ? "." : output.parent
        return try PageReader(input)
    }

    public mutating func process(_ page: PageInput, into row: inout JSONWriter) throws(Refusal) -> Outcome {
        var page = page
        guard let stamp = FileStamp(page.file), stamp.kind == .file else {
            throw Refusal("missing", "\(page.source.path): there is no such file")
        }
        if page.source.kind != .warc, stamp.size > settings.maxPageBytes {
            throw Refusal(
                "too_large",
                "\(page.source.path): \(stamp.size) bytes; the limit is fetch.max_page_bytes, \(settings.maxPageBytes)")
        }
        if page.source.sha256 == nil {
            do { page.source.sha256 = try page.file.sha256() } catch {
                throw Refusal("unreadable", "\(page.source.path): the file cannot be read")
            }
        }
        page.write(&row, from: folder)
        return .written
    }
}
