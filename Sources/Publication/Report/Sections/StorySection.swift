import Hypertext

/// The stories that most articles share, and how fast they went round.
struct StorySection {
    private var stories = Ranking<ReportCluster>(limit: shown) {
        (-$0.outletCount, -$0.articleCount, $0.id) < (-$1.outletCount, -$1.articleCount, $1.id)
    }
    private var members: [String: Members] = [:]
    private var copied = 0

    private static let shown = 12
    /// Articles of one story that are drawn, and listed in the table.
    private static let drawn = 40
    /// Articles without a time that are listed.
    private static let untimed = 4

    /// The articles of one story that are shown.
    private struct Members {
        var timed = Ranking<Moved>(limit: drawn) {
            ($0.moment.minutes, $0.article.id) < ($1.moment.minutes, $1.article.id)
        }
        var untimed: [ReportArticle] = []
        /// Of all of them.
        var last: Moment?

        /// Minutes after the first, of the articles that are drawn.
        var delays: [Int] { timed.elements.map { $0.moment.minutes - start } }
        /// Minutes from the first to the last.
        var span: Int { (last?.minutes ?? start) - start }
        private var start: Int { timed.elements.first?.moment.minutes ?? 0 }
    }

    private struct Moved {
        var article: ReportArticle
        var moment: Moment
    }

    mutating func add(_ cluster: ReportCluster) {
        guard cluster.articleCount > 1 else { return }
        copied += 1
        stories.add(cluster)
    }

    /// After all clusters.
    mutating func choose() {
        for story in stories.elements { members[story.id] = Members() }
    }

    mutating func add(_ article: ReportArticle) {
        guard let id = article.clusterID, let known = members[id] else { return }
        if let moment = Moment(article.publishedAt) {
            members[id]?.timed.add(Moved(article: article, moment: moment))
            members[id]?.last = max(known.last ?? moment, moment)
        } else if known.untimed.count < Self.untimed {
            members[id]?.untimed.append(article)
        }
    }

    func write(_ page: inout HTMLWriter, names: OutletNames) {
        guard !stories.elements.isEmpty else {
            page.element("p", text: "No story was found in two articles.")
            return
        }
        let shown = stories.elements.map { (story: $0, members: members[$0.id] ?? Members()) }
        let plot = DelayPlot(longest: shown.flatMap { $0.members.delays }.max() ?? 0)
        if plot.longest > 0 {
            page.element("p") {
                $0.text(
                    """
                    Each dot is an article; how far to the right it stands says how long after the first it came. The \
                    scale is logarithmic: minutes, hours and days side by side. Articles without a time are not drawn.
                    """)
            }
        }
        page.element("figure") { figure in
            figure.element("figcaption", text: "Articles that are copies of one text, by the time since the first.")
            figure.element("ol", ["class": "stories"]) { list in
                for (story, members) in shown { list.element("li") { write(story, members, plot, names, &$0) } }
            }
            if plot.longest > 0 { figure.element("div", ["class": "axis"]) { plot.writeAxis(&$0) } }
            figure.element("details") { details in
                details.element("summary", text: "The numbers")
                table(names).write(&details)
            }
        }
    }

    private func write(
        _ story: ReportCluster, _ members: Members, _ plot: DelayPlot, _ names: OutletNames, _ item: inout HTMLWriter
    ) {
        let points = members.timed.elements
        let first = points.first?.article ?? members.untimed.first
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
            meta.text(points.count > 1 ? "; the last came \(delay(members.span)) later." : ".")
            if points.count == Self.drawn, points.count < story.articleCount {
                meta.text(" The first \(Self.drawn) are drawn.")
            }
        }
        guard points.count > 1 else { return }
        plot.write(
            zip(points, members.delays).map { point, minutes in
                .init(
                    minutes: minutes, isFirst: minutes == 0,
                    title: "\(names[point.article.outlet]), \(point.moment.text)")
            },
            summary: "\(counted(points.count, "article")) within \(delay(members.delays.last ?? 0)).", &item)
    }

    private func table(_ names: OutletNames) -> DataTable {
        var rows: [[String]] = []
        for story in stories.elements {
            let title = shortened(story.title ?? "untitled", to: 80)
            let members = members[story.id] ?? Members()
            rows += zip(members.timed.elements, members.delays).map { point, minutes in
                [title, names[point.article.outlet], point.moment.text, minutes == 0 ? "first" : delay(minutes)]
            }
            rows += members.untimed.map { [title, names[$0.outlet], $0.publishedOn ?? "not known", "not known"] }
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
