import Digest
import Files
import Publication
import Records
import Staging
import SystemPackage
import Testing

/// Reads the page that write leaves beside the tables.
@Suite struct ReportTests {
    /// As JSON has it.
    private static let hostile =
        #"=cmd|<script>alert(1)</script>\"'><img src=x onerror=alert(1)>\u202e\u2066\u0000&amp;\n\u2028]]>--></style>"#

    /// Articles as deduplicate leaves them: every third is a copy of the one before it, and each has two quotes.
    private static func row(_ number: Int, outlets: Int, hostile: Bool = false) -> String {
        let outlet = number % outlets
        let bad = hostile ? Self.hostile : ""
        let story = number - number % 3
        let time = "2026-03-0\(number % 9 + 1)T0\(number % 10):00:00Z"
        let next = number + 1
        return """
            {"id":"a\(100_000 + number)","version":"v\(number)","canonical_url":"\(hostile ? "javascript:alert(1)" : "https://o.example/\(number)")",\
            "outlet":{"id":"o\(outlet).example","name":"Outlet \(outlet)\(bad)"},"title":"Title \(number)\(bad)",\
            "published_at":\(number % 4 == 3 ? "null" : "\"\(time)\""),"text":"Mårten said: no comment \(number). Eva: yes.\(bad)","authors":["\(bad)"],"section":"\(bad)",\
            "source":{"kind":"html","path":"p\(number)\(bad)","offset":null,"length":null,"sha256":null,"fetched_at":null},\
            "extraction":{"status":"ok","model":"m","version":"1"},\
            "entities":[{"id":"e1","type":"PERSON","name":"Mårten Holt\(bad)","key":"person/marten-holt","roles":[],"mentions":[]}],\
            "quotes":[{"id":"q1","start":13,"end":23,"spans":[[13,23]],"type":"indirect",\
            "speaker":{"entity":"e1","name":"Mårten Holt\(bad)","kind":"person","how":"pronoun"},"chain":[{"role":"reported_by","name":"\(bad)"}],\
            "cluster":{"id":"k\(story)","at":[0,10],"longest":true},"in_copied_passage":true},\
            {"id":"q2","start":31,"end":\(hostile ? 160 : 34),"spans":[[31,\(hostile ? 160 : 34)]],"type":"direct","speaker":null,"chain":[],\
            "cluster":\(hostile ? "{\"id\":\"kbad\",\"at\":[0,99],\"longest\":true}" : "null")}],\
            "citations":[{"entity":null,"name":"The Ledger\(bad)","start":0,"end":3,"cue":null},\
            {"entity":null,"name":"The Ledger\(bad)","start":5,"end":8,"cue":null}],\
            "cluster":{"id":"c\(story)","role":"\(number == story ? "canonical" : "copy")","reason":"earliest"},\
            "relations":\(number % 3 == 2 ? "[]" : "[{\"from\":\"a\(100_000 + number)\",\"to\":\"a\(100_000 + next)\",\"kind\":\"near\",\"direction\":\"\(number % 2 == 0 ? "forward" : "unknown")\"}]")}
            """
    }

    private func report(_ rows: [String], _ settings: WriteSettings = WriteSettings()) throws -> String {
        let folder = try TemporaryFolder()
        let partition = folder.path.appending("date=2026-03-09")
        let job = ReduceJob(
            inputs: [try folder.write("in.jsonl", rows)], output: .folder(partition),
            identity: StageIdentity(WriteStage.self, configuration: settings))
        var options = PublishOptions()
        options.date = "2026-03-09"
        options.stages = []
        options.manifest = nil
        let counts = try WriteStage.reduce(job, configuration: settings, options: options)
        #expect(counts.recordsOut == rows.count)
        return String(decoding: try partition.appending("report.html").readBytes(), as: UTF8.self)
    }

    private struct Tag {
        var name: String
        var isEnd: Bool
        var attributes: String
    }

    /// Text is escaped, so every `<` outside the style sheet begins a tag.
    private func tags(_ page: String) -> [Tag] {
        page.split(separator: "<").dropFirst().compactMap { piece in
            let inside = piece.prefix { $0 != ">" }
            let isEnd = inside.hasPrefix("/")
            let name = inside.drop { $0 == "/" }.prefix { $0 != " " }
            return Tag(name: String(name), isEnd: isEnd, attributes: String(inside.drop { $0 != " " }))
        }
    }

    @Test(arguments: [false, true])
    func nothingRunsAndNothingIsLoaded(hostile: Bool) throws {
        let page = try report((0..<12).map { Self.row($0, outlets: 4, hostile: hostile) })
        let known: Set<String> = [
            "!DOCTYPE", "html", "head", "meta", "title", "style", "body", "a", "header", "p", "h1", "h2", "h3", "dl",
            "div",
            "dt", "dd", "nav", "ol", "ul", "li", "main", "section", "article", "figure", "figcaption", "svg", "rect",
            "text",
            "path", "circle", "line", "details", "summary", "table", "caption", "thead", "tbody", "tr", "th", "td",
            "bdi",
            "blockquote",
        ]
        for tag in tags(page) {
            #expect(known.contains(tag.name), "an element that nobody wrote: \(tag.name)")
            // Ours alone: the policy, which names styles.
            if tag.name == "meta" { continue }
            for attribute in [" on", " src", " style", "javascript:", " srcdoc", "<"] {
                #expect(!tag.attributes.lowercased().contains(attribute), "\(tag.name)\(tag.attributes)")
            }
            if let href = tag.attributes.split(separator: "href=\"").dropFirst().first {
                #expect(href.hasPrefix("#") || href.hasPrefix("https://o.example/"))
            }
        }
        #expect(!page.unicodeScalars.contains { "\u{202e}\u{2066}\u{2028}\0".unicodeScalars.contains($0) })
        for load in ["url(", "@import", "<link", "<base"] { #expect(!page.contains(load)) }
        #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;") == hostile)
        // Words of a quote too, of which the others are short.
        #expect(page.contains("yes.=cmd|&lt;script") == hostile)
        #expect(page.contains("Mårten Holt"))
    }

    @Test func thePolicyAllowsTheStyleSheetAlone() throws {
        let page = try report([Self.row(0, outlets: 1)])
        #expect(page.contains("default-src &#39;none&#39;; style-src &#39;sha256-"))
        #expect(!page.contains("script-src") && !page.contains("unsafe-inline"))
        let css = try #require(page.split(separator: "<style>").last?.split(separator: "</style>").first)
        // Base64 of the digest, by the bits of its hexadecimal digits.
        let bits = SHA256.hex(String(css)).compactMap { $0.hexDigitValue }.flatMap { digit in
            [3, 2, 1, 0].map { digit >> $0 & 1 }
        }
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        let padded = bits + [0, 0]
        let digest = stride(from: 0, to: padded.count, by: 6).map { start in
            alphabet[padded[start..<start + 6].reduce(0) { $0 << 1 | $1 }]
        }
        #expect(page.contains("sha256-" + String(digest) + "=&#39;"))
    }

    @Test func everyPictureHasATableAndAName() throws {
        let page = try report((0..<30).map { Self.row($0, outlets: 4) })
        let figures = page.split(separator: "<figure>").dropFirst().map { $0.split(separator: "</figure>")[0] }
        #expect(figures.count >= 8)
        for figure in figures {
            #expect(figure.contains("<svg") && figure.contains("<table") && figure.contains("<figcaption>"))
        }
        for tag in tags(page) where tag.name == "svg" && tag.attributes.contains("role=\"img\"") {
            #expect(tag.attributes.contains("aria-label=\""))
        }
        for tag in tags(page) where tag.name == "th" && !tag.isEnd { #expect(tag.attributes.contains("scope=")) }
    }

    @Test func headingsNestAndAnchorsExist() throws {
        let page = try report((0..<30).map { Self.row($0, outlets: 4) })
        let levels = tags(page).filter { !$0.isEnd && ["h1", "h2", "h3"].contains($0.name) }.map {
            Int($0.name.dropFirst()) ?? 0
        }
        #expect(levels.first == 1 && levels.filter { $0 == 1 }.count == 1)
        for (one, next) in zip(levels, levels.dropFirst()) { #expect(next <= one + 1) }
        let anchors = page.split(separator: "href=\"#").dropFirst().map { $0.prefix { $0 != "\"" } }
        #expect(anchors.count >= 8)
        for anchor in anchors { #expect(page.contains("id=\"\(anchor)\"")) }
        for name in ["section", "figure", "table", "svg", "text", "tr", "bdi"] {
            let all = tags(page).filter { $0.name == name }
            #expect(all.filter(\.isEnd).count * 2 == all.count, "\(name) is closed as often as opened")
        }
    }

    /// The cells of the table with a caption.
    private func table(_ caption: String, _ page: String) throws -> [[String]] {
        let start = try #require(page.split(separator: "<caption>\(caption)</caption>").dropFirst().first)
        let body = try #require(start.split(separator: "<tbody>").dropFirst().first?.split(separator: "</tbody>").first)
        return body.split(separator: "<tr>").filter { $0.contains("<bdi>") }.map { row in
            row.split(separator: "<bdi>").dropFirst().map { String($0.prefix { $0 != "<" }) }
        }
    }

    @Test func theNumbers() throws {
        let page = try report((0..<12).map { Self.row($0, outlets: 4) })
        #expect(
            try table("Most quoted", page) == [
                ["Mårten Holt", "4", "12", "4", "Outlet 0 (3), Outlet 1 (3), Outlet 2 (3)"]
            ])
        #expect(
            try table("Pages by outlet", page).map { Array($0[2...4]) } == Array(repeating: ["3", "2", "6"], count: 4))
        #expect(try table("Citations by pair of outlets", page).first == ["Outlet 0", "The Ledger", "3"])
        let copies = try table("Pairs of articles by pair of outlets", page)
        #expect(copies.map { Int($0[3]) ?? 0 }.reduce(0, +) == 8)
        #expect(copies.contains(["Outlet 0", "Outlet 1", "known", "2", "0"]))
        let missing = try table("What is missing", page)
        #expect(missing.contains { $0[0] == "Articles without a time of publication" && $0[1] == "3" && $0[2] == "12" })
        #expect(missing.contains { $0[0] == "Quotes without a speaker" && $0[1] == "12" && $0[3] == "50 %" })
        #expect(try table("Articles of the most copied stories", page).count == 12)
    }

    /// The page shows the first few of everything, whatever the size of the partition.
    @Test func sizeIsBounded() throws {
        let small = try report((0..<600).map { Self.row($0, outlets: 60) })
        let large = try report((0..<6000).map { Self.row($0, outlets: 60) })
        #expect(small.utf8.count < 300_000)
        #expect(large.utf8.count < small.utf8.count * 11 / 10)
    }

    /// The tables are read whichever way they are compressed.
    @Test(arguments: [Compression.gzip, .zstd])
    func compressedTables(compression: Compression) throws {
        var settings = WriteSettings()
        settings.compression = compression
        let rows = (0..<12).map { Self.row($0, outlets: 4) }
        let (packed, plain) = try (report(rows, settings), report(rows))
        let ends = [packed, plain].map { $0.split(separator: "id=\"about\"").first }
        #expect(ends[0]?.contains("Mårten Holt") == true && ends[0] == ends[1])
    }

    @Test func wordsThatAreNotSharedAreNotShown() throws {
        let rows = (0..<12).map { Self.row($0, outlets: 4) }
        for texts in [SharedTexts.full, .quotes, .none] {
            var settings = WriteSettings()
            settings.texts = texts
            #expect(try report(rows, settings).contains("no comment") == (texts != .none))
        }
    }

    @Test func nothingAtAll() throws {
        let page = try report([])
        #expect(page.contains("No text was found in two outlets.") && page.contains("Nothing was quarantined."))
    }
}
