/// The places of an object's keys and values in the bytes it was read from.
struct JSONFields: Sendable {
    struct Field: Sendable {
        /// Between the quotation marks.
        var key: Range<Int>
        var keyIsEscaped: Bool
        var value: Range<Int>
    }

    private let bytes: UnsafeBufferPointerBox
    private(set) var all: [Field] = []
    /// Fields are asked for in the order in which they mostly stand.
    private var next = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = UnsafeBufferPointerBox(bytes)
    }

    /// Reads a whole object.
    init(_ reader: inout JSONReader) throws(JSONError) {
        guard try reader.peek() == UInt8(ascii: "{") else {
            throw JSONError(.wrongType(expected: "an object"), at: reader.position)
        }
        try reader.take(UInt8(ascii: "{"))
        try reader.enter()
        try self.init(rest: &reader, isFirst: true)
        reader.leave()
    }

    /// Reads on from within an object, where its first key or the comma before a later one is next.
    init(rest reader: inout JSONReader, isFirst: Bool) throws(JSONError) {
        self.init(reader.bytes)
        if isFirst {
            if try reader.takeIf(UInt8(ascii: "}")) { return }
        } else if !(try reader.takeComma(or: UInt8(ascii: "}"))) {
            return
        }
        repeat {
            let (key, escaped) = try reader.skipKey()
            let value: Range<Int>
            do throws(JSONError) { value = try reader.skipValue() } catch {
                throw error.inside(JSONReader.string(reader.bytes, key, escaped: escaped))
            }
            all.append(Field(key: key, keyIsEscaped: escaped, value: value))
        } while try reader.takeComma(or: UInt8(ascii: "}"))
        try refuseDuplicates(at: reader.position)
    }

    /// The place of the value of `key`, if it is there.
    mutating func take(_ key: StaticString) -> Range<Int>? {
        for offset in 0..<all.count {
            let index = (next + offset) % all.count
            if has(all[index], key) {
                next = index + 1
                return all[index].value
            }
        }
        return nil
    }

    func name(_ field: Field) -> String {
        JSONReader.string(bytes.value, field.key, escaped: field.keyIsEscaped)
    }

    func has(_ field: Field, _ key: StaticString) -> Bool {
        if field.keyIsEscaped { return name(field) == "\(key)" }
        return field.key.count == key.utf8CodeUnitCount
            && field.key.elementsEqual(0..<key.utf8CodeUnitCount) { bytes.value[$0] == key.utf8Start[$1] }
    }

    /// Small objects by pairs, large ones by a set, so that many keys cost no more than linear time.
    private func refuseDuplicates(at position: Int) throws(JSONError) {
        if all.count > 48 || all.contains(where: \.keyIsEscaped) {
            var seen: Set<String> = []
            for field in all where !seen.insert(name(field)).inserted {
                throw JSONError(.duplicateKey(name(field)), at: field.key.lowerBound)
            }
            return
        }
        for (index, field) in all.enumerated() {
            for other in all[..<index] where other.key.count == field.key.count {
                if zip(other.key, field.key).allSatisfy({ bytes.value[$0] == bytes.value[$1] }) {
                    throw JSONError(.duplicateKey(name(field)), at: field.key.lowerBound)
                }
            }
        }
    }
}

/// A borrowed buffer that is only read while its owner keeps it alive.
private struct UnsafeBufferPointerBox: @unchecked Sendable {
    let value: UnsafeBufferPointer<UInt8>
    init(_ value: UnsafeBufferPointer<UInt8>) { self.value = value }
}
