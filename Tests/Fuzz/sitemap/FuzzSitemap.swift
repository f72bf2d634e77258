import Fetching

/// Any bytes, as a sitemap: XML, a list of URLs or a feed, compressed or not.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let document = Array(UnsafeBufferPointer(start: start, count: count))
    guard var reader = try? SitemapReader(document, url: "https://courier.example/sitemap.xml") else { return 0 }
    while (try? reader.next()) != nil {}
    return 0
}
