import Archive
import Records
import SystemPackage

/// The pages in a WARC file, each by its place in it.
struct OpenArchive {
    private let page: PageInput

    init(_ page: PageInput) throws {
        self.page = page
    }

    mutating func next() throws -> InputRecord<PageInput>? {
        nil
    }
}
