import Hypertext
import Records

/// What was said once and printed in many places: who had it first, and what each left out.
struct UtteranceSection {
    private var utterances = Ranking<ReportUtterance>(limit: shown) {
        (-$0.outletCount, $0.hasNamedSpeaker ? 0 : 1, -$0.articleCount, -$0.quoteCount, $0.id)
            < (-$1.outletCount, $1.hasNamedSpeaker ? 0 : 1, -$1.articleCount, -$1.quoteCount, $1.id)
    }
    private var members: [String: [ReportQuote]] = [:]
    private(set) var count = 0
    private var spread = 0

    private static let shown = 10
    /// Quotes drawn of one utterance.
    private static let drawn = 8

    mutating func add(_ utterance: ReportUtterance) {
        count += 1
        guard utterance.articleCount > 1 else { return }
        spread += 1
        utterances.add(utterance)
    }

    /// After all utterances.
    mutating func choose() {
        for utterance in utterances.elements { members[utterance.id] = [] }
    }

    mutating func add(_ quote: ReportQuote) {
        guard let id = quote.clusterID, let known = members[id] else { return }
        // Enough for the earliest of a great many to be among them would need them all: keep those with the least time.
        guard known.count >= 2 * Self.drawn else {
            members[id]?.append(quote)
            return
        }
        members[id] = Array(Self.byTime(known + [quote]).dropLast())
    }

    private static func byTime(_ quotes: [ReportQuote]) -> [ReportQuote] {
        quotes.sorted {
            ($0.publishedAt ?? "~", $0.articleID, $0.clusterStart ?? 0)
                < ($1.publishedAt ?? "~", $1.articleID, $1.clusterStart ?? 0)
        }
    }

    func write(_ page: inout HTMLWriter, names: OutletNames) {
        guard !utterances.elements.isEmpty else {
            page.element("p", text: "No quote was found in two articles.")
            return
        }
        page.element("p") {
            $0.text(
                """
                Below each quote, in its longest version, stands who printed it, the earliest first; the bar shows which \
                part of it each of them has.
                """)
        }
        BarPlot.write(legend: [(.blue, "own passage"), (.orange, "in a copied passage")], &page)
        for utterance in utterances.elements {
            page.element("article", ["class": "utterance"]) { write(utterance, names, &$0) }
        }
        if spread > utterances.elements.count {
            let all = counted(spread, "utterance")
            page.element(
                "p", ["class": "note"], text: "The most widely printed of \(all) that stand in several articles.")
        }
    }

    private func write(_ utterance: ReportUtterance, _ names: OutletNames, _ page: inout HTMLWriter) {
        let isAnonymous = utterance.speakerKind == Speaker.Kind.anonymous.rawValue
        let speaker = utterance.speakerName ?? (isAnonymous ? "A source without a name" : "Speaker not known")
        page.element("h3") { $0.untrusted(shortened(speaker, to: 80)) }
        if let text = utterance.text, !text.isEmpty {
            page.element("blockquote") { $0.untrusted(shortened(text, to: 420)) }
        }
        let quotes = Array(Self.byTime(members[utterance.id] ?? []).prefix(Self.drawn))
        let length = Double(
            max(1, quotes.compactMap(\.clusterEnd).max() ?? 1, utterance.text?.unicodeScalars.count ?? 0))
        let first = quotes.first.flatMap { Moment($0.publishedAt) }
        let bars = quotes.map { quote in
            let start = Double(max(0, quote.clusterStart ?? 0)) / length
            let end = Double(max(0, quote.clusterEnd ?? 0)) / length
            return BarPlot.Bar(
                label: names[quote.outlet], value: when(quote, first),
                segments: [
                    .init(
                        start: min(1, start), width: max(0, min(1, end) - min(1, start)),
                        colour: quote.inCopiedPassage ? .orange : .blue,
                        title: quote.inCopiedPassage ? "in a copied passage" : "not in a copied passage")
                ])
        }
        let table = DataTable(
            caption: "Versions of this quote",
            columns: [.text("Outlet"), .text("Published"), .text("Words"), .text("In a copied passage")],
            rows: quotes.map {
                [
                    names[$0.outlet], Moment($0.publishedAt)?.text ?? "not known",
                    $0.text.map { shortened($0, to: 200) } ?? "not published", $0.inCopiedPassage ? "yes" : "no",
                ]
            })
        page.element("figure") { figure in
            figure.element("figcaption") { caption in
                caption.text(
                    counted(utterance.quoteCount, "quote") + " in " + counted(utterance.articleCount, "article")
                        + " of " + counted(utterance.outletCount, "known outlet") + ".")
                if utterance.quoteCount > quotes.count { caption.text(" The earliest \(quotes.count) are shown.") }
            }
            BarPlot(summary: "Which part of the quote each article has.", bars: bars).write(&figure)
            figure.element("details") { details in
                details.element("summary", text: "The versions")
                table.write(&details)
            }
        }
    }

    private func when(_ quote: ReportQuote, _ first: Moment?) -> String {
        guard let moment = Moment(quote.publishedAt) else { return "time not known" }
        guard let first, moment > first else { return moment.text }
        return "+ " + delay(moment.minutes - first.minutes)
    }
}
