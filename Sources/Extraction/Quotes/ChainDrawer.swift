import Language
import Records

/// Resolves an article's speakers one after another and draws the chain to each.
struct ChainDrawer {
    let document: Document
    let names: NameIndex
    let entities: [EntityLinker.Linked]
    let publisher: Outlet?
    let resolver: SpeakerResolver
    private let carriers: Carriers
    private let interviews: [Int: (outlet: Int, token: Int)]
    private(set) var discourse = Discourse()
    /// Through whom each speaker's words came, and where that was last.
    private var through: [Int: (hands: [Discourse.Carrier], paragraph: Int)] = [:]
    /// Who spoke before the one who asked last.
    private var asked: SpeakerResolver.Resolved?
    private static let throughReach = 1
    private(set) var citations: [Citation] = []

    init(document: Document, names: NameIndex, entities: [EntityLinker.Linked], publisher: Outlet?) {
        self.document = document
        self.names = names
        self.entities = entities
        self.publisher = publisher
        resolver = SpeakerResolver(document: document, names: names, entities: entities, publisher: publisher)
        carriers = Carriers(document: document, names: names)
        interviews = Dictionary(carriers.interviews().map { ($0.person, ($0.outlet, $0.token)) }) { first, _ in first }
    }

    /// The speaker of the next attribution; writes chain and holder.
    mutating func speaker(_ attribution: Attribution, _ quote: inout Quote) -> SpeakerResolver.Resolved? {
        let paragraph = Int(document.paragraphOf[attribution.unit.lowerBound])
        var speaker = resolve(attribution, paragraph)
        if let owner = attribution.owner, let holder = resolver.resolve(owner, discourse)?.entity {
            quote.holder = entities[holder].entity.id
        }
        var hands: [Discourse.Carrier] = []
        if let reporting = speaker, reporting.kind == .outlet, let entity = reporting.entity {
            cite(entity, reporting.range, quote.cue)
            hands = [Discourse.Carrier(entity: entity, range: reporting.range)]
            if let cue = attribution.cue,
                let source = passedOn(
                    attribution.unit.clamped(to: cue.lowerBound - 60..<cue.upperBound + 60), by: &hands)
            {
                speaker = source
                speaker?.how = attribution.how == .backReference ? .backReference : source.how
            }
        } else {
            hands = told(attribution)
            if let outlet = speaker?.outlet {
                hands = [
                    Discourse.Carrier(entity: outlet, range: outlet == discourse.outlet ? discourse.outletRange : nil)
                ]
            } else if hands.isEmpty {
                hands = carriedOn(speaker, attribution, paragraph)
            } else {
                for hand in hands { cite(hand.entity, hand.range, quote.cue) }
            }
        }
        hands.removeAll { isPublisher($0.entity) && $0.entity != speaker?.entity }
        var chain = [ChainLink(.publisher, name: publisher?.name ?? publisher?.id)]
        for hand in hands { chain.append(link(.reportedBy, hand.entity, hand.range)) }
        if let speaker, !(speaker.kind == .outlet && hands.contains { $0.entity == speaker.entity }) {
            var link = source(speaker)
            if speaker.kind == .outlet { link.role = .reportedBy }
            chain.append(link)
        }
        quote.chain = chain
        if let speaker, !attribution.isPartial, !isInner(attribution), !isUnresolved(speaker) {
            if attribution.kind == .asks, attribution.how == .named {
                asked = asked ?? discourse.last
            } else {
                asked = nil
            }
            if let entity = speaker.entity { through[entity] = hands.isEmpty ? nil : (hands, paragraph) }
            discourse.last = speaker
            if speaker.kind != .person { discourse.group = speaker }
            discourse.carriers = hands
            discourse.paragraph = paragraph
        }
        return speaker
    }

    private func resolve(_ attribution: Attribution, _ paragraph: Int) -> SpeakerResolver.Resolved? {
        switch attribution.how {
        case .carried:
            guard var speaker = asked ?? discourse.last else { return interviewee(before: attribution.unit.lowerBound) }
            speaker.how = .carriedOver
            return speaker
        case .outlet:
            guard let outlet = discourse.outlet else { return nil }
            return SpeakerResolver.Resolved(
                range: discourse.outletRange, entity: outlet, kind: .outlet, how: .carriedOver, outlet: nil)
        case .named, .backReference:
            var speaker = attribution.subject.flatMap {
                resolver.resolve(
                    resolver.withApposition($0, in: attribution.unit), discourse,
                    isNear: paragraph - discourse.paragraph <= 1)
            }
            if attribution.how == .backReference, speaker?.how == .explicit { speaker?.how = .backReference }
            return speaker
        }
    }

    /// Before anybody has spoken: the person named first.
    private func interviewee(before token: Int) -> SpeakerResolver.Resolved? {
        let person = names.within(0..<min(token, Self.lead)).first { names.names[$0].type == .person }
        return person.map {
            SpeakerResolver.Resolved(
                range: nil, entity: names.owners[$0], kind: .person, how: .carriedOver, outlet: nil)
        }
    }

    private static let lead = 200

    /// The outlets that the words beside the cue name.
    private func told(_ attribution: Attribution) -> [Discourse.Carrier] {
        guard attribution.how == .named || attribution.how == .backReference else { return [] }
        return carriers.told(attribution).compactMap { range in
            if let name = names.name(at: range.upperBound - 1) {
                return Discourse.Carrier(entity: names.owners[name], range: range)
            }
            return resolver.outlet(meantBy: range, discourse, in: attribution.unit).map {
                Discourse.Carrier(entity: $0, range: range)
            }
        }
    }

    /// Further outlets behind a reporting one, and the source at the end.
    private mutating func passedOn(
        _ unit: Range<Int>, by hands: inout [Discourse.Carrier]
    ) -> SpeakerResolver.Resolved? {
        for phrase in carriers.cited(in: unit) {
            var within = discourse
            within.last = nil
            within.group = nil
            within.outlet = hands.last?.entity
            guard let cited = resolver.cited(phrase, within) else { continue }
            guard cited.kind == .outlet, let entity = cited.entity else { return cited }
            if !hands.contains(where: { $0.entity == entity }) {
                hands.append(Discourse.Carrier(entity: entity, range: cited.range))
                cite(entity, cited.range, nil)
            }
        }
        return nil
    }

    /// Who told an outlet something goes on telling it, until the article turns elsewhere.
    private func carriedOn(
        _ speaker: SpeakerResolver.Resolved?, _ attribution: Attribution, _ paragraph: Int
    ) -> [Discourse.Carrier] {
        guard let speaker else { return [] }
        if let entity = speaker.entity, let interview = interviews[entity],
            interview.token < attribution.unit.upperBound
        {
            return [Discourse.Carrier(entity: interview.outlet, range: nil)]
        }
        if document.uses(.carriers), let entity = speaker.entity, let known = through[entity],
            paragraph - known.paragraph <= Self.throughReach
        {
            return known.hands.map { Discourse.Carrier(entity: $0.entity, range: nil) }
        }
        guard !discourse.carriers.isEmpty, paragraph - discourse.paragraph <= 1, let last = discourse.last else {
            return []
        }
        if attribution.how == .carried { return discourse.carriers }
        let isSame =
            speaker.entity != nil
            ? speaker.entity == last.entity : last.entity == nil && speaker.name != nil && speaker.name == last.wording
        if isSame { return discourse.carriers }
        guard speaker.entity == nil, speaker.kind == .anonymous else { return [] }
        return discourse.carriers.prefix(1).map { $0 }
    }

    /// A cue within somebody's words: what the article goes on with is who spoke those.
    private func isInner(_ attribution: Attribution) -> Bool {
        attribution.isInner || (attribution.cue.map { document.isQuoted($0.lowerBound) } ?? false)
    }

    /// "they" without anybody whom it can mean: nobody goes on speaking.
    private func isUnresolved(_ speaker: SpeakerResolver.Resolved) -> Bool {
        speaker.how == .pronoun && speaker.entity == nil && speaker.name == nil
    }

    private func isPublisher(_ entity: Int) -> Bool { entities[entity].isCalled(publisher) }

    private func link(_ role: ChainLink.Role, _ entity: Int, _ range: Range<Int>?) -> ChainLink {
        let bytes = range.map { document.bytes($0) }
        let known = entities[entity].entity
        return ChainLink(role, name: known.name, entity: known.id, start: bytes?.lowerBound, end: bytes?.upperBound)
    }

    private func source(_ speaker: SpeakerResolver.Resolved) -> ChainLink {
        if let entity = speaker.entity { return link(.source, entity, speaker.range) }
        let bytes = speaker.range.map { document.bytes($0) }
        return ChainLink(
            .source, name: speaker.wording.map { document.string($0) }, start: bytes?.lowerBound, end: bytes?.upperBound
        )
    }

    private mutating func cite(_ entity: Int, _ range: Range<Int>?, _ cue: Cue?) {
        discourse.outlet = entity
        guard let range, range != discourse.outletRange else { return }
        discourse.outletRange = range
        let bytes = document.bytes(range)
        var citation = Citation()
        citation.entity = entities[entity].entity.id
        citation.name = entities[entity].entity.name
        citation.start = bytes.lowerBound
        citation.end = bytes.upperBound
        citation.cue = cue
        if citations.last != citation { citations.append(citation) }
    }
}

extension EntityLinker.Linked {
    /// Whether it is this outlet, by its name.
    func isCalled(_ outlet: Outlet?) -> Bool {
        guard let name = outlet?.name ?? outlet?.id else { return false }
        return entity.name.lowercased() == name.lowercased()
    }
}
