import CCrypto

/// SHA-256 (FIPS 180-4) by the system's libcrypto, which uses the processor's own instructions.
public struct SHA256: ~Copyable {
    private let context: OpaquePointer

    public init() {
        // EVP_MD_CTX_new returns null only when memory is exhausted, where nothing sensible can follow.
        guard let context = EVP_MD_CTX_new() else { preconditionFailure("out of memory") }
        self.context = context
        EVP_DigestInit_ex(context, EVP_sha256(), nil)
    }

    deinit {
        EVP_MD_CTX_free(context)
    }

    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
        EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
    }

    /// The digest as 64 lower-case hexadecimal digits. Nothing may be added afterwards.
    public mutating func finish() -> String {
        var digest = [UInt8](repeating: 0, count: 32)
        EVP_DigestFinal_ex(context, &digest, nil)
        return hexadecimal(digest)
    }

    /// The first 64 bits of the digest of one buffer, big-endian. Many are taken from one state, whose making costs more than
    /// a short digest.
    public mutating func leadingBits(of bytes: UnsafeRawBufferPointer) -> UInt64 {
        EVP_DigestInit_ex(context, nil, nil)
        update(bytes)
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { digest in
            EVP_DigestFinal_ex(context, digest.baseAddress, nil)
            return digest[..<8].reduce(0) { $0 << 8 | UInt64($1) }
        }
    }

    /// The digest of a whole buffer, as 64 lower-case hexadecimal digits.
    public static func hex(_ bytes: UnsafeRawBufferPointer) -> String {
        var state = SHA256()
        state.update(bytes)
        return state.finish()
    }

    /// The digest of a whole array, as 64 lower-case hexadecimal digits.
    public static func hex(_ bytes: [UInt8]) -> String {
        bytes.withUnsafeBytes { hex($0) }
    }

    /// The digest of a string's UTF-8 bytes, as 64 lower-case hexadecimal digits.
    public static func hex(_ text: String) -> String {
        var text = text
        return text.withUTF8 { hex(UnsafeRawBufferPointer($0)) }
    }
}

/// Lower-case hexadecimal digits of bytes, two a byte.
public func hexadecimal(_ bytes: [UInt8]) -> String {
    func digit(_ value: UInt8) -> UInt8 { value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") - 10 + value }
    return String(unsafeUninitializedCapacity: bytes.count * 2) { buffer in
        for (index, byte) in bytes.enumerated() {
            buffer[2 * index] = digit(byte >> 4)
            buffer[2 * index + 1] = digit(byte & 15)
        }
        return bytes.count * 2
    }
}
