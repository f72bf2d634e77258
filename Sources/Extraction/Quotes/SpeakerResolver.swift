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

        /// The words that say who it is.
        var wording: Range<Int>? { name ?? range }

        func printed(_ range: Range<Int>) -> Resolved {
            var copy = self
            copy.range = range
            return copy
        }
    }

    let document: Document
    let names: NameIndex
    let entities: [EntityLinker.Linked]
    let definites: DefiniteDescriptions
    let pronouns: Pronouns
    private let issuers: Issuers
    /// Where outlets are named, in order.
    private let outlets: [(token: Int, entity: Int)]

    init(
        document: Document, names: NameIndex, entities: [EntityLinker.Linked], publisher: Outlet?
    ) {
        self.document = document
        self.names = names
        self.entities = entities
        definites = DefiniteDescriptions(document: document, names: names, entities: entities)
        pronouns = Pronouns(document: document, names: names, entities: entities)
        issuers = Issuers(document: document, names: names)
        outlets = names.names.indices.filter {
            names.names[$0].type == .outlet && !entities[names.owners[$0]].isCalled(publisher)
        }.map { (names.names[$0].range.lowerBound, names.owners[$0]) }
    }

    /// - Parameter isNear: Whether the last attribution stands in this paragraph or the one before.
    func resolve(_ range: Range<Int>, _ discourse: Discourse, isNear: Bool = true) -> Resolved? {
        guard let first = range.first else { return nil }
        if isPronoun(range) { return pronoun(first, discourse).map { $0.printed(range) } }
        if let speaker = aged(range, discourse) { return speaker }
        if let name = head(of: range) {
            let entity = names.owners[name]
            return Resolved(range: range, entity: entity, kind: kind(of: entity), how: .explicit, outlet: nil)
        }
        let head = headWord(of: range)
        if let outlet = shortOutlet(range, head) {
            return Resolved(range: range, entity: outlet, kind: .outlet, how: .definite, outlet: nil)
        }
        if let outlet = possessor(in: range, head: head, discourse) {
            return Resolved(range: range, entity: nil, kind: .anonymous, how: .explicit, outlet: outlet)
        }
        if let outlet = discourse.outlet, document.isWord(first, Word.the),
            Self.writers.contains(document.tokens[head].hash),
            document.uses(.carriers)
        {
            return Resolved(range: range, entity: nil, kind: .group, how: .explicit, outlet: outlet)
        }
        let isDefinite =
            document.has(first, .possessivePronoun) || document.isWord(first, Word.the)
            || document.has(first, [.demonym, .roleModifier])
        if isDefinite, OutletWords.isOne(head, document),
            let outlet = outlet(meantBy: range, discourse, in: range)
        {
            return Resolved(range: range, entity: outlet, kind: .outlet, how: .definite, outlet: nil)
        }
        let center = isNear ? discourse.last?.entity : nil
        if isDefinite, let entity = definites.resolve(range, head: head, center: center) {
            return Resolved(range: range, entity: entity, kind: kind(of: entity), how: .definite, outlet: nil)
        }
        if document.uses(.descriptions), let issuer = issuer(of: range, head: head, discourse) {
            return issuer
        }
        if isNear, let last = discourse.last, definites.continues(range, head: head, last) {
            var speaker = last
            speaker.range = range
            speaker.name = last.entity == nil ? last.wording : nil
            speaker.how = .definite
            speaker.outlet = nil
            return speaker
        }
        return Resolved(range: range, entity: nil, kind: unnamed(range, head: head), how: .explicit, outlet: nil)
    }

    /// "the 54-year-old": the person who spoke last, or was named last.
    private func aged(_ range: Range<Int>, _ discourse: Discourse) -> Resolved? {
        guard document.isWord(range.lowerBound, Word.the), range.count > 1,
            document.text[document.tokens[range.lowerBound + 1].range].suffix(4).elementsEqual("-old".utf8)
        else { return nil }
        let start = max(0, range.lowerBound - Self.outletReach)
        let named = names.within(start..<range.lowerBound).last { entities[names.owners[$0]].type == .person }
        guard let entity = discourse.last?.kind == .person ? discourse.last?.entity : named.map({ names.owners[$0] })
        else { return nil }
        return Resolved(range: range, entity: entity, kind: .person, how: .definite, outlet: nil)
    }

    /// "he", "him", "the minister himself" has none, "he himself" is one.
    private func isPronoun(_ range: Range<Int>) -> Bool {
        let isOne =
            document.has(range.lowerBound, [.subjectPronoun, .possessivePronoun, .relative])
            || Self.objects.contains(document.tokens[range.lowerBound].hash)
        return isOne
            && (range.count == 1
                || range.count == 2 && Self.selves.contains(document.tokens[range.lowerBound + 1].hash))
    }

    private static let objects = Set(["him", "them"].map { WordHash($0) })
    private static let selves = Set(["himself", "herself", "themselves", "itself"].map { WordHash($0) })

    /// Who issued the document that speaks: "the summary", "its report".
    private func issuer(of range: Range<Int>, head: Int, _ discourse: Discourse) -> Resolved? {
        guard issuers.isDocument(head) else { return nil }
        let first = range.lowerBound
        var speaker: Resolved?
        if document.has(first, .possessivePronoun), !document.has(first, .firstPerson) {
            speaker = pronoun(first, discourse)
        } else if document.isWord(first, Word.the) || document.isWord(first, Word.this),
            let issuer = issuers.issuer(head),
            issuer.upperBound <= first
        {
            var within = discourse
            within.last = nil
            speaker = resolve(issuer, within, isNear: false)
            if let found = speaker, found.entity == nil { speaker?.name = found.name ?? issuer }
        }
        guard var speaker, speaker.entity != nil || speaker.name != nil else { return nil }
        speaker.range = range
        speaker.how = .definite
        return speaker
    }

    private static let writers = Set(["journalists", "reporters", "correspondents"].map { WordHash($0) })

    /// What an outlet goes back to; null for what is no source, such as "satellite images".
    func cited(_ range: Range<Int>, _ discourse: Discourse) -> Resolved? {
        if let mark = range.first(where: { document.isWord($0, Word.possessive) }), mark > range.lowerBound,
            let name = names.name(at: mark - 1), names.names[name].type == .person
        {
            return resolve(names.names[name].range, discourse)
        }
        guard let found = resolve(range, discourse, isNear: false) else { return nil }
        let isSource = document.has(
            headWord(of: range), [.people, .source, .document, .body, .role, .organisation, .outletNoun])
        return found.entity != nil || found.kind == .anonymous || isSource ? found : nil
    }

    /// A description with the person's name behind it: "The clinic's owner, dentist Paskal Rimm".
    func withApposition(_ range: Range<Int>, in unit: Range<Int>) -> Range<Int> {
        guard range.count > 1, document.sign(range.upperBound, ","),
            !range.contains(where: { names.name(at: $0).map { names.names[$0].type == .person } ?? false })
        else { return range }
        var index = range.upperBound + 1
        let end = min(index + Self.longestTitle, unit.upperBound)
        while index < end, document.tokens[index].isWord, names.name(at: index) == nil,
            document.tokens[index].isCapitalised || document.has(index, [.role, .people, .roleModifier, .title])
        { index += 1 }
        guard let name = names.name(at: index), names.names[name].type == .person, unit.contains(index) else {
            return range
        }
        return range.lowerBound..<names.names[name].range.upperBound
    }

    private static let longestTitle = 5

    /// The outlet that "the newspaper" means: the one named last, if not far off, else the one last cited.
    func outlet(meantBy range: Range<Int>, _ discourse: Discourse, in unit: Range<Int>) -> Int? {
        let next = outlets.partitioningIndex { $0.token >= range.lowerBound }
        if next > 0, discourse.outlet == nil || range.lowerBound - outlets[next - 1].token < Self.outletReach {
            return outlets[next - 1].entity
        }
        if let outlet = discourse.outlet { return outlet }
        return next < outlets.count && unit.contains(outlets[next].token) ? outlets[next].entity : nil
    }

    private static let outletReach = 120

    /// "the Ledger" where an outlet whose name ends so was named before, though no model took it for a name.
    private func shortOutlet(_ range: Range<Int>, _ head: Int) -> Int? {
        guard range.count == 2, document.isWord(range.lowerBound, Word.the), document.tokens[head].isCapitalised,
            document.has(head, .outletName)
        else { return nil }
        let word = document.tokens[head].hash
        return outlets.last { $0.token < range.lowerBound && entities[$0.entity].words.last == word }?.entity
    }

    private func pronoun(_ token: Int, _ discourse: Discourse) -> Resolved? {
        let (last, group) = (discourse.last, discourse.group)
        var antecedent: Resolved?
        var kind = Speaker.Kind.group
        if document.has(token, .pronounPerson), !document.has(token, .relative) {
            antecedent = pronouns.resolve(token, last: last, group: group)
            if !document.isWord(token, Word.they) { kind = .person }
        } else if document.has(token, .relative) {
            antecedent = pronouns.relative(token).flatMap {
                resolve($0, discourse)
            }
        } else if document.has(token, .possessivePronoun) || Self.objects.contains(document.tokens[token].hash),
            !document.has(token, .firstPerson)
        {
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
            // Behind a comma stands an apposition: "The spokesman of the group, Captain Arakel".
            let clause = (range.lowerBound..<span.lowerBound).last { document.sign($0, ",") } ?? range.lowerBound
            let isObject = (clause..<span.lowerBound).contains {
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

    /// Whose sources: "the publication's interlocutors", "CNN's sources", "a source of the agency", "its interlocutors".
    private func possessor(in range: Range<Int>, head: Int, _ discourse: Discourse) -> Int? {
        guard range.contains(where: { document.has($0, .people) }) else { return nil }
        if document.isWord(range.lowerBound, Word.its), document.has(head, .source) { return discourse.outlet }
        for index in range.dropFirst() {
            let isPossessive = document.isWord(index, Word.possessive)
            let owner = isPossessive ? index - 1 : index + 1
            guard isPossessive || document.isWord(index, Word.of) && document.has(index - 1, .source) else { continue }
            let noun = !isPossessive && document.isWord(owner, Word.the) ? owner + 1 : owner
            guard range.contains(noun) else { continue }
            if let name = names.name(at: noun), names.names[name].type == .outlet { return names.owners[name] }
            if OutletWords.isOne(noun, document) {
                return outlet(meantBy: range, discourse, in: range)
            }
        }
        return nil
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
