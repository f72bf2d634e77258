import Language
import Records

/// Turns attributions into quotes, in the order of the text: speakers resolved, chains drawn.
struct QuoteBuilder {
    let document: Document
    let names: NameIndex
    let entities: [EntityLinker.Linked]
    let publisher: Outlet?
    private let resolver: SpeakerResolver
    private let stances: StanceFinder
    private var last: SpeakerResolver.Resolved?
    /// The last speaker who was no single person.
    private var group: SpeakerResolver.Resolved?
    /// The outlet last cited, and whose words it passed on.
    private var outlet: Int?
    private var outletRange: Range<Int>?
    private(set) var quotes: [Quote] = []
    private(set) var citations: [Citation] = []

    init(document: Document, names: NameIndex, entities: [EntityLinker.Linked], publisher: Outlet?) {
        self.document = document
        self.names = names
        self.entities = entities
        self.publisher = publisher
        resolver = SpeakerResolver(document: document, names: names, entities: entities)
        stances = StanceFinder(document: document)
    }

    mutating func build(_ attributions: [Attribution]) {
        for attribution in attributions { add(attribution) }
        nest()
        Repeats.mark(&quotes, document)
    }

    private mutating func add(_ attribution: Attribution) {
        var quote = Quote()
        let pieces = attribution.content.map { document.bytes($0) }.filter { !$0.isEmpty }.sorted {
            $0.lowerBound < $1.lowerBound
        }
        guard let first = pieces.first, let end = pieces.last else { return }
        quote.start = first.lowerBound
        quote.end = end.upperBound
        quote.spans = pieces.map { TextSpan($0.lowerBound, $0.upperBound) }
        quote.quoted = quoted(attribution)
        quote.type = type(attribution)
        if let cue = attribution.cue {
            let bytes = document.bytes(cue)
            quote.cue = Cue(
                start: bytes.lowerBound, end: bytes.upperBound, lemma: attribution.lemma, kind: attribution.kind)
        }
        quote.id = "q\(quotes.count + 1)"
        let speaker = speaker(attribution, &quote)
        quote.speaker = speaker.map(record)
        quote.speaker?.alternatives = alternatives(attribution, to: speaker)
        for found in stances.find(attribution, speaker: speaker?.range) {
            let bytes = document.bytes(found.token..<found.token + 1)
            quote.stance.append(
                Stance(found.target, bytes, String(decoding: document.text[bytes], as: UTF8.self)))
        }
        quote.confidence = Confidence.of(attribution, speaker: speaker, chain: quote.chain)
        quotes.append(quote)
        if let speaker, !attribution.isPartial {
            last = speaker
            if speaker.kind != .person { group = speaker }
        }
    }

    /// Resolves the speaker and draws the chain on the way.
    private mutating func speaker(_ attribution: Attribution, _ quote: inout Quote) -> SpeakerResolver.Resolved? {
        var chain = [ChainLink(.publisher, name: publisher?.name ?? publisher?.id)]
        var speaker: SpeakerResolver.Resolved?
        switch attribution.how {
        case .carried:
            speaker = last
            speaker?.how = .carriedOver
        case .outlet:
            if let outlet {
                speaker = SpeakerResolver.Resolved(
                    range: outletRange, entity: outlet, kind: .outlet, how: .carriedOver, outlet: nil)
            }
        case .named, .backReference:
            speaker = attribution.subject.flatMap {
                resolver.resolve($0, last: last, group: group, outlet: outlet)
            }
            if attribution.how == .backReference, speaker?.how == .explicit { speaker?.how = .backReference }
        }
        if let owner = attribution.owner,
            let holder = resolver.resolve(owner, last: last, group: group, outlet: outlet)?.entity
        {
            quote.holder = entities[holder].entity.id
        }
        var carriers = attribution.carriers.compactMap { range in
            names.within(range).first.map { (entity: names.owners[$0], range: Optional(range)) }
        }
        if let carrier = speaker?.outlet { carriers.append((carrier, carrier == outlet ? outletRange : nil)) }
        if let reporting = speaker, reporting.kind == .outlet, let entity = reporting.entity {
            // An outlet's own report: it carries what others told it.
            cite(entity, reporting.range, quote.cue)
            carriers = [(entity, reporting.range)]
            if let cited = attribution.cited,
                let source = resolver.resolve(cited, last: nil, group: nil, outlet: entity)
            {
                speaker = source
                speaker?.how = attribution.how == .backReference ? .backReference : source.how
            }
        } else {
            for carrier in carriers where carrier.range != nil && carrier.range != outletRange {
                cite(carrier.entity, carrier.range, quote.cue)
            }
        }
        for carrier in carriers { chain.append(link(.reportedBy, carrier.entity, carrier.range)) }
        if let speaker, !(speaker.kind == .outlet && carriers.contains { $0.entity == speaker.entity }) {
            chain.append(source(speaker))
        }
        quote.chain = chain
        return speaker
    }

    private func link(_ role: ChainLink.Role, _ entity: Int, _ range: Range<Int>?) -> ChainLink {
        let bytes = range.map { document.bytes($0) }
        let known = entities[entity].entity
        return ChainLink(role, name: known.name, entity: known.id, start: bytes?.lowerBound, end: bytes?.upperBound)
    }

    private func source(_ speaker: SpeakerResolver.Resolved) -> ChainLink {
        if let entity = speaker.entity { return link(.source, entity, speaker.range) }
        let bytes = speaker.range.map { document.bytes($0) }
        return ChainLink(
            .source, name: speaker.range.map { document.string($0) }, start: bytes?.lowerBound, end: bytes?.upperBound)
    }

    private mutating func cite(_ entity: Int, _ range: Range<Int>?, _ cue: Cue?) {
        outlet = entity
        guard let range else { return }
        outletRange = range
        let bytes = document.bytes(range)
        var citation = Citation()
        citation.entity = entities[entity].entity.id
        citation.name = entities[entity].entity.name
        citation.start = bytes.lowerBound
        citation.end = bytes.upperBound
        citation.cue = cue
        if citations.last != citation { citations.append(citation) }
    }

    private func record(_ resolved: SpeakerResolver.Resolved) -> Speaker {
        var speaker = Speaker()
        if let range = resolved.range {
            let bytes = document.bytes(range)
            speaker.start = bytes.lowerBound
            speaker.end = bytes.upperBound
            speaker.text = document.string(range)
        }
        speaker.entity = resolved.entity.map { entities[$0].entity.id }
        speaker.name =
            resolved.entity.map { entities[$0].entity.name } ?? resolved.name.map { document.string($0) } ?? speaker.text
        speaker.text = speaker.text ?? speaker.name
        speaker.kind = resolved.kind
        speaker.how = resolved.how
        return speaker
    }

    /// The entities that other words beside the cue name.
    private func alternatives(
        _ attribution: Attribution, to speaker: SpeakerResolver.Resolved?
    ) -> [Speaker.Alternative] {
        var found: [Speaker.Alternative] = []
        for (range, probability) in attribution.others {
            guard let entity = resolver.resolve(range, last: last, group: group, outlet: outlet)?.entity,
                entity != speaker?.entity, !found.contains(where: { $0.entity == entities[entity].entity.id })
            else { continue }
            found.append(Speaker.Alternative(entity: entities[entity].entity.id, p: Confidence.rounded(probability)))
        }
        return found.sorted { ($1.p, $0.entity) < ($0.p, $1.entity) }
    }

    /// "I" within somebody's words is that speaker.
    private func speak(_ inner: Quote, within outer: Quote) -> Speaker? {
        guard var speaker = inner.speaker, speaker.entity == nil, speaker.how == .pronoun, let own = outer.speaker,
            ["i", "we", "my", "our"].contains((speaker.text ?? "").lowercased())
        else { return inner.speaker }
        speaker.entity = own.entity
        speaker.name = own.name
        speaker.kind = own.kind
        return speaker
    }

    /// What stands between quotation marks, within the content.
    private func quoted(_ attribution: Attribution) -> [TextSpan] {
        var spans: [TextSpan] = []
        for piece in attribution.content {
            var index = piece.lowerBound
            while index < piece.upperBound {
                guard document.isQuoted(index) else {
                    index += 1
                    continue
                }
                let quotation = document.quotations[Int(document.covering[index])]
                let bytes = document.bytes(quotation.inner.clamped(to: piece))
                if !bytes.isEmpty { spans.append(TextSpan(bytes.lowerBound, bytes.upperBound)) }
                index = max(index + 1, quotation.range.upperBound)
            }
        }
        return spans.sorted()
    }

    private func type(_ attribution: Attribution) -> Quote.Kind {
        if attribution.isBlock { return .block }
        if attribution.isPartial { return .partial }
        let tokens = attribution.content.joined()
        let quoted = tokens.count { document.isQuoted($0) }
        if quoted == 0 { return .indirect }
        let words = tokens.count { !document.isQuoted($0) && document.tokens[$0].isWord }
        return words == 0 ? .direct : .mixed
    }

    /// Who carried the outer words here carried the inner ones too.
    private mutating func inherit(from outer: Int, to inner: Int) {
        let carriers = quotes[outer].chain.filter { link in
            link.role == .reportedBy && !quotes[inner].chain.contains { $0.entity == link.entity }
        }
        quotes[inner].chain.insert(contentsOf: carriers, at: 1)
    }

    /// A quote whose content lies within an earlier one's is nested in it.
    private mutating func nest() {
        var around: [Int] = []
        let order = quotes.indices.sorted {
            (quotes[$0].start, -quotes[$0].end, $0) < (quotes[$1].start, -quotes[$1].end, $1)
        }
        for index in order {
            while let last = around.last,
                quotes[last].end < quotes[index].end || quotes[last].end <= quotes[index].start
            { around.removeLast() }
            if let last = around.last,
                !(quotes[last].start == quotes[index].start && quotes[last].end == quotes[index].end)
            {
                quotes[index].nestedIn = quotes[last].id
                quotes[index].speaker = speak(quotes[index], within: quotes[last])
                inherit(from: last, to: index)
            }
            around.append(index)
        }
    }
}

extension Stance {
    init(_ target: Target, _ bytes: Range<Int>, _ text: String) {
        self.init()
        self.target = target
        start = bytes.lowerBound
        end = bytes.upperBound
        self.text = text
    }
}
