import Normalization
import Records
import Testing

/// Single fields, read from pages that hold little else.
@Suite struct MetadataTests {
    private static let body = """
        <p>The harbour board voted on Tuesday to dredge the northern channel, ending a dispute that had kept two grain
        ships at anchor for eleven days.</p><p>The work is expected to cost 4.2 million marks and to last until the first
        week of June, weather permitting, said the engineers.</p>
        """

    private func read(head: String = "", top: String = "", url: String? = nil) throws -> NormalizedPage {
        let html = """
            <!DOCTYPE html><html><head><meta charset="utf-8">\(head)</head><body><article>
            <h1>Channel to be dredged after vote</h1>\(top)\(Self.body)</article></body></html>
            """
        var normalizer = PageNormalizer()
        return try Array(html.utf8).withUnsafeBufferPointer { try normalizer.normalize(html: $0, url: url) }
    }

    @Test(arguments: [
        ("By Maren Holt", ["Maren Holt"]),
        ("By Maren Holt and Ivo Brandt", ["Maren Holt", "Ivo Brandt"]),
        ("By Maren Holt, Ivo Brandt and Odile Marchetti", ["Maren Holt", "Ivo Brandt", "Odile Marchetti"]),
        ("Von Maren Holt", ["Maren Holt"]),
        ("Written by Maren Holt", ["Maren Holt"]),
        ("ByMaren Holt", ["Maren Holt"]),
        ("By Maren Holt, Staff Writer", ["Maren Holt"]),
        ("Authors:Maren Holt, Ivo Brandt", ["Maren Holt", "Ivo Brandt"]),
        ("By Maren van der Holt", ["Maren van der Holt"]),
        ("Autorin/Autor Maren Holt", ["Maren Holt"]),
        ("By Maren Holt and Meridian News Agency", ["Maren Holt"]),
        ("| Maren Holt", ["Maren Holt"]),
    ])
    func byline(_ line: String, _ names: [String]) throws {
        #expect(try read(top: #"<p class="byline">\#(line)</p>"#).authors == names)
    }

    @Test(arguments: [
        (#"{"@type":"NewsArticle","headline":"H","author":{"@type":"Person","name":"Maren Holt"}}"#, ["Maren Holt"]),
        (
            #"{"@type":"NewsArticle","headline":"H","author":["Maren Holt","Ivo Brandt"]}"#,
            ["Maren Holt", "Ivo Brandt"]
        ),
        (#"{"@type":"Article","author":"S\u00edle M\u00fcller-\u00C5kesson"}"#, ["Síle Müller-Åkesson"]),
        (
            ##"{"@graph":[{"@type":"Article","author":{"@id":"#m"}},{"@id":"#m","@type":"Person","name":"Maren Holt"}]}"##,
            ["Maren Holt"]
        ),
        (#"[{"@type":"WebPage"},{"@type":"Article","author":[{"name":"Maren Holt"}]}]"#, ["Maren Holt"]),
    ])
    func structuredAuthors(_ json: String, _ names: [String]) throws {
        #expect(try read(head: #"<script type="application/ld+json">\#(json)</script>"#).authors == names)
    }

    /// JSON as pages break it; what can be read is read.
    @Test(arguments: [
        #"{"@type":"Article","headline":"Tides "high" at noon","datePublished":"2026-03-17"}"#,
        "{\"@type\":\"Article\",\"headline\":\"Tides\nhigh\",\"datePublished\":\"2026-03-17\"}",
        #"{"@type":"Article","datePublished":"2026-03-17",}"#,
        #"{"@type":"Article" "datePublished":"2026-03-17"}"#,
        #"/* <![CDATA[ */ {"@type":"Article","datePublished":"2026-03-17"} /* ]]> */"#,
        #"{"@type":"Article","datePublished":"2026-03-17","author":{"name":"#,
        #"{"@type":"Article","datePublished":"2026-03-17"}{"@type":"Organization"}"#,
    ])
    func brokenJSON(_ json: String) throws {
        let page = try read(head: #"<script type="application/ld+json">\#(json)</script>"#)
        #expect(page.published?.on == "2026-03-17")
        #expect(page.published?.from == .jsonLD)
    }

    @Test(arguments: [
        ("<p>17 March 2026</p>", "2026-03-17"),
        ("<p>Updated 3 June 2026</p><p>Published 17 March 2026</p>", "2026-03-17"),
        ("<p>Updated 3 June 2026</p>", "2026-06-03"),
        ("<time datetime='2026-03-17T08:00:00+01:00'>today</time>", "2026-03-17"),
        ("<p>March 17, 2026Updated: June 3, 2026</p>", "2026-03-17"),
    ])
    func printedDate(_ line: String, _ day: String) throws {
        #expect(try read(top: line).published?.on == day)
    }

    @Test(arguments: [
        ("Channel to be dredged | Harbour Courier | 17.03.2026", "", "2026-03-17"),
        ("Channel to be dredged", "<p>Posted on March 17, 2026</p>", "2026-03-17"),
        ("Channel to be dredged 2026", "", nil),
    ])
    func dayFarFromTheHeadline(_ title: String, _ foot: String, _ day: String?) throws {
        let html = """
            <html><head><title>\(title)</title></head><body><article><h1>Channel to be dredged after vote</h1>
            \(String(repeating: Self.body, count: 12))</article><div>\(foot)</div></body></html>
            """
        var normalizer = PageNormalizer()
        let page = try Array(html.utf8).withUnsafeBufferPointer { try normalizer.normalize(html: $0) }
        #expect(page.published?.on == day)
    }

    /// A kicker that differs is no part of the headline; words for search engines are no headline either.
    @Test(arguments: [
        (
            "Harbour - Two grain ships leave after eleven days at anchor",
            "Shipping: Two grain ships leave after eleven days at anchor", "", "",
            "Two grain ships leave after eleven days at anchor"
        ),
        (
            "Board votes at last to dredge the northern channel this spring",
            "Board votes to dredge the channel", "Board votes to dredge the channel",
            "Board votes at last to dredge the northern channel this spring",
            "Board votes at last to dredge the northern channel this spring"
        ),
    ])
    func headline(_ heading: String, _ social: String, _ tag: String, _ stated: String, _ title: String) throws {
        let html = """
            <html><head><title>\(tag)</title><meta property="og:title" content="\(social)">
            <script type="application/ld+json">{"@type":"NewsArticle","headline":"\(stated)"}</script></head>
            <body><article><h1>\(heading)</h1>\(Self.body)</article></body></html>
            """
        var normalizer = PageNormalizer()
        let page = try Array(html.utf8).withUnsafeBufferPointer { try normalizer.normalize(html: $0) }
        #expect(page.title == title)
    }

    /// Each field that was found says where.
    @Test func witnesses() throws {
        let head = """
            <meta property="og:site_name" content="Harbour Courier"><meta property="og:description" content="A vote.">
            <link rel="canonical" href="https://harbourcourier.example/city/channel">
            <script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2026-03-17T08:00:00Z",
            "dateModified":"2026-03-18T08:00:00Z","articleSection":"City","author":{"name":"Maren Holt"}}</script>
            """
        let found = try read(head: head).witnesses.map { $0.field + " " + $0.witness }
        #expect(
            found == [
                "canonical_url meta", "outlet opengraph", "title heading", "description opengraph", "authors json-ld",
                "section json-ld", "language text", "published_at json-ld", "published_on json-ld",
                "modified_at json-ld",
            ])
    }

    @Test func dayAndMonthAreToldByTheAddress() throws {
        let page = try read(top: "<p class='date'>03/06/2026</p>", url: "https://harbourcourier.example/2026/june/03/x")
        #expect(page.published?.on == "2026-06-03")
    }

    @Test(arguments: [
        (
            "de",
            "Der Rat der Stadt hat am Dienstag beschlossen, dass die Fahrrinne im Norden des Hafens vertieft wird. Die "
                + "Arbeiten sind nicht billig, aber sie werden von den Reedern und der Stadt zusammen bezahlt."
        ),
        (
            "fr",
            "Le conseil du port a voté mardi pour que le chenal du nord soit creusé. Les travaux ne sont pas bon marché, "
                + "mais ils seront payés par les armateurs et la ville, qui est aussi dans une situation difficile."
        ),
        (
            "es",
            "La junta del puerto votó el martes para que se drague el canal del norte. Las obras no son baratas, pero "
                + "las pagan los armadores y la ciudad, que también ha sido la que más ha perdido con este conflicto."
        ),
        (
            "el",
            "Το συμβούλιο του λιμανιού ψήφισε την Τρίτη να βαθύνει το βόρειο κανάλι και να πληρώσει το έργο η πόλη."
        ),
        ("ja", "港湾委員会は火曜日、北側の水路を浚渫することを決めました。工事は六月の初めまで続く見込みです。費用は市と船主が払います。"),
    ])
    func languageOfUndeclaredText(_ language: String, _ text: String) throws {
        var normalizer = PageNormalizer()
        let page = Array(text.utf8).withUnsafeBufferPointer { normalizer.normalize(text: $0) }
        #expect(page.language == language)
    }

    @Test func declaredLanguageYieldsToPlainText() throws {
        let html = """
            <html lang="en"><body><article><h1>Fahrrinne wird vertieft</h1><p>Der Rat der Stadt hat am Dienstag beschlossen, \
            dass die Fahrrinne im Norden des Hafens vertieft wird. Die Arbeiten sind nicht billig, aber sie werden von den \
            Reedern und der Stadt zusammen bezahlt, wie es auch im letzten Jahr der Fall war.</p></article></body></html>
            """
        var normalizer = PageNormalizer()
        let page = try Array(html.utf8).withUnsafeBufferPointer { try normalizer.normalize(html: $0) }
        #expect(page.language == "de")
    }

    @Test(arguments: [
        (
            "<title>404 Page not found</title>",
            "<h1>Page not found</h1><p>The page that you look for is not here.</p>", "error"
        ),
        (#"<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Storm"}</script>"#, body, "live"),
        (
            #"<script type="application/ld+json">{"@type":"ImageGallery","name":"Storm"}</script>"#,
            "<h1>The storm in pictures</h1><p>Eight pictures of a long night at the breakwater of Port Avel.</p>",
            "gallery"
        ),
        (
            #"<meta property="og:type" content="video.other">"#,
            "<h1>Watch: the storm</h1><p>A minute from the breakwater of Port Avel, filmed on Tuesday night.</p>",
            "video"
        ),
        (
            #"<script type="application/ld+json">{"@type":"NewsArticle","headline":"Storm","isAccessibleForFree":false}</script>"#,
            "<h1>Storm</h1><p>The harbour board voted on Tuesday to dredge the northern channel, at last.</p>", "stub"
        ),
        ("", body, "article"),
    ])
    func pageKind(_ head: String, _ content: String, _ kind: String) throws {
        let html = "<html><head>\(head)</head><body><article>\(content)</article></body></html>"
        var normalizer = PageNormalizer()
        let page = try Array(html.utf8).withUnsafeBufferPointer { try normalizer.normalize(html: $0) }
        #expect(page.kind.rawValue == kind)
    }
}
