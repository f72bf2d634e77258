import Markup
import Testing

@Suite struct HTMLParserTests {
    private static func text(_ html: String) throws -> String {
        let page = try parse(html)
        return String(decoding: page.tree.trimmedText(of: 0), as: UTF8.self)
    }

    static func parse(_ html: String, limits: MarkupLimits = MarkupLimits()) throws -> HTMLPage {
        var parser = HTMLParser(limits: limits)
        let bytes = Array(html.utf8)
        return try bytes.withUnsafeBufferPointer { try parser.parse($0) }
    }

    @Test(arguments: [
        ("<p>one<p>two", "one two"),
        ("<p>a <b>bold</b> word", "a bold word"),
        ("<script>if (a<b) { x = '</p>' }</script><p>kept", "kept"),
        ("<style>p { }</style><p>kept", "kept"),
        ("<p>a<!-- <p>left out</p> -->b", "ab"),
        ("<p>a<!-- never closed <b>b</b>", "a never closed b"),
        ("<svg><text>drawn</text><path/></svg><p>kept", "kept"),
        ("<svg><p>never closed", "never closed"),
        ("<template><p>not shown</p></template>kept", "kept"),
        ("<template shadowrootmode=open><p>shown</p></template>", "shown"),
        ("<noscript><p>left out</p></noscript>kept", "kept"),
        ("a < b and <3", "a < b and <3"),
        ("<p>one<br>two", "one two"),
        ("caf&eacute; &#8220;x&#8221; &#147;y&#148;", "café “x” “y”"),
        ("2&percnt; &nvlt; &LT;b> &AMP; R&D &unknown; &copy 2026", "2% <\u{20d2} <b> & R&D &unknown; © 2026"),
        ("<title>2&percnt; <b></title>", "2% <b>"),
        ("<b>a<table><tr><td>b</b> c<td>d</table>", "a b c d"),
        ("soft\u{ad}hyphen zero\u{200b}width\u{feff}", "softhyphen zerowidth"),
        ("a\u{a0}\u{a0}b \n\t c", "a b c"),
        ("nul\u{0}l", "null"),
        ("<q>said</q>", "“said”"),
        ("<p title='a > b'>kept", "kept"),
        ("<p class=\"never closed>lost?</p><p>kept", "lost? kept"),
        ("<my-element>custom</my-element>", "custom"),
        ("<select><option>x</select>kept", "kept"),
        ("", ""),
        ("<", "<"),
        ("</", ""),
        ("<!", ""),
    ])
    func text(html: String, expected: String) throws {
        #expect(try Self.text(html) == expected)
    }

    @Test func attributesKeptAndResolved() throws {
        let page = try Self.parse(
            "<p class='a b' ID=x onclick='evil()' data-x=1 data-testid=body hidden>t<a href='/a?b&amp;c'>l</a>")
        let paragraph = try #require(page.tree.nodes.firstIndex { $0.element == .p })
        #expect(page.tree.string(.class, of: paragraph) == "a b")
        #expect(page.tree.string(.id, of: paragraph) == "x")
        #expect(page.tree.string(.component, of: paragraph) == "body")
        #expect(page.tree.string(.hidden, of: paragraph) == "h")
        #expect(page.tree.nodes[paragraph].attributeCount == 4)
        let link = try #require(page.tree.nodes.firstIndex { $0.element == .a })
        #expect(page.tree.string(.href, of: link) == "/a?b&c")
    }

    @Test func jsonLDKeptAside() throws {
        let page = try Self.parse(
            "<script type=\"application/ld+json\">{\"a\": \"<p>\"}</script><script>var x</script><img><img>")
        #expect(page.jsonLD == [Array("{\"a\": \"<p>\"}".utf8)])
        #expect(page.images == 2)
    }

    @Test func nodesAreInDocumentOrderWithRangesOfText() throws {
        let tree = try Self.parse("<div><p>one</p><p>two <b>three</b></p></div>tail").tree
        for (index, node) in tree.nodes.enumerated().dropFirst() {
            let parent = tree.nodes[Int(node.parent)]
            #expect(Int(node.parent) < index && index < Int(node.end))
            #expect(node.end <= parent.end && node.textStart >= parent.textStart && node.textEnd <= parent.textEnd)
        }
        let second = try #require(tree.nodes.lastIndex { $0.element == .p })
        #expect(String(decoding: tree.trimmedText(of: second), as: UTF8.self) == "two three")
    }

    @Test func limitsRefuse() {
        var limits = MarkupLimits()
        limits.bytes = 10
        #expect(throws: MarkupError.tooManyBytes(limit: 10)) { try Self.parse("<p>0123456789", limits: limits) }
        limits = MarkupLimits()
        limits.nodes = 5
        #expect(throws: MarkupError.tooManyNodes(limit: 5)) { try Self.parse("<p>a<p>b<p>c<p>d", limits: limits) }
    }

    /// Pages made to be slow or to overflow a stack. Each must keep its text, in time linear in its size.
    @Test(
        arguments: [
            String(repeating: "<div>", count: 300) + "<p>kept</p>",
            String(repeating: "<div>", count: 200_000) + "kept",
            String(repeating: "<b>", count: 200_000) + "kept" + String(repeating: "</i>", count: 200_000),
            String(repeating: "<p><font>", count: 100_000) + "kept",
            "<p " + String(repeating: "a=1 ", count: 40_000) + ">kept",
            "<p " + String(repeating: "class=x ", count: 40_000) + ">kept",
            "<p " + (0..<40_000).map { "data-\($0)='\($0)' " }.joined() + ">kept",
            String(repeating: "&", count: 250_000) + "kept",
            String(repeating: "<!--", count: 100_000) + "kept",
            String(repeating: "<a href='", count: 100_001) + "'>kept",
            String(repeating: "<svg>", count: 100_000) + "kept",
            String(repeating: "<title>", count: 50_000) + "kept",
            String(repeating: "<table><tr><td>", count: 50_000) + "kept",
            String(repeating: "</div>", count: 200_000) + "kept",
            String(repeating: "word ", count: 4_000_000) + "kept",
        ])
    func hostile(html: String) throws {
        #expect(try Self.text(html).contains("kept"))
    }

    @Test func depthKeepsParagraphBorders() throws {
        let html = String(repeating: "<div>", count: 300) + "<p>one</p><p>two</p>"
        let tree = try Self.parse(html).tree
        let texts = tree.nodes.filter { $0.element == .text }
        #expect(texts.count == 2)
        #expect(tree.nodes.allSatisfy { $0.depth <= 260 })
    }
}
