/// The attributes that the scan kept of a page. They never pass through libxml2, which reads a value byte by byte: a tag names
/// its own by a number, and the tree takes the tables over as they are.
struct ScannedAttributes {
    /// The one attribute that libxml2 sees.
    static let mark: StaticString = " n="

    private(set) var attributes: [HTMLTree.Attribute] = []
    /// Values one after another, character references resolved.
    var values: [UInt8] = []
    private var tags: [Range<Int32>] = []

    /// Begins the attributes of a tag.
    mutating func begin() { tags.append(Int32(attributes.count)..<Int32(attributes.count)) }

    /// Ends one whose value begins at a place in `values`.
    mutating func append(_ name: AttributeName, from start: Int) {
        attributes.append(HTMLTree.Attribute(name: name, start: Int32(start), end: Int32(values.count)))
    }

    /// Ends the attributes of a tag. Returns its number; nil where it has none that matters.
    mutating func end() -> Int? {
        guard let first = tags.last?.lowerBound, first < attributes.count else {
            tags.removeLast()
            return nil
        }
        tags[tags.count - 1] = first..<Int32(attributes.count)
        return tags.count - 1
    }

    /// Forgets the attributes of the last tag.
    mutating func discard(_ tag: Int) {
        let range = tags.removeLast()
        attributes.removeLast(range.count)
    }

    /// The places of a tag's attributes, by its number as a page gives it.
    func range(of number: UnsafePointer<UInt8>) -> Range<Int32> {
        var tag = 0
        var digit = number
        while digit.pointee &- 0x30 < 10, tag < tags.count {
            tag = tag * 10 + Int(digit.pointee - 0x30)
            digit += 1
        }
        return tag < tags.count ? tags[tag] : 0..<0
    }
}
