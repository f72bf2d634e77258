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

    /// Appends a value with its references resolved, as far as they end in a semicolon: in an address `&copy=` is none.
    mutating func appendResolving(_ value: Range<Int>) {
        var start = value.lowerBound
        while let place = find(UInt8(ascii: "&"), in: start..<value.upperBound) {
            attributes.values.append(contentsOf: UnsafeBufferPointer(rebasing: input[start..<place]))
            start = place
            if let (text, end) = resolved(at: place, until: value.upperBound) {
                attributes.values.append(contentsOf: text)
                start = end
            } else {
                attributes.values.append(UInt8(ascii: "&"))
                start += 1
            }
        }
        attributes.values.append(contentsOf: UnsafeBufferPointer(rebasing: input[start..<value.upperBound]))
    }

    /// What the reference at an `&` in an attribute's value stands for, and its end. Numbers need no semicolon.
    private func resolved(at place: Int, until end: Int) -> (text: [UInt8], end: Int)? {
        guard place + 1 < end, input[place + 1] == UInt8(ascii: "#") else {
            var name = place + 1
            while name < end, name - place <= HTMLEntities.longestName, HTMLEntities.isNamePart(input[name]) {
                name += 1
            }
            guard name < end, input[name] == UInt8(ascii: ";") else { return nil }
            return HTMLEntities.text(named: input[(place + 1)..<name]).map { ($0, name + 1) }
        }
        var next = place + 2
        let isHexadecimal = next < end && input[next] | 0x20 == UInt8(ascii: "x")
        if isHexadecimal { next += 1 }
        let digits = input[next..<end].prefix(8).prefix {
            $0 &- 0x30 < 10 || isHexadecimal && ($0 | 0x20) &- 0x61 < 6
        }
        guard let value = UInt32(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10) else {
            return nil
        }
        let isTerminated = digits.endIndex < end && input[digits.endIndex] == UInt8(ascii: ";")
        let text = value == 0 ? [] : Unicode.Scalar(value).map { Array(String($0).utf8) } ?? []
        return (text, digits.endIndex + (isTerminated ? 1 : 0))
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
