import Archive
import Foundation

/// Any bytes, as a WARC or ARC file, compressed or not: records and defects in ascending order, and an end.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let path = FileManager.default.temporaryDirectory.appending(path: "fuzz-\(getpid()).warc").path
    let bytes = Data(UnsafeBufferPointer(start: start, count: count))
    guard (try? bytes.write(to: URL(filePath: path))) != nil, var reader = try? WARCReader(path: path) else { return 0 }
    var last = -1
    while let item = try? reader.next() {
        let offset =
            switch item {
            case .record(let record): record.offset
            case .defect(let defect): defect.offset
            }
        precondition(offset >= last && offset <= count, "places ascend within the file")
        last = offset
        if case .record = item { _ = try? reader.response(limit: 1 << 20) }
    }
    return 0
}
