/// Articles that a later date published first, where an earlier one is run again: they stay there.
struct PublishedLater {
    /// Versions by key, of the first of the later dates that has it.
    private var versions: [UInt64: UInt64] = [:]

    init() {}

    /// - Parameters:
    ///   - own: what the date itself published before; null where nothing.
    ///   - later: oldest first.
    init(own: Segment?, later: [Segment]) throws {
        for segment in later {
            for entry in try segment.table(.articles, of: ArticleEntry.self) where versions[entry.key] == nil {
                versions[entry.key] = entry.version
            }
        }
        guard !versions.isEmpty, let own else { return }
        for entry in try own.table(.articles, of: ArticleEntry.self) { versions[entry.key] = nil }
    }

    /// - Parameter isKnown: whether an earlier date has the article, in another version.
    func has(_ version: String, of key: UInt64, isKnown: Bool) -> Bool {
        guard let known = versions[key] else { return false }
        return !isKnown || FingerprintWriter.hash(version) == known
    }
}
