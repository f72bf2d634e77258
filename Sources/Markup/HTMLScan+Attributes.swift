/// What the scan itself must know of a tag's attributes.
struct TagAttributes {
    var selfClosing = false
    /// `type="application/ld+json"`.
    var isJSONLD = false
    /// A template that is shown: declarative shadow DOM.
    var isShadowRoot = false
}

extension HTMLScan {
    /// Reads attributes and moves behind the tag's `>`. With `keep`, keeps those that matter, each name once.
    @discardableResult
    mutating func readAttributes(from start: Int, keep: Bool) -> TagAttributes {
        var tag = TagAttributes()
        var seen: UInt32 = 0
        var place = start
        while place < input.count {
            let byte = input[place]
            if byte == UInt8(ascii: ">") {
                position = place + 1
                return tag
            }
            tag.selfClosing = byte == UInt8(ascii: "/")
            if byte <= 0x20 || byte == UInt8(ascii: "/") {
                place += 1
                continue
            }
            let name = attributeName(from: place)
            var value: Range<Int>?
            (value, place) = attributeValue(after: name.upperBound)
            let bytes = UnsafeBufferPointer(rebasing: input[name])
            if keep {
                self.keep(bytes, value, &seen)
            } else if let value {
                if equal(bytes, "type") { tag.isJSONLD = contains("ld+json", in: value) }
                if equal(bytes, "shadowrootmode") { tag.isShadowRoot = true }
            }
        }
        position = input.count
        return tag
    }

    private func attributeName(from start: Int) -> Range<Int> {
        var end = start + 1
        while end < input.count {
            switch input[end] {
            case 0...0x20, UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "/"): return start..<end
            default: end += 1
            }
        }
        return start..<end
    }

    /// The value behind a name, without its quotation marks, and the place where reading goes on.
    private mutating func attributeValue(after name: Int) -> (Range<Int>?, Int) {
        var place = name
        while place < input.count, input[place] <= 0x20 { place += 1 }
        guard place < input.count, input[place] == UInt8(ascii: "=") else { return (nil, place) }
        place += 1
        while place < input.count, input[place] <= 0x20 { place += 1 }
        guard place < input.count else { return (nil, place) }
        let quote = input[place]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"), let end = find(quote: quote, from: place + 1) {
            return (place + 1..<end, end + 1)
        }
        let start = place
        while place < input.count, input[place] > 0x20, input[place] != UInt8(ascii: ">") { place += 1 }
        return (start..<place, place)
    }

    private mutating func keep(_ name: UnsafeBufferPointer<UInt8>, _ value: Range<Int>?, _ seen: inout UInt32) {
        if let attribute = AttributeTable.names[name] {
            guard seen >> UInt32(attribute.rawValue) & 1 == 0 else { return }
            seen |= 1 << UInt32(attribute.rawValue)
            if attribute == .hidden {
                keepHidden(by: "h")
            } else if let value {
                let start = attributes.values.count
                appendResolving(cut(value, to: attribute == .content ? limits.attributeBytes : Self.nameBytes))
                attributes.append(attribute, from: start)
            }
        } else if let value, seen >> UInt32(AttributeName.hidden.rawValue) & 1 == 0 {
            let kind: Unicode.Scalar
            if equal(name, "aria-hidden"), contains("true", in: value) {
                kind = "a"
            } else if equal(name, "style"), hides(value) {
                kind = "s"
            } else {
                return
            }
            seen |= 1 << UInt32(AttributeName.hidden.rawValue)
            keepHidden(by: kind)
        }
    }

    private mutating func keepHidden(by kind: Unicode.Scalar) {
        attributes.values.append(UInt8(ascii: kind))
        attributes.append(.hidden, from: attributes.values.count - 1)
    }

    /// Bytes of names and addresses: longer ones are data.
    private static let nameBytes = 256

    /// A value without what is beyond a limit, at a scalar's border.
    private func cut(_ value: Range<Int>, to limit: Int) -> Range<Int> {
        guard value.count > limit else { return value }
        var end = value.lowerBound + limit
        while end > value.lowerBound, input[end] & 0xc0 == 0x80 { end -= 1 }
        return value.lowerBound..<end
    }

    private func hides(_ style: Range<Int>) -> Bool {
        contains("display:none", in: style) || contains("display: none", in: style)
            || contains("visibility:hidden", in: style) || contains("visibility: hidden", in: style)
    }

    /// Whether a value holds a word of lower-case letters, in any case.
    private func contains(_ word: StaticString, in value: Range<Int>) -> Bool {
        let count = word.utf8CodeUnitCount
        guard value.count >= count else { return false }
        for start in value.lowerBound...min(value.upperBound - count, value.lowerBound + 4096) {
            var offset = 0
            while offset < count, input[start + offset] | 0x20 == word.utf8Start[offset] | 0x20 { offset += 1 }
            if offset == count { return true }
        }
        return false
    }

    private func equal(_ name: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
        guard name.count == word.utf8CodeUnitCount else { return false }
        for offset in 0..<name.count where name[offset] | 0x20 != word.utf8Start[offset] { return false }
        return true
    }
}
