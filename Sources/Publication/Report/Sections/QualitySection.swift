import Hypertext
import Records

/// What is missing: what a reader must know before believing a count.
struct QualitySection {
    private var articles = 0
    private var withoutTime = 0
    private var withoutDay = 0
    private var withoutOutlet = 0
    private var withoutTitle = 0
    private var withoutAuthor = 0
    private var notRead = 0
    private(set) var quotes = 0
    private var withoutSpeaker = 0
    private var unresolved = 0
    private var anonymous = 0
    private var indirectly = 0

    mutating func add(_ article: ReportArticle) {
        articles += 1
        withoutTime += article.publishedAt == nil ? 1 : 0
        withoutDay += article.publishedAt == nil && article.publishedOn == nil ? 1 : 0
        withoutOutlet += article.outlet == nil ? 1 : 0
        withoutTitle += article.title == nil ? 1 : 0
        withoutAuthor += article.authors.isEmpty ? 1 : 0
        notRead += article.extractionStatus == ExtractionReport.Status.ok.rawValue ? 0 : 1
    }

    mutating func add(_ quote: ReportQuote) {
        quotes += 1
        guard let kind = quote.speakerKind else { return withoutSpeaker += 1 }
        if kind == Speaker.Kind.anonymous.rawValue { return anonymous += 1 }
        unresolved += quote.speakerKey == nil ? 1 : 0
        let how = quote.speakerHow
        indirectly += how != nil && how != Speaker.Resolution.explicit.rawValue ? 1 : 0
    }

    private struct Note {
        var what: String
        var part: Int
        var whole: Int
        var meaning: String
    }

    private var notes: [Note] {
        [
            Note(
                what: "Articles without a time of publication", part: withoutTime, whole: articles,
                meaning: "cannot be first, nor show a delay"),
            Note(
                what: "Articles without even a day", part: withoutDay, whole: articles,
                meaning: "missing from every count by day"),
            Note(
                what: "Articles of an unknown outlet", part: withoutOutlet, whole: articles,
                meaning: "missing from every count by outlet"),
            Note(what: "Articles without a title", part: withoutTitle, whole: articles, meaning: ""),
            Note(what: "Articles without an author", part: withoutAuthor, whole: articles, meaning: ""),
            Note(
                what: "Articles not analysed", part: notRead, whole: articles,
                meaning: "in a language without a model; they have no quotes"),
            Note(
                what: "Quotes without a speaker", part: withoutSpeaker, whole: quotes,
                meaning: "nobody in the text could be made out"),
            Note(
                what: "Quotes of nobody with a name", part: unresolved, whole: quotes,
                meaning: "a group, a role or a name that joins no entity"),
            Note(
                what: "Quotes of anonymous sources", part: anonymous, whole: quotes,
                meaning: "as the article has it: “two officials”"),
            Note(
                what: "Speakers found by inference", part: indirectly, whole: quotes,
                meaning: "through a pronoun, a role or an earlier sentence; less certain than by name"),
        ]
    }

    func write(_ page: inout HTMLWriter) {
        let shown = notes.filter { $0.whole > 0 }
        let bars = shown.map { note in
            BarPlot.Bar(
                label: note.what, value: share(note.part, of: note.whole),
                segments: [
                    .init(
                        start: 0, width: Double(note.part) / Double(note.whole), colour: .orange,
                        title: "\(grouped(note.part)) of \(grouped(note.whole))")
                ])
        }
        let table = DataTable(
            caption: "What is missing",
            columns: [.text("What"), .number("Count"), .number("Of"), .number("Share"), .text("What it means")],
            rows: shown.map {
                [$0.what, grouped($0.part), grouped($0.whole), share($0.part, of: $0.whole), $0.meaning]
            })
        Figure(
            caption: "Shares of all articles, or of all quotes.", table: table
        ).write(&page) { BarPlot(summary: "Shares of what is missing.", bars: bars).write(&$0) }
    }
}
