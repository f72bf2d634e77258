import Digest
import Records

/// Ids and versions that are the same wherever and whenever a page is read.
enum ArticleIdentity {
    /// The given id, else `a` and 16 hexadecimal digits of the digest of the canonical URL, else of the page's place.
    static func id(given: String?, canonicalURL: String?, source: Source) -> String {
        if let given, !given.isEmpty { return given }
        return "a" + SHA256.hex(canonicalURL ?? source.place).prefix(16)
    }

    /// `v` and 12 hexadecimal digits of the digest of the text.
    static func version(of text: String) -> String {
        "v" + SHA256.hex(text).prefix(12)
    }
}
