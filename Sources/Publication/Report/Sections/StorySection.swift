import Hypertext

/// The stories that most articles share, and how fast they went round.
struct StorySection {
    private var stories = Ranking<ReportCluster>(limit: shown) {
        (-$0.outletCount, -$0.articleCount, $0.id) < (-$1.outletCount, -$1.articleCount, $1.id)
    }
    private var members: [String: [ReportArticle]] = [:]
    private var copied = 0

    private static let shown = 12
    /// Articles drawn of one story.
    private static let drawn = 80

    mutating func add(_ cluster: ReportCluster) {
        guard cluster.articleCount > 1 else { return }
        copied += 1
        stories.add(cluster)
    }

    /// After all clusters.
    mutating func choose() {
        for story in stories.elements { members[story.id] = [] }
    }

    mutating func add(_ article: ReportArticle) {
        guard let id = article.clusterID, members[id] != nil else { return }
        members[id]?.append(article)
    }

    func write(_ page: inout HTMLWriter, names: OutletNames) {
        guard !stories.elements.isEmpty else {
            page.element("p", text: "No story was found in two articles.")
            return
        }
        page.element("p") {
            $0.text(
                """
                Each dot is an article; how far to the right it stands says how long after the first it came. The scale \
                is logarithmic: minutes, hours and days side by side. Articles without a time are not drawn.
                """)
        }
        let timed = stories.elements.map { timeline(of: members[$0.id] ?? []) }
        let plot = DelayPlot(longest: timed.flatMap { $0 }.map(\.minutes).max() ?? 0)
        page.element("figure") { figure in
            figure.element("figcaption", text: "Articles that are copies of one text, by the time since the first.")
            figure.element("ol", ["class": "stories"]) { list in
                for (story, points) in zip(stories.elements, timed) {
                    list.element("li") { write(story, points, plot, names, &$0) }
                }
            }
            if plot.longest > 0 { figure.element("div", ["class": "axis"]) { plot.writeAxis(&$0) } }
            figure.element("details") { details in
                details.element("summary", text: "The numbers")
                table(names).write(&details)
            }
        }
    }

    private struct Moved {
        var article: ReportArticle
        var minutes: Int
        var moment: Moment
    }

    /// By time; only articles that have one.
    private func timeline(of articles: [ReportArticle]) -> [Moved] {
        let timed = articles.compactMap { article in Moment(article.publishedAt).map { (article, $0) } }
        guard let first = timed.map(\.1).min() else { return [] }
        let all = timed.map { Moved(article: $0, minutes: $1.minutes - first.minutes, moment: $1) }
        return Array(all.sorted { ($0.minutes, $0.article.id) < ($1.minutes, $1.article.id) }.prefix(Self.drawn))
    }

    private func write(
        _ story: ReportCluster, _ points: [Moved], _ plot: DelayPlot, _ names: OutletNames, _ item: inout HTMLWriter
    ) {
        let first = points.first?.article ?? members[story.id]?.first
        item.element("p", ["class": "title"]) { title in
            let words = shortened(story.title ?? first?.title ?? "untitled", to: 160)
            if let url = first?.url, isWebAddress(url) {
                title.element("a", ["href": url, "rel": "noopener noreferrer"]) { $0.untrusted(words) }
            } else {
                title.untrusted(words)
            }
        }
        item.element("p", ["class": "meta"]) { meta in
            meta.text(counted(story.articleCount, "article") + " in " + counted(story.outletCount, "outlet") + ". ")
            guard let start = points.first else { return meta.text("None has a time.") }
            meta.text("First known: ")
            meta.untrusted(names[start.article.outlet])
            meta.text(", \(start.moment.text)")
            meta.text(points.count > 1 ? "; the last came \(delay(points.last?.minutes ?? 0)) later." : ".")
        }
        guard points.count > 1 else { return }
        plot.write(
            points.map {
                .init(
                    minutes: $0.minutes, isFirst: $0.minutes == 0,
                    title: "\(names[$0.article.outlet]), \($0.moment.text)")
            },
            summary: "\(counted(points.count, "article")) within \(delay(points.last?.minutes ?? 0)).", &item)
    }

    private func table(_ names: OutletNames) -> DataTable {
        var rows: [[String]] = []
        for story in stories.elements {
            let title = shortened(story.title ?? "untitled", to: 80)
            let all = members[story.id] ?? []
            let timed = timeline(of: all)
            rows += timed.prefix(12).map {
                [title, names[$0.article.outlet], $0.moment.text, $0.minutes == 0 ? "first" : delay($0.minutes)]
            }
            rows += all.filter { Moment($0.publishedAt) == nil }.prefix(4).map {
                [title, names[$0.outlet], $0.publishedOn ?? "not known", "not known"]
            }
        }
        return DataTable(
            caption: "Articles of the most copied stories",
            columns: [.text("Story"), .text("Outlet"), .text("Published"), .text("After the first")], rows: rows,
            rest: copied > stories.elements.count ? "The first of \(counted(copied, "story", "stories"))." : nil)
    }
}

/// Whether a reader may follow it: http and https, nothing that a browser would run.
func isWebAddress(_ url: String) -> Bool {
    ["https://", "http://"].contains { url.lowercased().hasPrefix($0) }
}
