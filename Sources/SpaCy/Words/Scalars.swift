/// A word as Unicode scalars, and where each begins in its UTF-8 form.
struct Scalars {
    private(set) var values: [UInt32] = []
    /// One more than there are scalars.
    private(set) var offsets: [Int] = []

    var count: Int { values.count }

    /// Reads UTF-8; each byte that belongs to no scalar counts as U+FFFD.
    mutating func assign(_ bytes: UnsafeBufferPointer<UInt8>) {
        values.removeAll(keepingCapacity: true)
        offsets.removeAll(keepingCapacity: true)
        var index = 0
        while index < bytes.count {
            let (scalar, length) = Self.scalar(bytes, at: index)
            values.append(scalar)
            offsets.append(index)
            index += length
        }
        offsets.append(index)
    }

    /// The scalar that begins at a place, and its length in bytes.
    @inline(__always) static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (UInt32, Int) {
        let first = UInt32(bytes[index])
        if first < 0x80 { return (first, 1) }
        return longScalar(bytes, first, index)
    }

    private static func longScalar(
        _ bytes: UnsafeBufferPointer<UInt8>, _ first: UInt32, _ index: Int
    ) -> (UInt32, Int) {
        func tail(_ offset: Int) -> UInt32? {
            guard index + offset < bytes.count, bytes[index + offset] & 0xc0 == 0x80 else { return nil }
            return UInt32(bytes[index + offset] & 0x3f)
        }
        guard let second = tail(1) else { return (0xfffd, 1) }
        if first >= 0xc2, first < 0xe0 { return ((first & 0x1f) << 6 | second, 2) }
        guard first >= 0xe0, let third = tail(2) else { return (0xfffd, 1) }
        if first < 0xf0 {
            let scalar = (first & 0x0f) << 12 | second << 6 | third
            return scalar >= 0x800 && !(0xd800...0xdfff).contains(scalar) ? (scalar, 3) : (0xfffd, 1)
        }
        guard first < 0xf5, let fourth = tail(3) else { return (0xfffd, 1) }
        let scalar = (first & 0x07) << 18 | second << 12 | third << 6 | fourth
        return (0x1_0000...0x10_ffff).contains(scalar) ? (scalar, 4) : (0xfffd, 1)
    }
}

extension [UInt8] {
    /// Appends a scalar as UTF-8; what is no scalar is left out.
    mutating func append(scalar: UInt32) {
        if scalar < 0x80 {
            append(UInt8(scalar))
        } else if let scalar = Unicode.Scalar(scalar) {
            append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }
}
