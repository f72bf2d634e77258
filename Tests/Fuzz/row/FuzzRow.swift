import Records

/// Any bytes, as a row of a shard: an error with its place, or an article that reads back from what it writes.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    guard let row = try? Row(bytes), let article = try? row.decode(Article.self) else { return 0 }
    let written = line(article)
    guard let again = try? Row(written).decode(Article.self) else { preconditionFailure("what is written reads back") }
    precondition(line(again) == written, "writing is stable")
    return 0
}

private func line(_ article: Article) -> [UInt8] {
    var writer = JSONWriter()
    article.write(json: &writer)
    return Array(writer.bytes)
}
