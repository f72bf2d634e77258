import CLibXML2
import Foundation
import Files
import Records
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
        let start = ownSeconds()
        // The HTML parser takes XML_PARSE_HUGE too, and without it loses text below a depth of 255.
        let options = Int32(
            XML_PARSE_HUGE.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
                | HTML_PARSE_NONET.rawValue | HTML_PARSE_RECOVER.rawValue)
        for page in pages {
            page.withUnsafeBytes { bytes in
                let text = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
                xmlFreeDoc(htmlReadMemory(text, Int32(bytes.count), nil, "UTF-8", options))
            }
        }
        return ownSeconds() - start
    }
}
