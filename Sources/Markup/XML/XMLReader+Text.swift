extension XMLReader {
    /// Appends text to `text` up to the next tag, or to the end of what has been read.
    mutating func readText() throws {
        while position < buffer.count {
            appendPlain { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }
            guard position < buffer.count, buffer[position] != UInt8(ascii: "<") else { return }
            if buffer[position] == UInt8(ascii: "&") {
                _ = try require(CharacterReference.maximumLength)
                readReference()
            } else {
                note(.character)
                position += 1
            }
        }
    }

    private mutating func readReference() {
        guard let reference = CharacterReference(buffer, at: position) else {
            note(.bareAmpersand)
            text.append(UInt8(ascii: "&"))
            position += 1
            return
        }
        if let kind = reference.fault { note(kind) }
        if let scalar = reference.scalar { text.append(contentsOf: UTF8.encode(scalar) ?? .init()) }
        position += reference.length
    }

    /// Appends text to `text` up to `]]>`, or nearly to the end of what has been read.
    mutating func readCDATA() throws {
        guard try require(3) else {
            text += buffer[position...]
            position = buffer.count
            return
        }
        while position + 3 <= buffer.count {
            if isAt("]]>") {
                position += 3
                isInCDATA = false
                return
            }
            let start = position
            appendPlain { $0 == UInt8(ascii: "]") }
            guard position == start else { continue }
            if buffer[position] == UInt8(ascii: "]") { text.append(buffer[position]) } else { note(.character) }
            position += 1
        }
    }

    /// Appends what needs no thought: to a byte that ends it, or a control character that XML forbids.
    @inline(__always)
    private mutating func appendPlain(until ends: (UInt8) -> Bool) {
        let start = position
        let end = buffer.withUnsafeBufferPointer { bytes in
            var index = start
            while index < bytes.count, !ends(bytes[index]), bytes[index] >= 0x20 || isXMLSpace(bytes[index]) {
                index += 1
            }
            return index
        }
        text += buffer[start..<end]
        position = end
    }
}
