import Language
import Records

/// Brings the names of the model and those of the rules together.
///
/// Where both name the same words, strong evidence decides the type; where their ends differ, strong evidence decides
/// the name. Weak evidence counts only beside the model.
struct NameMerger {
    let document: Document

    /// Both in the order of the text.
    func merge(_ tagged: [Name], _ found: [Name]) -> [Name] {
        var names: [Name] = []
        var (one, other) = (0, 0)
        while one < tagged.count || other < found.count {
            let (firstOne, firstOther) = (one, other)
            var end = 0
            // A group of names that overlap each other.
            while true {
                let isGroup = one > firstOne || other > firstOther
                if one < tagged.count, !isGroup || document.bytes(tagged[one]).lowerBound < end,
                    isGroup || other == found.count || starts(tagged[one], before: found[other])
                {
                    end = max(end, document.bytes(tagged[one]).upperBound)
                    one += 1
                } else if other < found.count, !isGroup || document.bytes(found[other]).lowerBound < end {
                    end = max(end, document.bytes(found[other]).upperBound)
                    other += 1
                } else {
                    break
                }
            }
            names += choose(Array(tagged[firstOne..<one]), Array(found[firstOther..<other]))
        }
        return names
    }

    private func starts(_ one: Name, before other: Name) -> Bool {
        document.bytes(one).lowerBound <= document.bytes(other).lowerBound
    }

    /// Of names that overlap: those that both have, those of strong evidence, and what the model has beside them.
    private func choose(_ tagged: [Name], _ found: [Name]) -> [Name] {
        var chosen: [Name] = []
        var rest = tagged
        for name in found {
            if let index = rest.firstIndex(where: { $0.range == name.range && $0.bytes == nil }) {
                chosen.append(same(rest.remove(at: index), name))
            } else if isCertain(name), !tagged.contains(where: { holds($0, name) }) {
                var name = name
                name.label = tagged.first { $0.type == name.type && $0.range.overlaps(name.range) }?.label
                chosen.append(name)
            }
        }
        rest.removeAll { name in chosen.contains { document.bytes($0).overlaps(document.bytes(name)) } }
        return (chosen + rest.map(introduced)).sorted { document.bytes($0).lowerBound < document.bytes($1).lowerBound }
    }

    /// Evidence that stands without the model. Outlets carry the chains of sources, and models know few of them.
    private func isCertain(_ name: Name) -> Bool {
        name.evidence >= .firstName || name.type == .outlet
    }

    /// Whether a place or body of a table is only a part of a longer name: "England" of "New England".
    private func holds(_ longer: Name, _ name: Name) -> Bool {
        guard name.evidence == .table, longer.range.count > name.range.count else { return false }
        return longer.range.allSatisfy { index in
            let token = document.tokens[index]
            return token.isWord
                && (token.isCapitalised || document.has(index, [.preposition, .article, .nameParticle]))
        }
    }

    /// Two names of the same words.
    private func same(_ tagged: Name, _ found: Name) -> Name {
        var name = found
        name.label = tagged.label
        if found.type == tagged.type || isCertain(found) || isNamedByHead(found) {
            name.evidence = max(found.evidence, .model)
            return name
        }
        return introduced(tagged)
    }

    /// "Yara ASA" is a firm and "South African Open" an event, whatever the words before say.
    private func isNamedByHead(_ name: Name) -> Bool {
        name.evidence == .headNoun && name.range.count > 1
            && document.has(name.range.upperBound - 1, [.organisationSuffix, .eventNoun])
    }

    /// A person of the model with its titles and roles.
    private func introduced(_ name: Name) -> Name {
        guard name.type == .person, name.bytes == nil else { return name }
        return NameClassifier(document: document, lower: [], capital: []).introduced(name)
    }
}
