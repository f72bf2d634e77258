import Digest

/// 64 bits of the SHA-256 of what identifies an article or a quote. A cluster is called by the key of the member that it
/// was made for, so that ids are the same wherever they are minted and never change.
///
/// Two ids with one key would need some 2^32 articles, or somebody who looks for them; then the second is quarantined
/// as the first one's duplicate.
enum Key {
    static func article(_ id: String) -> UInt64 { leading("article cluster\n" + id) }

    /// Of one version of the article: the next may call another quote so.
    static func quote(_ id: String, of article: String, version: String) -> UInt64 {
        leading("quote cluster\n" + article + "\n" + version + "\n" + id)
    }

    /// `c` and 16 hexadecimal digits.
    static func articleCluster(_ key: UInt64) -> String { "c" + digits(key) }

    /// `k` and 16 hexadecimal digits.
    static func quoteCluster(_ key: UInt64) -> String { "k" + digits(key) }

    private static func leading(_ text: String) -> UInt64 {
        UInt64(SHA256.hex(text).prefix(16), radix: 16) ?? 0
    }

    private static func digits(_ key: UInt64) -> String {
        hexadecimal((0..<8).map { UInt8(truncatingIfNeeded: key >> (56 - 8 * $0)) })
    }
}
