/// A document's text and the encoding it was found to be in.
public struct DecodedText: Sendable {
    /// What told the encoding.
    public enum Source: String, Sendable {
        /// A byte order mark, which overrides everything else.
        case bom
        /// The `charset` parameter of the transport's Content-Type.
        case transport
        /// A `meta` element or an XML declaration of the document.
        case meta
        /// The bytes themselves.
        case guess
        /// Nothing: windows-1252, the Web's legacy.
        case `default`
    }

    /// The text in valid UTF-8, without the byte order mark. NUL and other control characters are kept.
    public var utf8: [UInt8]
    public var encoding: CharacterEncoding
    public var source: Source
    /// How many U+FFFD stand for undecodable bytes.
    public var replacements: Int

    /// The encoding's name in lower case, such as `windows-1252`.
    public var label: String { encoding.rawValue }

    /// Decodes a document as the HTML and Encoding Standards say: by byte order mark, else the transport's label, else
    /// (in `markup`) what the document declares, else a guess.
    ///
    /// Valid UTF-8 is only checked, and returned as the array that came in.
    public init(decoding bytes: [UInt8], transportLabel: String? = nil, markup: Bool = true) {
        let found = bytes.withUnsafeBufferPointer {
            Self.sniff($0, transportLabel: transportLabel, markup: markup)
        }
        encoding = found.encoding
        source = found.source
        if encoding == .utf8, found.markLength == 0,
            bytes.withUnsafeBufferPointer({ validUTF8Count($0) }) == bytes.count
        {
            (utf8, replacements) = (bytes, 0)
        } else {
            (utf8, replacements) = bytes.withUnsafeBufferPointer {
                found.encoding.decode(UnsafeBufferPointer(rebasing: $0[found.markLength...]))
            }
        }
    }

    /// Decodes a document in a buffer. Valid UTF-8 is copied once.
    public init(decoding bytes: UnsafeRawBufferPointer, transportLabel: String? = nil, markup: Bool = true) {
        let bytes = bytes.assumingMemoryBound(to: UInt8.self)
        let found = Self.sniff(bytes, transportLabel: transportLabel, markup: markup)
        encoding = found.encoding
        source = found.source
        (utf8, replacements) = found.encoding.decode(UnsafeBufferPointer(rebasing: bytes[found.markLength...]))
    }

    private static func sniff(
        _ bytes: UnsafeBufferPointer<UInt8>, transportLabel: String?, markup: Bool
    ) -> (encoding: CharacterEncoding, source: Source, markLength: Int) {
        if let (encoding, length) = byteOrderMark(bytes) { return (encoding, .bom, length) }
        if let encoding = transportLabel.flatMap(CharacterEncoding.init(label:)) { return (encoding, .transport, 0) }
        if markup, let encoding = declaredEncoding(bytes) { return (encoding, .meta, 0) }
        if let encoding = guessedEncoding(bytes) { return (encoding, .guess, 0) }
        return (.windows1252, .default, 0)
    }
}

/// "BOM sniff" of the Encoding Standard, section 6.
private func byteOrderMark(_ bytes: UnsafeBufferPointer<UInt8>) -> (CharacterEncoding, length: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BE, 2) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LE, 2) }
    return nil
}

extension CharacterEncoding {
    /// Decodes bytes that bear no byte order mark. Undecodable sequences become U+FFFD, which are counted.
    public func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> (utf8: [UInt8], replacements: Int) {
        switch self {
        case .utf8: decodeUTF8(bytes)
        case .utf16LE: decodeUTF16(bytes, bigEndian: false)
        case .utf16BE: decodeUTF16(bytes, bigEndian: true)
        case .gbk, .gb18030: decodeGB18030(bytes)
        case .big5: decodeBig5(bytes)
        case .eucJP: decodeEUCJP(bytes)
        case .shiftJIS: decodeShiftJIS(bytes)
        case .iso2022JP: decodeISO2022JP(bytes)
        case .eucKR: decodeEUCKR(bytes)
        case .replacement: bytes.isEmpty ? ([], 0) : ([0xEF, 0xBF, 0xBD], 1)
        default: decodeSingleByte(bytes, self)
        }
    }
}
