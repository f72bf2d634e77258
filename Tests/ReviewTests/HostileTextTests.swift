import Review
import TestSupport
import Testing

/// Whatever pages say, it runs nothing and forges nothing where people look at it.
@Suite struct HostileTextTests {
    private static let texts = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onfocus='alert(1)' x='",
        "</main></style><!--",
        "&lt;script&gt;&#x22;", "\u{202e}gpj.exe\u{2066}\u{200f}", "two\nlines\r\nand\u{2028}three\u{2029}",
        "\u{1b}]0;owned\u{7}\u{9b}2J\0", "\",\"yes\",\"\"\r\na9/q1",
    ]

    private func sheet(_ suffix: String, _ kind: SampleKind, leading: String = "") throws -> (csv: String, page: String)
    {
        var fixture = try PublishedFixture(quotes: 4)
        fixture.suffix = suffix
        fixture.speaker = leading + fixture.speaker
        let sheet = try Sampler(of: fixture.write().output, kind: kind, by: [.outlet], number: 10, seed: 1).sheet()
        return (String(decoding: sheet.csv, as: UTF8.self), String(decoding: sheet.page, as: UTF8.self))
    }

    @Test(arguments: texts, SampleKind.allCases)
    func samplePage(text: String, kind: SampleKind) throws {
        let page = try sheet(text, kind).page
        let known: Set<String> = [
            "!DOCTYPE", "html", "head", "meta", "title", "style", "body", "header", "h1", "h2", "p", "button", "output",
            "main", "section", "mark", "br", "bdi", "div", "fieldset", "legend", "label", "input", "script",
        ]
        let markup = page.split(separator: "<script>")[0]
        for piece in markup.split(separator: "<").dropFirst() {
            let tag = piece.prefix { $0 != ">" }
            let name = tag.drop { $0 == "/" }.prefix { $0 != " " }
            #expect(known.contains(String(name)), "an element that nobody wrote: \(name)")
            guard name != "meta", name != "style" else { continue }
            // Outside of quoted values.
            let bare = tag.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
                .filter { $0.offset % 2 == 0 }.map { String($0.element) }.joined(separator: " ")
            for attribute in [" on", " src", " style", "href"] { #expect(!bare.contains(attribute), "\(bare)") }
        }
        #expect(page.split(separator: "<script").count == 2, "our own script alone")
        let hidden = page.unicodeScalars.filter {
            $0.value < 0x20 && $0 != "\n" || 0x7f..<0xa0 ~= $0.value
                || "\u{202e}\u{2066}\u{200f}\u{2028}\u{2029}".unicodeScalars.contains($0)
        }
        #expect(hidden.isEmpty)
    }

    /// The cells of a sheet by RFC 4180, as a spreadsheet reads them.
    private func cells(_ csv: String) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var cell = ""
        var isQuoted = false
        for scalar in csv.unicodeScalars {
            switch (scalar, isQuoted) {
            case ("\"", _):
                // A doubled mark leaves and enters again.
                if !isQuoted, !cell.isEmpty { cell.unicodeScalars.append(scalar) }
                isQuoted.toggle()
            case (",", false), ("\r", false), ("\n", false):
                if scalar != "\n" { row.append(cell) }
                if scalar == "\r" {
                    rows.append(row)
                    row = []
                }
                cell = ""
            default: cell.unicodeScalars.append(scalar)
            }
        }
        return rows
    }

    @Test(arguments: texts, SampleKind.allCases)
    func sheetKeepsItsShape(text: String, kind: SampleKind) throws {
        let rows = cells(try sheet(text, kind).csv)
        #expect(rows.count == (kind == .relations ? 2 : 5))
        #expect(rows.allSatisfy { $0.count == 12 })
        #expect(rows.dropFirst().allSatisfy { $0[10].isEmpty && $0[11].isEmpty }, "nobody has judged")
        let hidden = rows.joined().joined().unicodeScalars.filter {
            $0.value < 0x20 && $0 != "\n" || "\u{202e}\u{2066}\u{2028}".unicodeScalars.contains($0)
        }
        #expect(hidden.isEmpty)
    }

    /// https://owasp.org/www-community/attacks/CSV_Injection
    @Test(arguments: ["=", "+", "-", "@", "\t=", "\r=", "\n=", "  =", "'=", "\u{ff1d}", "\u{ff0b}1", "\u{a0}@"])
    func noFormulas(start: String) throws {
        for row in cells(try sheet("", .speakers, leading: start + "cmd|' /C calc'!A0 ").csv).dropFirst() {
            #expect(row[6].hasPrefix("'"), "\(row[6])")
        }
    }

    @Test func whatIsNoFormulaStaysAsItIs() throws {
        for row in cells(try sheet("", .speakers).csv).dropFirst() { #expect(row[6] == "Mårten Holt (person)") }
    }

    @Test(arguments: texts, ["a1000", "a1000/q1", "c1", "k1"])
    func show(text: String, id: String) throws {
        var fixture = try PublishedFixture(quotes: 4)
        fixture.suffix = text
        let published = try fixture.write()
        for isColoured in [false, true] {
            var shown = try Look(at: published.output, isColoured: isColoured, width: 100).text(of: id)
            for code in ["0", "1", "2", "1;7", "1;36", "3;33"] { shown = shown.replacing("\u{1b}[\(code)m", with: "") }
            let hidden = shown.unicodeScalars.filter {
                $0.value < 0x20 && $0 != "\n" || 0x7f..<0xa0 ~= $0.value
                    || "\u{202e}\u{2066}\u{200f}\u{2028}\u{2029}".unicodeScalars.contains($0)
            }
            #expect(hidden.isEmpty, "\(hidden.map(\.value))")
        }
    }
}
