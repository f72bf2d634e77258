import Digest

/// Ids of clusters: they follow from the first member that is known when a cluster is made, and never change after.
enum MintedID {
    /// `c` and 16 hexadecimal digits, from the id of the canonical article.
    static func articleCluster(_ canonical: String) -> String {
        "c" + SHA256.hex("article cluster\n" + canonical).prefix(16)
    }

    /// `k` and 16 hexadecimal digits, from the article and the quote that said it first.
    static func quoteCluster(article: String, quote: String) -> String {
        "k" + SHA256.hex("quote cluster\n" + article + "\n" + quote).prefix(16)
    }
}
