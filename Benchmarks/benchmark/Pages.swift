import CLibXML2
import Foundation
import Files
import Staging
import SystemPackage

/// The raw pages of the inputs, in memory.
struct Pages {
    private var pages: [[UInt8]] = []

    var count: Int { pages.count }
    var bytes: Int { pages.reduce(0) { $0 + $1.count } }

    init(_ inputs: [FilePath]) throws {
        for input in inputs {
            var reader = try PageReader(input, archives: .whole)
            while let record = try reader.next() {
                guard case .value(let page) = record.content, page.source.kind == .html,
                    let bytes = try? page.file.readBytes()
                else { continue }
                pages.append(bytes)
            }
        }
    }

    /// CPU seconds of parsing each page into a tree, as UTF-8, with the options that lose nothing, and freeing it.
    func bareParseSeconds() -> Double {
        var before = rusage()
        var after = rusage()
        getrusage(RUSAGE_SELF, &before)
        let options = Int32(
            HTML_PARSE_HUGE.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
                | HTML_PARSE_NONET.rawValue | HTML_PARSE_RECOVER.rawValue)
        for page in pages {
            page.withUnsafeBytes { bytes in
                let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
                xmlFreeDoc(htmlReadMemory(start, Int32(bytes.count), nil, "UTF-8", options))
            }
        }
        getrusage(RUSAGE_SELF, &after)
        return seconds(after) - seconds(before)
    }
}
