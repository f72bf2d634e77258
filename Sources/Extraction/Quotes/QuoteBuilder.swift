import Language
import Records

/// Turns attributions into quotes, in the order of the text: speakers resolved, chains drawn.
struct QuoteBuilder {
    let document: Document
    let entities: [EntityLinker.Linked]
    private let stances: StanceFinder
    private var chains: ChainDrawer
    private(set) var quotes: [Quote] = []

    var citations: [Citation] { chains.citations }

    init(document: Document, names: NameIndex, entities: [EntityLinker.Linked], publisher: Outlet?) {
        self.document = document
        self.entities = entities
        chains = ChainDrawer(document: document, names: names, entities: entities, publisher: publisher)
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
        let speaker = chains.speaker(attribution, &quote)
        quote.speaker = speaker.map(record)
        quote.speaker?.alternatives = alternatives(attribution, to: speaker)
        for found in stances.find(attribution, speaker: speaker?.range) {
            let bytes = document.bytes(found.token..<found.token + 1)
            quote.stance.append(
                Stance(found.target, bytes, String(decoding: document.text[bytes], as: UTF8.self)))
        }
        quote.confidence = Confidence.of(attribution, speaker: speaker, chain: quote.chain)
        quotes.append(quote)
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
            resolved.entity.map { entities[$0].entity.name } ?? resolved.name.map { document.string($0) }
            ?? speaker.text
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
            guard let entity = chains.resolver.resolve(range, chains.discourse)?.entity,
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
        if words > 0 { return .mixed }
        return attribution.content.first.map(isWoven) ?? false ? .partial : .direct
    }

    /// What she called “a stage”: behind a word, and begun with a small letter.
    private func isWoven(_ piece: Range<Int>) -> Bool {
        let before = piece.lowerBound - 1
        guard before >= 0, document.tokens[before].isWord,
            let first = piece.first(where: { document.tokens[$0].isWord })
        else { return false }
        return !document.tokens[first].isCapitalised
    }

    /// What is nested came through all hands of what is around it, then through its own.
    private mutating func inherit(from outer: Int, to inner: Int) {
        let around = quotes[outer].chain
        let own = quotes[inner].chain.dropFirst().filter { link in
            !around.contains { link.entity != nil ? $0.entity == link.entity : $0.name == link.name }
        }
        let speaksOn = quotes[inner].speaker?.name == quotes[outer].speaker?.name
        quotes[inner].chain = around + (speaksOn ? [] : own)
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
