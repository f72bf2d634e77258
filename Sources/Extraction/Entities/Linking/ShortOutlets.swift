import Language
import Records

/// "the Telegraph" where the article has named the Velmar Telegraph: that one, not the most famous of the name.
struct ShortOutlets {
    /// The words of the long names, by their last.
    private var full: [WordHash: [[WordHash]]] = [:]
    private let document: Document

    init(document: Document, names: [Name]) {
        self.document = document
        for name in names where name.range.count > 1 && document.has(name.range.upperBound - 1, .outletName) {
            let words = name.range.filter { document.tokens[$0].isWord }.map { document.tokens[$0].hash }
            guard let last = words.last, words.count > 1, full[last]?.contains(words) != true,
                full[last]?.count ?? 0 < Self.most
            else { continue }
            full[last, default: []].append(words)
        }
    }

    private static let most = 4

    /// The words of the one long name that "the" and a last word stand for.
    func long(_ name: Name) -> [WordHash]? {
        guard name.range.count == 1, document.has(name.range.lowerBound, .outletName),
            document.has(name.range.lowerBound - 1, .article),
            let found = full[document.tokens[name.range.lowerBound].hash], found.count == 1
        else { return nil }
        return found.first
    }
}
