import SpaCy

/// What was found in paragraphs lately, by their whole text: a syndicated copy is not analysed twice.
///
/// Two generations, each of bounded size: when the young one is full it becomes the old one, and the old one is gone.
struct ParagraphMemo {
    /// In bytes of a generation, the text and what holds it and its spans.
    private static let capacity = 2 << 20
    /// Longer paragraphs are no copies worth the room.
    private static let longest = 1 << 14

    private var young: [ArraySlice<UInt8>: [NamedSpan]] = [:]
    private var old: [ArraySlice<UInt8>: [NamedSpan]] = [:]
    private var size = 0

    subscript(paragraph: ArraySlice<UInt8>) -> [NamedSpan]? {
        mutating get {
            if let found = young[paragraph] { return found }
            guard let found = old[paragraph] else { return nil }
            self[paragraph] = found
            return found
        }
        set {
            guard let newValue, paragraph.count <= Self.longest else { return }
            let cost = paragraph.count + 128 + newValue.count * MemoryLayout<NamedSpan>.stride
            if size + cost > Self.capacity {
                old = young
                young = [:]
                size = 0
            }
            // A copy of its own, or it would keep its whole article.
            young[ArraySlice(Array(paragraph))] = newValue
            size += cost
        }
    }
}
