import Digest

/// 64 bits of the SHA-256 of what identifies an article or a quote. A cluster is called by the key of the member that it
/// was made for, so that ids are the same wherever they are minted and never change.
///
/// Two ids with one key would need some 2^32 articles, or somebody who looks for them; then the second is quarantined
/// as the first one's duplicate.
enum Key {
    /// `c` and 16 hexadecimal digits.
    static func articleCluster(_ key: UInt64) -> String { "c" + digits(key) }

    /// `k` and 16 hexadecimal digits.
    static func quoteCluster(_ key: UInt64) -> String { "k" + digits(key) }

    static func digits(_ key: UInt64) -> String {
        hexadecimal((0..<8).map { UInt8(truncatingIfNeeded: key >> (56 - 8 * $0)) })
    }
}

/// Makes keys, many from one state.
struct KeyMaker: ~Copyable {
    private var digest = SHA256()

    mutating func article(_ id: String) -> UInt64 { leading("article cluster\n" + id) }

    /// Of one version of the article: the next may call another quote so.
    mutating func quote(_ id: String, of article: String, version: String) -> UInt64 {
        leading("quote cluster\n" + article + "\n" + version + "\n" + id)
    }

    /// The version that a row states, else that of its text: `v` and 12 hexadecimal digits.
    mutating func version(of article: ComparableArticle) -> String {
        article.version ?? "v" + Key.digits(leading(article.text)).prefix(12)
    }

    private mutating func leading(_ text: String) -> UInt64 {
        var text = text
        return text.withUTF8 { digest.leadingBits(of: UnsafeRawBufferPointer($0)) }
    }
}
