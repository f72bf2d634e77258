import Language
import Records

/// "von der Leyen": small words before a surname belong to it.
struct NameParticles {
    let document: Document

    private static let particles = Set(
        [
            "von", "van", "der", "den", "de", "del", "della", "di", "da", "dos", "du", "bin", "ibn", "ter", "ten", "zu",
            "al",
        ]
        .map { WordHash($0) })

    func extended(_ name: Name, after end: Int) -> Name {
        guard name.type == .person, name.bytes == nil else { return name }
        var start = name.range.lowerBound
        while start > end, isParticle(start - 1), document.paragraphOf[start - 1] == document.paragraphOf[start] {
            start -= 1
        }
        guard start < name.range.lowerBound else { return name }
        var name = name
        name.range = start..<name.range.upperBound
        name.roles.removeAll { $0.overlaps(name.range) }
        return name
    }

    private func isParticle(_ index: Int) -> Bool {
        document.tokens[index].isWord && !document.tokens[index].isCapitalised
            && Self.particles.contains(document.tokens[index].hash)
    }
}
