import Records

/// Counts by outlet.
struct OutletLedger {
    private struct Key: Hashable {
        var id: String?
        var name: String?
    }

    private var counts: [Key: OutletCounts] = [:]

    mutating func add(_ article: AnnotatedArticle) {
        let key = Key(id: article.outlet?.id, name: article.outlet?.name)
        var entry = counts[key] ?? OutletCounts()
        entry.outletID = key.id
        entry.outletName = key.name
        entry.articles += 1
        entry.copies += article.cluster?.role == .copy ? 1 : 0
        entry.quotes += article.quotes.count
        entry.unsupportedLanguage += article.extraction.status == .unsupportedLanguage ? 1 : 0
        counts[key] = entry
    }

    /// By id, then name, null first.
    var sorted: [OutletCounts] {
        counts.values.sorted { one, other in
            func key(_ id: String?, _ name: String?) -> [String] {
                [id.map { "i" + $0 } ?? "", name.map { "n" + $0 } ?? ""]
            }
            return key(one.outletID, one.outletName).lexicographicallyPrecedes(key(other.outletID, other.outletName))
        }
    }
}
