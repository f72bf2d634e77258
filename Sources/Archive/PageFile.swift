public import SystemPackage

/// What a file is to the pipeline, told by its name.
public enum PageFile: Sendable, Equatable {
    case html
    case text
    case warc
    case pageList
    case other

    public init(_ path: FilePath) {
        let name = path.lastComponent?.string.lowercased() ?? ""
        func ends(_ suffixes: String...) -> Bool { suffixes.contains { name.hasSuffix($0) } }
        self =
            if ends(".html", ".htm", ".xhtml") {
                .html
            } else if ends(".txt") {
                .text
            } else if ends(".warc", ".warc.gz", ".arc", ".arc.gz") {
                .warc
            } else if ends(".jsonl") {
                .pageList
            } else {
                .other
            }
    }
}
