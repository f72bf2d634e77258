import Extraction
import Records

extension Extraction {
    /// What is wrong with it as an extraction of a text, by the rules that hold for every text; empty where all is well.
    func faults(in text: String) -> [String] {
        var faults: [String] = []
        let count = text.unicodeScalars.count
        let ids = Set(entities.map(\.id))
        func check(_ start: Int?, _ end: Int?, _ what: String) {
            guard let start, let end else {
                if start != nil || end != nil { faults.append("\(what): half an offset") }
                return
            }
            if !(0 <= start && start < end && end <= count) { faults.append("\(what): \(start)..<\(end) of \(count)") }
        }
        func check(_ entity: String?, _ what: String) {
            if let entity, !ids.contains(entity) { faults.append("\(what): unknown \(entity)") }
        }
        if ids.count != entities.count { faults.append("entity ids repeat") }
        for entity in entities {
            if entity.mentions.isEmpty || entity.name.isEmpty { faults.append("\(entity.id) is empty") }
            for mention in entity.mentions { check(mention.start, mention.end, entity.id) }
        }
        if Set(quotes.map(\.id)).count != quotes.count { faults.append("quote ids repeat") }
        for quote in quotes {
            check(quote.start, quote.end, quote.id)
            if quote.spans.first?.start != quote.start || quote.spans.last?.end != quote.end {
                faults.append("\(quote.id): spans do not fill it")
            }
            for (one, next) in zip(quote.spans, quote.spans.dropFirst()) where one.end > next.start {
                faults.append("\(quote.id): spans overlap")
            }
            for span in quote.spans { check(span.start, span.end, quote.id) }
            for span in quote.quoted
            where !quote.spans.contains(where: { $0.start <= span.start && span.end <= $0.end }) {
                faults.append("\(quote.id): quoted words outside its spans")
            }
            check(quote.cue?.start, quote.cue?.end, "\(quote.id) cue")
            check(quote.speaker?.start, quote.speaker?.end, "\(quote.id) speaker")
            check(quote.speaker?.entity, "\(quote.id) speaker")
            check(quote.holder, "\(quote.id) holder")
            if quote.chain.first?.role != .publisher { faults.append("\(quote.id): no publisher") }
            for link in quote.chain {
                check(link.start, link.end, "\(quote.id) chain")
                check(link.entity, "\(quote.id) chain")
            }
            for stance in quote.stance { check(stance.start, stance.end, "\(quote.id) stance") }
            if let outer = quote.nestedIn, !quotes.contains(where: { $0.id == outer && $0.id != quote.id }) {
                faults.append("\(quote.id): nested in \(outer)")
            }
        }
        for quote in quotes {
            for value in [quote.confidence.span, quote.confidence.speaker, quote.confidence.chain] {
                if let value, !(0...1).contains(value) { faults.append("\(quote.id): confidence \(value)") }
            }
            for other in quote.speaker?.alternatives ?? [] { check(other.entity, "\(quote.id) alternative") }
            if quote.speaker != nil, quote.speaker?.text == nil {
                faults.append("\(quote.id): a speaker without words")
            }
            if let first = quote.repeats, first == quote.id || !quotes.contains(where: { $0.id == first }) {
                faults.append("\(quote.id): repeats \(first)")
            }
        }
        for citation in citations {
            check(citation.start, citation.end, "citation")
            check(citation.entity, "citation")
        }
        return faults
    }
}
