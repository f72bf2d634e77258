/// The characters that named references stand for (HTML Living Standard, section 13.5).
public enum HTMLEntities {
    /// Bytes of the longest name.
    static let longestName = 31

    /// The characters of a name without `&` and semicolon, in UTF-8; nil where the standard has no such name.
    public static func text(named name: some Collection<UInt8>) -> [UInt8]? {
        guard name.count <= longestName else { return nil }
        return texts[Array(name)]
    }

    /// The longest name at the start of some letters that stands without a semicolon, as its characters and its length.
    static func unterminated(startOf letters: some Collection<UInt8>) -> (text: [UInt8], length: Int)? {
        var prefix = Array(letters.prefix(longestUnterminated))
        while prefix.count > 1 {
            if unterminatedNames.contains(prefix) { return texts[prefix].map { ($0, prefix.count) } }
            prefix.removeLast()
        }
        return nil
    }

    /// Whether a byte may stand in a name: an ASCII letter or digit.
    static func isNamePart(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }

    private static let longestUnterminated = 6

    private static let unterminatedNames = Set(
        HTMLEntityTable.unterminated.utf8.split(separator: UInt8(ascii: " ")).map { Array($0) })

    private static let texts: [[UInt8]: [UInt8]] = {
        var texts: [[UInt8]: [UInt8]] = [:]
        texts.reserveCapacity(2200)
        for entry in HTMLEntityTable.names.utf8.split(separator: UInt8(ascii: " ")) {
            let parts = entry.split(separator: UInt8(ascii: "="))
            let scalars = parts[1].split(separator: UInt8(ascii: "+")).compactMap {
                UInt32(Substring($0), radix: 16).flatMap(Unicode.Scalar.init)
            }
            texts[Array(parts[0])] = scalars.flatMap { UTF8.encode($0).map { Array($0) } ?? [] }
        }
        return texts
    }()
}
