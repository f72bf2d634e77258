import Fetching

/// Any bytes, as a feed of any format.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    _ = try? Feed(
        reading: Array(UnsafeBufferPointer(start: start, count: count)), url: "https://courier.example/feed")
    return 0
}
