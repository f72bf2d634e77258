extension HTMLScan {
    /// The character reference at an `&`, where it is one that libxml2 does not know: it resolves the 253 names of
    /// HTML 4, the HTML Living Standard has 2,125 and forgives 106 of them a missing semicolon.
    func reference(at place: Int, until end: Int) -> (text: [UInt8], length: Int)? {
        var name = place + 1
        while name < end, name - place <= HTMLEntities.longestName, HTMLEntities.isNamePart(input[name]) { name += 1 }
        guard name > place + 2 else { return nil }
        let bytes = input[(place + 1)..<name]
        if name < end, input[name] == UInt8(ascii: ";") {
            return HTMLEntities.text(named: bytes).map { (Self.escaped($0), name + 1 - place) }
        }
        return HTMLEntities.unterminated(startOf: bytes).map { (Self.escaped($0.text), $0.length + 1) }
    }

    /// Copies a value with its references resolved, as far as they end in a semicolon: in an address `&copy=` is none.
    mutating func copyResolving(_ value: Range<Int>) {
        var start = value.lowerBound
        while let place = find(UInt8(ascii: "&"), in: start..<value.upperBound) {
            copy(start..<place)
            start = place
            if let reference = reference(at: place, until: value.upperBound),
                input[place + reference.length - 1] == UInt8(ascii: ";")
            {
                output.append(contentsOf: reference.text)
                start += reference.length
            } else {
                output.append(UInt8(ascii: "&"))
                start += 1
            }
        }
        copy(start..<value.upperBound)
    }

    /// The characters that are markup stay references.
    private static func escaped(_ text: [UInt8]) -> [UInt8] {
        guard text.count == 1 else { return text }
        switch text[0] {
        case UInt8(ascii: "<"): return Array("&lt;".utf8)
        case UInt8(ascii: ">"): return Array("&gt;".utf8)
        case UInt8(ascii: "&"): return Array("&amp;".utf8)
        case UInt8(ascii: "\""): return Array("&quot;".utf8)
        case UInt8(ascii: "'"): return Array("&#39;".utf8)
        default: return text
        }
    }
}
