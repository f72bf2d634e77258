import Language
import Records

/// Resolves the words of a speaker to an entity of the article.
struct SpeakerResolver {
    struct Resolved {
        /// As printed; null for a speaker who is carried over.
        var range: Range<Int>?
        var entity: Int?
        var kind: Speaker.Kind
        var how: Speaker.Resolution
        /// The outlet whose sources or journalists these are.
        var outlet: Int?
        /// Where the words stand that a pronoun means, if these name no entity.
        var name: Range<Int>?
    }

    let document: Document
    let names: NameIndex
    let entities: [EntityLinker.Linked]
    let definites: DefiniteDescriptions
    let pronouns: Pronouns

    init(document: Document, names: NameIndex, entities: [EntityLinker.Linked]) {
        self.document = document
        self.names = names
        self.entities = entities
        definites = DefiniteDescriptions(document: document, names: names, entities: entities)
        pronouns = Pronouns(document: document, names: names, entities: entities)
    }

    /// `last` is the speaker before, `group` the last that was no single person, `outlet` the outlet last cited.
    func resolve(_ range: Range<Int>, last: Resolved?, group: Resolved?, outlet: Int?) -> Resolved? {
        guard let first = range.first else { return nil }
        if range.count == 1, document.has(first, [.subjectPronoun, .possessivePronoun, .relative]) {
            return pronoun(first, last: last, group: group, outlet: outlet)
        }
        if let name = head(of: range) {
            let entity = names.owners[name]
            return Resolved(range: range, entity: entity, kind: kind(of: entity), how: .explicit, outlet: nil)
        }
        let head = headWord(of: range)
        if let (possessor, isOutlet) = possessor(in: range, outlet: outlet), isOutlet {
            return Resolved(range: range, entity: nil, kind: .anonymous, how: .explicit, outlet: possessor)
        }
        let isDefinite =
            document.has(first, .possessivePronoun) || document.isWord(first, Word.the)
            || document.has(first, [.demonym, .roleModifier])
        if isDefinite, document.has(head, .outletNoun), let outlet {
            return Resolved(range: range, entity: outlet, kind: .outlet, how: .definite, outlet: nil)
        }
        if isDefinite, let entity = definites.resolve(range, head: head) {
            return Resolved(range: range, entity: entity, kind: kind(of: entity), how: .definite, outlet: nil)
        }
        return Resolved(range: range, entity: nil, kind: unnamed(range, head: head), how: .explicit, outlet: nil)
    }

    private func pronoun(_ token: Int, last: Resolved?, group: Resolved?, outlet: Int?) -> Resolved? {
        var antecedent: Resolved?
        var kind = Speaker.Kind.group
        if document.has(token, .pronounPerson), !document.has(token, .relative) {
            antecedent = pronouns.resolve(token, last: last, group: group)
            if !document.isWord(token, Word.they) { kind = .person }
        } else if document.has(token, .relative) {
            antecedent = pronouns.relative(token).flatMap {
                resolve($0, last: last, group: group, outlet: outlet)
            }
        } else if document.has(token, .possessivePronoun), !document.has(token, .firstPerson) {
            antecedent = pronouns.resolve(token, last: last, group: group)
        } else if document.isWord(token, Word.it) {
            antecedent = pronouns.thing(before: token, group: group)
        } else if document.isWord(token, Word.i) {
            kind = .person
        }
        return Resolved(
            range: token..<token + 1, entity: antecedent?.entity, kind: antecedent?.kind ?? kind, how: .pronoun,
            outlet: antecedent?.outlet, name: antecedent.flatMap { $0.name ?? ($0.entity == nil ? $0.range : nil) })
    }

    func kind(of entity: Int) -> Speaker.Kind {
        switch entities[entity].type {
        case .person: .person
        case .outlet: .outlet
        case .organisation, .place: .organisation
        case .other: .group
        }
    }

    /// The name that a phrase is about: at its end, or before its first preposition.
    private func head(of range: Range<Int>) -> Int? {
        var found: Int?
        for name in names.within(range) {
            let span = names.names[name].range
            guard span.lowerBound >= range.lowerBound else { continue }
            let isEnd =
                span.upperBound == range.upperBound || document.sign(span.upperBound, ",")
                || document.sign(span.upperBound, "(") || document.has(span.upperBound, [.preposition, .conjunction])
            let isObject = (range.lowerBound..<span.lowerBound).contains {
                document.has($0, .preposition) || document.has($0, .people) && !document.has($0, .role)
            }
            guard isEnd, !isObject, names.names[name].type != .other else { continue }
            if names.names[name].type == .person { return name }
            if found == nil { found = name }
        }
        return found
    }

    /// The noun of a phrase: the last word before a preposition or a comma.
    private func headWord(of range: Range<Int>) -> Int {
        var head = range.lowerBound
        for index in range {
            if index > range.lowerBound,
                document.has(index, [.preposition, .relative, .conjunction]) || document.sign(index, ",")
            {
                break
            }
            if document.isWord(index, WordHash("familiar")) || document.isWord(index, WordHash("briefed")) { break }
            if document.tokens[index].isWord, !document.tokens[index].shape.contains(.clitic) { head = index }
        }
        return head
    }

    /// Whose sources: "the publication's interlocutors", "CNN's sources", "sources of the agency".
    private func possessor(in range: Range<Int>, outlet: Int?) -> (Int?, Bool)? {
        guard let mark = range.first(where: { document.isWord($0, Word.possessive) }), mark > range.lowerBound,
            range.contains(where: { document.has($0, .people) })
        else { return nil }
        if let name = names.name(at: mark - 1), names.names[name].type == .outlet { return (names.owners[name], true) }
        return document.has(mark - 1, .outletNoun) ? (outlet, true) : nil
    }

    private func unnamed(_ range: Range<Int>, head: Int) -> Speaker.Kind {
        if document.has(head, .source) || range.contains(where: { document.has($0, .anonymity) }) { return .anonymous }
        let follows = range.upperBound..<min(document.tokens.count, range.upperBound + 14)
        if document.has(head, .people), follows.contains(where: { document.has($0, .anonymity) }) { return .anonymous }
        if document.has(head, [.body, .organisation, .document, .outletNoun]) { return .organisation }
        let isPlural = document.tokens[head].isWord && document.text[document.tokens[head].end - 1] == UInt8(ascii: "s")
        if isPlural { return .group }
        return document.has(head, [.people, .role]) ? .anonymous : .group
    }
}
