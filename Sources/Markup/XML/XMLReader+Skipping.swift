extension XMLReader {
    /// The place of the `>` that ends the tag at `position`, or of the `<` or end of the document that cuts it off: XML
    /// has no `<` in attributes, and without this rule one missing quotation mark would take the rest of the document.
    mutating func tagEnd() throws -> Int {
        var quote: UInt8?
        var isValueNext = false
        var offset = 1
        while try require(offset + 1) {
            guard offset < limits.tagBytes else { throw XMLError.tagTooLong(limit: limits.tagBytes) }
            let byte = buffer[position + offset]
            if byte == UInt8(ascii: "<") { break }
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: ">") {
                break
            } else if byte == UInt8(ascii: "=") {
                isValueNext = true
            } else if isValueNext, !isXMLSpace(byte) {
                isValueNext = false
                if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { quote = byte }
            }
            offset += 1
        }
        return position + offset
    }

    /// Passes over a comment or processing instruction of any length.
    mutating func skip(past end: StaticString, from offset: Int) throws {
        position = min(position + offset, buffer.count)
        let length = end.utf8CodeUnitCount
        while try require(length) {
            while position + length <= buffer.count {
                if buffer[position] == end.utf8Start[0], isAt(end) {
                    position += length
                    return
                }
                position += 1
            }
        }
        position = buffer.count
        note(.truncated)
    }

    /// Passes over a document type declaration.
    mutating func skipDeclaration() throws {
        var quote: UInt8?
        var offset = 2
        while try require(offset + 1) {
            guard offset < limits.tagBytes else { throw XMLError.tagTooLong(limit: limits.tagBytes) }
            let byte = buffer[position + offset]
            offset += 1
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: "[") {
                throw XMLError.internalSubset
            } else if byte == UInt8(ascii: ">") {
                position += offset
                return
            }
        }
        position = buffer.count
        note(.truncated)
    }
}
