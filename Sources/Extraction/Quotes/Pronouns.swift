import Language
import Records

/// Finds whom "he", "she" and "they" mean.
struct Pronouns {
    let document: Document
    let names: NameIndex
    let entities: [EntityLinker.Linked]

    private static let reach = 4

    func resolve(
        _ token: Int, last: SpeakerResolver.Resolved?, group: SpeakerResolver.Resolved?
    ) -> SpeakerResolver.Resolved? {
        if document.isWord(token, Word.they) || document.isWord(token, Word.their) {
            return group ?? thing(before: token, group: nil)
        }
        if document.isWord(token, Word.its) { return thing(before: token, group: group) }
        let isMale = document.isWord(token, Word.he) || document.isWord(token, Word.his)
        func fits(_ entity: Int) -> Bool {
            guard entities[entity].type == .person else { return false }
            return entities[entity].gender.map { ($0 == .male) == isMale } ?? true
        }
        if let entity = nearest(before: token, last: last, fits) {
            return SpeakerResolver.Resolved(range: nil, entity: entity, kind: .person, how: .pronoun, outlet: nil)
        }
        // Somebody without a name: "a baker … she said".
        if let last, last.entity == nil, last.kind == .anonymous { return last }
        return nil
    }

    /// What stands before "who" and "which": "the envoy, who".
    func relative(_ token: Int) -> Range<Int>? {
        guard let sentence = sentence(of: token) else { return nil }
        let unit = document.sentences[sentence]
        var end = token - 1
        if document.sign(end, ",") { end -= 1 }
        guard unit.contains(end) else { return nil }
        return SubjectFinder(document: document, names: names).phrase(endingAt: end, in: unit)
    }

    /// An organisation for "it" and "they": the first of this sentence or of those before, nearest first, else the group
    /// that spoke last.
    func thing(before token: Int, group: SpeakerResolver.Resolved?) -> SpeakerResolver.Resolved? {
        guard let sentence = sentence(of: token) else { return group }
        for back in 0..<2 where sentence - back >= 0 {
            let range = document.sentences[sentence - back]
            let end = back == 0 ? token : range.upperBound
            let found = names.within(range.lowerBound..<end).first {
                let type = entities[names.owners[$0]].type
                return type == .organisation || type == .outlet
            }
            guard let found else { continue }
            let kind: Speaker.Kind = entities[names.owners[found]].type == .outlet ? .outlet : .organisation
            return SpeakerResolver.Resolved(
                range: nil, entity: names.owners[found], kind: kind, how: .pronoun, outlet: nil)
        }
        return group
    }

    /// The first fitting person of the sentence itself, then of the sentences before, nearest first; the speaker
    /// before comes ahead of those who are only spoken of.
    private func nearest(
        before token: Int, last: SpeakerResolver.Resolved?, _ fits: (Int) -> Bool
    ) -> Int? {
        guard let sentence = sentence(of: token) else { return nil }
        for back in 0..<Self.reach where sentence - back >= 0 {
            let range = document.sentences[sentence - back]
            let end = back == 0 ? token : range.upperBound
            let persons = names.within(range.lowerBound..<end).filter {
                !document.isQuoted(names.names[$0].range.lowerBound) && fits(names.owners[$0])
            }
            if let entity = last?.entity, fits(entity),
                persons.isEmpty || persons.contains(where: { names.owners[$0] == entity })
            {
                if back > 0 || !persons.isEmpty { return entity }
            } else if let first = persons.first {
                return names.owners[first]
            }
        }
        if let entity = last?.entity, fits(entity) { return entity }
        let start = max(0, token - 400)
        return names.within(start..<token).last { fits(names.owners[$0]) }.map { names.owners[$0] }
    }

    private func sentence(of token: Int) -> Int? {
        var low = 0
        var high = document.sentences.count - 1
        while low < high {
            let middle = (low + high) / 2
            if document.sentences[middle].upperBound <= token { low = middle + 1 } else { high = middle }
        }
        return document.sentences.indices.contains(low) ? low : nil
    }
}
