/// Outlets with made-up news.
struct MadeUpSite: Sendable {
    let port: UInt16
    let hosts: Int
    let pages: Int

    private static let people = ["Mira Holt", "Jonas Vale", "Tessa Quill", "Oren Banks", "Lena Frost", "Pavel Strand"]
    private static let places = ["Harwick", "Port Ellery", "Marlow Bay", "Cindervale", "Northmoor", "Saint Osk"]
    private static let things = ["ferry line", "tram depot", "town library", "fish market", "old mill", "river bridge"]

    func name(_ host: Int) -> String { "news" + (host < 10 ? "0" : "") + "\(host).localhost" }

    /// Of every page.
    var urls: [String] {
        (0..<hosts).flatMap { host in (0..<pages).map { "http://\(name(host)):\(port)/story/\($0)" } }
    }

    func page(host: String, path: String) -> (type: String, body: String)? {
        let origin = "http://\(host)"
        let number = host.dropFirst(4).prefix { $0 != "." }
        guard let outlet = Int(number), outlet < hosts else { return nil }
        switch path {
        case "/robots.txt":
            return ("text/plain", "User-agent: *\nDisallow: /drafts/\nSitemap: \(origin)/sitemap.xml\n")
        case "/sitemap.xml":
            let entries = (0..<pages).map { "<url><loc>\(origin)/story/\($0)</loc></url>\n" }.joined()
            return (
                "application/xml",
                "<?xml version=\"1.0\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n\(entries)</urlset>\n"
            )
        case "/feed.xml":
            let items = (0..<min(pages, 20)).map { story in
                "<item><title>\(title(outlet, story))</title><link>\(origin)/story/\(story)</link></item>\n"
            }
            return (
                "application/rss+xml",
                "<rss version=\"2.0\"><channel><title>The \(place(outlet)) Post</title>\n\(items.joined())</channel></rss>\n"
            )
        default:
            guard path.hasPrefix("/story/"), let story = Int(path.dropFirst("/story/".count)), story < pages else {
                return nil
            }
            return ("text/html; charset=utf-8", article(outlet, story))
        }
    }

    private func place(_ outlet: Int) -> String { Self.places[outlet % Self.places.count] }

    private func title(_ outlet: Int, _ story: Int) -> String {
        "Plan \(outlet * 1000 + story) for the \(Self.things[story % Self.things.count]) of \(place(outlet))"
    }

    private func article(_ outlet: Int, _ story: Int) -> String {
        let speaker = Self.people[(outlet + story) % Self.people.count]
        let thing = Self.things[story % Self.things.count]
        let number = outlet * 1000 + story
        let day = 1 + story % 28
        let date = "2026-03-" + (day < 10 ? "0" : "") + "\(day)T08:00:00Z"
        return """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>\(title(outlet, story))</title>
            <meta property="og:site_name" content="The \(place(outlet)) Post">
            <meta property="article:published_time" content="\(date)"></head>
            <body><header><nav><a href="/">Home</a> <a href="/feed.xml">Feed</a></nav></header>
            <article><h1>\(title(outlet, story))</h1>
            <p>The council of \(place(outlet)) has approved plan number \(number) for the \(thing), after a debate that went \
            on late into the evening and that filled all of the \(20 + number % 70) seats of the gallery.</p>
            <p>“We have waited \(2 + number % 9) years for this vote on the \(thing),” said \(speaker), who leads the planning \
            committee. “Now the work can begin in front of everybody’s eyes.”</p>
            <p>Residents had collected \(100 + number * 7 % 900) signatures against an earlier draft, which would have closed \
            the road along the water for \(1 + number % 11) months and moved the bus stop behind the station.</p>
            <p>Work on the \(thing) is to start in week \(1 + number % 52) and to cost no more than \(3 + number % 40) million \
            crowns, a sum that the town means to borrow from the county at a fixed rate.</p></article>
            <footer><p>The \(place(outlet)) Post</p></footer></body></html>
            """
    }
}
