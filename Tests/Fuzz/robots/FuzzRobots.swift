import Fetching

/// Any bytes, as a robots.txt; its first line is also the path asked for, since rules match against that.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let file = Array(UnsafeBufferPointer(start: start, count: count))
    let path = String(decoding: file.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    _ = RobotsRules(file, agent: "courierbot").allows("https://courier.example/" + path)
    return 0
}
