extension JSONReader {
    /// Passes over a number by the grammar of RFC 8259 section 6; `integer` is true where it has no fraction or exponent.
    mutating func skipNumber() throws(JSONError) -> (range: Range<Int>, integer: Bool) {
        _ = try peek()
        let start = position
        var index = position
        var integer = true
        func digits() -> Int {
            var end = index
            while end < bytes.count, UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[end] { end += 1 }
            return end
        }
        func at(_ byte: UInt8) -> Bool { index < bytes.count && bytes[index] == byte }
        if at(UInt8(ascii: "-")) { index += 1 }
        let whole = digits()
        guard whole > index else {
            throw index == start && index < bytes.count
                ? JSONError(.unexpectedByte(bytes[index]), at: index) : JSONError(.invalidNumber, at: start)
        }
        guard whole == index + 1 || bytes[index] != UInt8(ascii: "0") else {
            throw JSONError(.invalidNumber, at: start)
        }
        index = whole
        if at(UInt8(ascii: ".")) {
            integer = false
            index += 1
            let fraction = digits()
            guard fraction > index else { throw JSONError(.invalidNumber, at: start) }
            index = fraction
        }
        if at(UInt8(ascii: "e")) || at(UInt8(ascii: "E")) {
            integer = false
            index += 1
            if at(UInt8(ascii: "+")) || at(UInt8(ascii: "-")) { index += 1 }
            let exponent = digits()
            guard exponent > index else { throw JSONError(.invalidNumber, at: start) }
            index = exponent
        }
        move(to: index)
        return (start..<index, integer)
    }

    /// Reads an integer that fits 64 bits; `1.0` and `1e3` are numbers but no integers.
    public mutating func readInt() throws(JSONError) -> Int {
        let start = position
        guard try startsNumber() else { throw JSONError(.wrongType(expected: "an integer"), at: position) }
        let (range, integer) = try skipNumber()
        guard integer else { throw JSONError(.wrongType(expected: "an integer"), at: start) }
        let negative = bytes[range.lowerBound] == UInt8(ascii: "-")
        var value = 0
        for index in (negative ? range.lowerBound + 1 : range.lowerBound)..<range.upperBound {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            let digit = Int(bytes[index] - UInt8(ascii: "0"))
            let (sum, carry) =
                negative ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
            guard !overflow, !carry else { throw JSONError(.wrongType(expected: "a 64-bit integer"), at: start) }
            value = sum
        }
        return value
    }

    /// Reads a finite number.
    public mutating func readDouble() throws(JSONError) -> Double {
        guard try startsNumber() else { throw JSONError(.wrongType(expected: "a number"), at: position) }
        let range = try skipNumber().range
        let digits = String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
        guard let value = Double(digits), value.isFinite else {
            throw JSONError(.invalidNumber, at: range.lowerBound)
        }
        return value
    }

    private mutating func startsNumber() throws(JSONError) -> Bool {
        let byte = try peek()
        return byte == UInt8(ascii: "-") || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
    }
}
