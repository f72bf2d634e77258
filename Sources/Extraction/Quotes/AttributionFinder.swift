import Language
import Records

/// Walks an article's units and finds its attributions, in the order of the text.
struct AttributionFinder {
    let document: Document
    let names: NameIndex
    private(set) var found: [Attribution] = []
    /// The unit before, for back-references.
    private var previous: Range<Int>?
    /// Attribution and end of the last direct quotation, which a reopened or adjacent one goes on from.
    private var lastDirect: (attribution: Int, paragraph: Int)?
    /// A cue with a colon at the end of its paragraph: the next paragraph is its content.
    private var pending: Attribution?
    private let isFirstPerson: Bool

    init(document: Document, names: NameIndex) {
        self.document = document
        self.names = names
        isFirstPerson = FirstPerson.isVoice(of: document)
    }

    mutating func find() -> [Attribution] {
        let turns = Transcript.turns(of: document)
        let answers = Interview.answers(in: document)
        for (index, paragraph) in document.paragraphs.enumerated() {
            if let turn = turns[index] {
                found.append(turn.attribution(in: paragraph))
                previous = paragraph.tokens
                continue
            }
            let isOwn = pending.map { take($0, paragraph, index) } ?? false
            pending = nil
            if isOwn { continue }
            if paragraph.kind == .blockquote {
                block(paragraph.tokens)
                continue
            }
            if answers.contains(index) {
                block(paragraph.tokens)
                previous = paragraph.tokens
                continue
            }
            if !isFirstPerson, paragraph.kind == .body, !found.isEmpty, FirstPerson.isSpeech(paragraph, document) {
                block(paragraph.tokens)
                previous = paragraph.tokens
                continue
            }
            let first = found.count
            for unit in Units.ranges(in: document, paragraph) {
                let before = found.count
                read(unit, paragraph: index)
                if found.count == before { carryOn(unit, from: first) }
                // Summary lists and headings retell: what "this" means stands before them.
                if paragraph.kind == .body { previous = unit }
            }
            OutletClosing.extend(&found, from: first, paragraph, document, names)
        }
        return found
    }

    /// A paragraph that a colon before it announces.
    private mutating func take(_ lead: Attribution, _ paragraph: Document.Paragraph, _ index: Int) -> Bool {
        let first = paragraph.tokens.lowerBound
        guard document.isQuoted(first) || paragraph.kind == .blockquote || isAnnounced(paragraph) else { return false }
        var attribution = lead
        let end =
            document.isQuoted(first)
            ? document.quotations[Int(document.covering[first])].range.upperBound : paragraph.tokens.upperBound
        attribution.isBlock = !document.isQuoted(first)
        attribution.content = [first..<end]
        lastDirect = (found.count, index)
        found.append(attribution)
        return end >= paragraph.tokens.upperBound - 1
    }

    /// Without marks, but in the first person.
    private func isAnnounced(_ paragraph: Document.Paragraph) -> Bool {
        paragraph.kind == .body && !isFirstPerson && paragraph.tokens.contains { document.has($0, .firstPerson) }
    }

    private mutating func block(_ range: Range<Int>) {
        guard range.contains(where: { document.tokens[$0].isWord }) else { return }
        var attribution = Attribution(unit: range)
        attribution.content = [range]
        attribution.isBlock = true
        attribution.how = .carried
        if let signature = signature(under: range) {
            attribution.content = [range.lowerBound..<signature.dash]
            attribution.subject = signature.name
            attribution.how = .named
        }
        found.append(attribution)
    }

    /// "… — Philippa Mbeki (@philmbeki) March 7" at the end of an embedded post.
    private func signature(under range: Range<Int>) -> (dash: Int, name: Range<Int>)? {
        guard let dash = range.suffix(16).last(where: { document.isDash($0) && !document.isQuoted($0) }),
            dash > range.lowerBound, dash + 1 < range.upperBound, document.tokens[dash + 1].isCapitalised
        else { return nil }
        let name = dash + 1..<range.upperBound
        let end = name.first { !document.tokens[$0].isWord && document.tokens[$0].kind != .number } ?? name.upperBound
        return (dash, name.lowerBound..<end)
    }

    private mutating func read(_ unit: Range<Int>, paragraph: Int) {
        let events = CueFinder(document: document, names: names).events(in: unit)
        let contents = ContentFinder(document: document, names: names, unit: unit, events: events)
        let first = found.count
        var taken: [Range<Int>] = []
        for place in events.indices {
            let event = events[place]
            var pieces: [Range<Int>]
            var how = Attribution.How.named
            if let before = backReference(event, unit) {
                pieces = [before]
                how = .backReference
            } else {
                pieces = contents.content(place)
            }
            if pieces.isEmpty, let before = aboutThis(event, unit) {
                pieces = [before]
                how = .backReference
            }
            if event.position == .impersonal { how = .outlet }
            // The first cue that claims a passage has it, unless a later one lies within it.
            if how == .named, let extent = pieces.first,
                taken.suffix(16).contains(where: {
                    $0.overlaps(extent) && !holds($0, extent) && !holds(extent, $0) || $0 == extent
                })
            {
                continue
            }
            if pieces.isEmpty {
                if document.sign(unit.upperBound - 1, ":"), event.end >= unit.upperBound - 8 {
                    pending = attribution(event, unit, [])
                }
                continue
            }
            var attribution = attribution(event, unit, pieces)
            attribution.how = how
            attribution.isFormal = isWholeQuotation(pieces) || isOrder(event, pieces)
            reopen(&attribution)
            taken.append(contentsOf: pieces)
            found.append(attribution)
            if pieces.allSatisfy({ document.isQuoted($0.lowerBound) }) { lastDirect = (found.count - 1, paragraph) }
        }
        let nominal = NominalCues(document: document, names: names).find(in: unit)
        let cues = found[first...].compactMap(\.cue)
        for attribution in nominal
        where !cues.suffix(64).contains(where: { $0 == attribution.cue })
            && !taken.suffix(64).contains(where: { crosses($0, attribution) })
        {
            taken.append(contentsOf: attribution.content)
            found.append(attribution)
        }
        leftovers(unit, paragraph, taken, hasCue: found.count > first, events)
        found[first...].sort {
            ($0.extent.lowerBound, $0.extent.upperBound) < ($1.extent.lowerBound, $1.extent.upperBound)
        }
    }

    /// "instructed his aides to arrange a call"
    private func isOrder(_ event: CueEvent, _ pieces: [Range<Int>]) -> Bool {
        event.verb.kind == .orders && event.subject != nil && event.position == .subjectFirst && pieces.count == 1
            && pieces.allSatisfy { piece in piece.prefix(6).contains { document.isWord($0, Word.to) } }
    }

    /// Quotations alone, with words enough to be no title.
    private func isWholeQuotation(_ pieces: [Range<Int>]) -> Bool {
        pieces.allSatisfy { document.isQuoted($0.lowerBound) && document.isQuoted($0.upperBound - 1) }
            && pieces.joined().count { document.tokens[$0].isWord } > 3
    }

    /// Paragraphs of one speech, each with its opening mark, have their speaker in the last.
    private mutating func reopen(_ attribution: inout Attribution) {
        guard let first = attribution.content.first, document.isQuoted(first.lowerBound),
            document.quotations[Int(document.covering[first.lowerBound])].continues != nil, let lastDirect,
            found[lastDirect.attribution].how == .carried
        else { return }
        attribution.content = found[lastDirect.attribution].content + attribution.content
        found[lastDirect.attribution].content = []
        self.lastDirect = nil
    }

    /// "It is noted that …. However, the date is unknown.": the next sentence is still the outlet's.
    private mutating func carryOn(_ unit: Range<Int>, from first: Int) {
        guard found.count > first, let last = found.last, last.how == .outlet, last.unit.upperBound == unit.lowerBound,
            let content = ContentFinder(document: document, names: names, unit: unit, events: []).trimmed(unit)
        else { return }
        var attribution = Attribution(unit: unit)
        attribution.content = [content]
        attribution.how = .outlet
        found.append(attribution)
    }

    private func holds(_ outer: Range<Int>, _ inner: Range<Int>) -> Bool {
        outer.lowerBound <= inner.lowerBound && inner.upperBound <= outer.upperBound
    }

    /// A view may lie whole within another's words, cue and all, but not begin outside and end within.
    private func crosses(_ range: Range<Int>, _ attribution: Attribution) -> Bool {
        guard range.overlaps(attribution.extent) else { return false }
        let whole =
            attribution.unit.lowerBound == range.lowerBound ? attribution.cue ?? attribution.extent : attribution.extent
        return
            !(range.contains(whole.lowerBound) && range.upperBound >= attribution.extent.upperBound
            && range != attribution.extent)
    }

    private func attribution(_ event: CueEvent, _ unit: Range<Int>, _ content: [Range<Int>]) -> Attribution {
        var attribution = Attribution(unit: unit)
        attribution.cue = event.cue
        attribution.lemma = event.verb.lemma
        attribution.kind = event.verb.kind
        attribution.subject = event.subject
        attribution.content = content
        let behind = event.end..<max(event.end, min(unit.upperBound, event.end + 40))
        attribution.cited = Carriers(document: document, names: names).cited(in: behind).first
        return attribution
    }

    /// "This is reported by CNN", "He stated this during a meeting": the sentence before.
    private func backReference(_ event: CueEvent, _ unit: Range<Int>) -> Range<Int>? {
        guard let previous else { return nil }
        let isObject = document.isWord(event.end, Word.this) || document.isWord(event.end, Word.so)
        let isBare =
            document.has(event.end + 1, .preposition) || event.end + 1 >= unit.upperBound
            || document.tokens[event.end + 1].kind != .word
        let isObjectAlone =
            event.verb.kind != .denies && !event.verb.frames.contains(.asFrame) && event.verb.lemma != "call"
        guard event.isBackReference || isObject && isBare && isObjectAlone && event.position == .subjectFirst else {
            return nil
        }
        // "He stated this": his own words there, where they are marked as such.
        if !event.isBackReference, let said = found.last(where: { $0.unit == previous && $0.how == .named }),
            let first = said.content.first, said.content.count == 1
        {
            return first
        }
        return ContentFinder(document: document, names: names, unit: previous, events: []).trimmed(previous)
    }

    /// "Two officers told the publication about this": the sentence before.
    private func aboutThis(_ event: CueEvent, _ unit: Range<Int>) -> Range<Int>? {
        guard let previous, event.subject != nil, event.position == .subjectFirst else { return nil }
        let reach = event.end..<max(event.end, min(event.end + 8, unit.upperBound))
        let isAbout = reach.contains {
            document.isWord($0, Self.about) && document.isWord($0 + 1, Word.this)
                && ($0 + 2 >= unit.upperBound || !document.tokens[$0 + 2].isWord)
        }
        guard isAbout else { return nil }
        return ContentFinder(document: document, names: names, unit: previous, events: []).trimmed(previous)
    }

    private static let about = WordHash("about")

    /// Quotations of a unit that no cue has claimed.
    private mutating func leftovers(
        _ unit: Range<Int>, _ paragraph: Int, _ taken: [Range<Int>], hasCue: Bool, _ events: [CueEvent]
    ) {
        let hasOutside = unit.contains { document.tokens[$0].isWord && !document.isQuoted($0) }
        var claims = taken.sorted { $0.lowerBound < $1.lowerBound }[...]
        var reach = 0
        var index = unit.lowerBound
        while index < unit.upperBound {
            guard document.isQuoted(index) else {
                index += 1
                continue
            }
            let quotation = document.quotations[Int(document.covering[index])]
            index = max(index + 1, quotation.range.upperBound)
            while let claim = claims.first, claim.lowerBound < quotation.range.upperBound {
                reach = max(reach, claim.upperBound)
                claims.removeFirst()
            }
            if reach <= quotation.range.lowerBound { leftover(quotation, unit, paragraph, events, hasOutside) }
        }
    }

    private mutating func leftover(
        _ quotation: Quotation, _ unit: Range<Int>, _ paragraph: Int, _ events: [CueEvent], _ hasOutside: Bool
    ) {
        let range = quotation.range.clamped(to: unit)
        let words = quotation.inner.count { document.tokens[$0].isWord }
        guard words > 0 else { return }
        if let signer = signer(behind: range, document.paragraphs[paragraph].tokens) {
            var attribution = Attribution(unit: unit)
            attribution.content = [range]
            attribution.subject = signer
            attribution.isSigned = true
            lastDirect = (found.count, paragraph)
            found.append(attribution)
            return
        }
        if !hasOutside || quotation.continues != nil {
            if let lastDirect, lastDirect.attribution < found.count,
                quotation.continues != nil || lastDirect.paragraph == paragraph
            {
                found[lastDirect.attribution].content.append(range)
                self.lastDirect?.paragraph = paragraph
                return
            }
            guard words > 3 || !found.isEmpty else { return }
            var attribution = Attribution(unit: unit)
            attribution.content = [range]
            attribution.subject = announced(before: range.lowerBound)
            attribution.how = attribution.subject == nil ? .carried : .named
            attribution.isFormal = attribution.subject != nil
            lastDirect = (found.count, paragraph)
            found.append(attribution)
            return
        }
        var attribution = Attribution(unit: unit)
        attribution.content = [range]
        attribution.isPartial = true
        if document.sign(range.lowerBound - 1, ":"), words > 3 {
            attribution.isPartial = false
            attribution.subject = person(in: unit.lowerBound..<range.lowerBound)
            attribution.how = attribution.subject == nil ? .carried : .named
            attribution.isFormal = true
            lastDirect = (found.count, paragraph)
        } else if let event = events.first(where: { $0.subject != nil && $0.position != .passive }), !isTitle(quotation)
        {
            attribution.subject = event.subject
        } else if words < 4 || isTitle(quotation) {
            return
        } else if range.lowerBound == unit.lowerBound, words > 7 {
            attribution.isPartial = false
            attribution.isFormal = true
            attribution.subject = person(in: range.upperBound..<min(range.upperBound + 6, unit.upperBound))
        }
        found.append(attribution)
    }

    /// "Hale made the following comment:" at the end of the paragraph before: who.
    private func announced(before token: Int) -> Range<Int>? {
        guard token > 0, document.sign(token - 1, ":") else { return nil }
        let paragraph = document.paragraphs[Int(document.paragraphOf[token - 1])]
        return paragraph.sentences.last.flatMap { person(in: document.sentences[$0]) }
    }

    private func person(in range: Range<Int>) -> Range<Int>? {
        names.within(range).first { names.names[$0].type == .person }.map { names.names[$0].range }
    }

    /// "…" — Mark Twain
    private func signer(behind range: Range<Int>, _ unit: Range<Int>) -> Range<Int>? {
        guard document.isDash(range.upperBound), range.upperBound + 1 < unit.upperBound,
            document.tokens[range.upperBound + 1].isCapitalised
        else { return nil }
        return SubjectFinder(document: document, names: names).forward(from: range.upperBound + 1, in: unit)
    }

    /// "The Old Man and the Sea": every word of weight begins with a capital.
    private func isTitle(_ quotation: Quotation) -> Bool {
        quotation.inner.allSatisfy {
            !document.tokens[$0].isWord || document.tokens[$0].isCapitalised || document.has($0, .common)
        } && quotation.inner.contains { document.tokens[$0].isCapitalised }
    }
}
