import Hypertext
import Records

extension Look {
    func write(_ quote: PublishedQuote, _ page: inout TerminalText) throws {
        let found = try article(quote.articleID)
        page.line("Quote \(quote.id)", .heading)
        page.field("article", found?.row.title ?? "untitled")
        page.field("outlet", quote.outlet)
        page.field("published", found.map { Self.time(of: $0.row) } ?? quote.time)
        page.line()
        let text = try text(of: quote.articleID, version: quote.version)
        let context = writeContext(of: quote, text, &page)
        page.line()
        page.line("Who", .heading)
        page.field("speaker", Self.speaker(of: quote))
        page.field("printed as", quote.speakerText)
        page.field("view of", quote.holderName)
        page.field("way here", quote.path)
        page.line("Why", .heading)
        page.field("type", quote.type)
        if let lemma = quote.cueLemma { page.field("cue", "\(lemma) (\(quote.cueKind ?? "kind unknown"))") }
        page.field("speaker found", Self.meaning(of: quote.speakerHow))
        try writeMention(of: quote, &page)
        for other in quote.speakerAlternatives {
            page.field("or else", "\(other.entity), probability \(decimal(other.p))")
        }
        for stance in quote.stance { page.field("stance", "on the \(stance.target.rawValue): “\(stance.text)”") }
        page.field("nested in", quote.nestedIn)
        page.field("repeats", quote.repeats)
        page.field("confidence", Self.confidence(of: quote))
        try writeElsewhere(quote, &page)
        guard let article = found?.row else { return }
        page.line("Raw page", .heading)
        writeSource(of: article, &page)
        page.field("place in it", context?.path)
    }

    /// The paragraphs that the quote stands in, with the one before; returns the quote's own.
    private func writeContext(
        of quote: PublishedQuote, _ text: PublishedText?, _ page: inout TerminalText
    ) -> Block? {
        guard let text, let words = text.text else {
            page.wrap([(quote.text ?? "The text is not in this output.", .quote)], indent: 2)
            return nil
        }
        var marks = quote.pieces.map { (span: $0, mark: TerminalText.Mark.quote) }
        if let start = quote.speakerStart, let end = quote.speakerEnd { marks.append((TextSpan(start, end), .speaker)) }
        if let start = quote.cueStart, let end = quote.cueEnd { marks.append((TextSpan(start, end), .cue)) }
        let marked = MarkedText(words)
        let first = text.blocks.firstIndex { $0.end > quote.start } ?? 0
        let last = text.blocks.lastIndex { $0.start < quote.end } ?? 0
        guard !text.blocks.isEmpty, first <= last else {
            let around = TextSpan(max(0, quote.start - 300), min(marked.count, quote.end + 300))
            page.wrap(marked.runs(around, marks: marks), indent: 2)
            return nil
        }
        for index in max(0, first - 1)...last {
            let block = text.blocks[index]
            page.wrap(marked.runs(TextSpan(block.start, block.end), marks: marks), indent: 2)
            if index < last { page.line() }
        }
        return text.blocks[first]
    }

    /// The rule by which the words that name the speaker belong to an entity.
    private func writeMention(of quote: PublishedQuote, _ page: inout TerminalText) throws {
        guard let entity = quote.speakerEntity, let start = quote.speakerStart else { return }
        let rule = try mention(of: entity, at: start, in: quote).map {
            "“\($0.mention)” is \($0.name) by the rule \($0.rule) (label \($0.label))"
        }
        page.field("name", rule)
        page.field("entity", quote.speakerKey.map { "\($0) (\(entity) in this article)" })
    }

    private func writeElsewhere(_ quote: PublishedQuote, _ page: inout TerminalText) throws {
        guard let cluster = quote.clusterID.map(utteranceNames.current) else { return }
        let others = try quotes(ofUtterance: cluster).filter { $0.id != quote.id }
        page.line("Elsewhere", .heading)
        page.field("utterance", "\(cluster), \(counted(others.count + 1, "quote"))")
        page.field("here", quote.inCopiedPassage ? "in a copied passage" : "not in a copied passage")
        for other in others.prefix(40) {
            page.field("", "\(other.time)  \(other.outlet)  \(other.id)")
            if other.text != quote.text { page.field("", "  “\(shortened(other.text ?? "", to: 160))”") }
        }
        if others.count > 40 { page.field("", "and \(counted(others.count - 40, "more", "more"))") }
    }

    static func speaker(of quote: PublishedQuote) -> String {
        guard let name = quote.speakerName ?? quote.speakerText else { return "nobody could be made out" }
        return quote.speakerKind.map { "\(name) (\($0))" } ?? name
    }

    private static func meaning(of how: String?) -> String? {
        guard let how else { return nil }
        switch Speaker.Resolution(rawValue: how) {
        case .explicit: return "explicit: the text names the speaker beside the quote"
        case .pronoun: return "pronoun: a pronoun beside the quote, resolved to a name"
        case .definite: return "definite: a role or description beside the quote, resolved to a name"
        case .carriedOver: return "carried_over: no speaker beside the quote; that of the quote before goes on"
        case .backReference: return "back_reference: words such as “this was reported by” point back to the quote"
        case nil: return how
        }
    }

    private static func confidence(of quote: PublishedQuote) -> String {
        let parts = [
            ("span", quote.confidence.span), ("speaker", quote.confidence.speaker), ("chain", quote.confidence.chain),
        ]
        return parts.map { "\($0) \($1.map { decimal($0) } ?? "not stated")" }.joined(separator: ", ")
    }
}
