import Markup
import Testing

@Suite struct XMLReaderTests {
    /// The events of a document on one line: `<name a=v>`, text, `</name>`; `!` and the fault at the end.
    private static func events(
        _ document: String, chunk: Int = .max, limits: XMLLimits = XMLLimits()
    ) throws -> String {
        var rest = Array(document.utf8)[...]
        var reader = XMLReader(limits: limits) {
            defer { rest = rest.dropFirst(chunk) }
            return rest.isEmpty ? nil : Array(rest.prefix(chunk))
        }
        var events = ""
        while let event = try reader.next() {
            switch event {
            case .start:
                let attributes = reader.attributes.map { " \(label($0.name))=\($0.value)" }.joined()
                events += "<\(label(reader.name))\(attributes)>"
            case .end: events += "</\(label(reader.name))>"
            case .text: events += String(decoding: reader.text, as: UTF8.self)
            }
        }
        return events + (reader.fault.map { "!\($0.kind)@\($0.offset)" } ?? "")
    }

    private static func label(_ name: XMLName) -> String {
        name.namespace.isEmpty ? name.local : "{\(name.namespace)}\(name.local)"
    }

    /// Document, events. Each is read whole, then byte by byte.
    @Test(arguments: [
        ("<a/>", "<a></a>"),
        ("<a b='1' c = \"2\"><d>x</d></a>", "<a b=1 c=2><d>x</d></a>"),
        ("<?xml version='1.0'?><!-- - -- x --><a>x<!-- > --><?p >?>y</a>\n", "<a>xy</a>"),
        ("<!DOCTYPE rss SYSTEM 'http://x.example/[a]'><a/>", "<a></a>"),
        ("<a><![CDATA[1 < 2 && ]] ]>]]></a>", "<a>1 < 2 && ]] ]></a>"),
        ("<a><![CDATA[]]]]><![CDATA[>]]></a>", "<a>]]></a>"),
        ("<a>&lt;&amp;&gt;&quot;&apos;&#65;&#x42;</a>", "<a><&>\"'AB</a>"),
        ("<a b='&lt;&#10;\n'/>", "<a b=<\n ></a>"),
        (
            "<a xmlns='u' xmlns:p='v' p:b='1' b='2'><p:c/><d xmlns=''/></a>",
            "<{u}a {v}b=1 b=2><{v}c></{v}c><d></d></{u}a>"
        ),
        ("<p:a xmlns:p='u'><p:b xmlns:p='v'/><p:c/></p:a>", "<{u}a><{v}b></{v}b><{u}c></{u}c></{u}a>"),
        ("<a xml:base='/b'/>", "<a {http://www.w3.org/XML/1998/namespace}base=/b></a>"),
        ("<é>ü</é>", "<é>ü</é>"),
        ("", ""),
        (" \n", ""),
        // Faults, which are read over.
        ("<a>x?b=1&c=2 & d</a>", "<a>x?b=1&c=2 & d</a>!bareAmpersand@8"),
        ("<a b='x?b=1&c=2'/>", "<a b=x?b=1&c=2></a>!bareAmpersand@0"),
        ("<a>caf&eacute;&nbsp;&bogus;</a>", "<a>café\u{a0}&bogus;</a>!entity@6"),
        ("<a>&#146;&#0;&#xd800;&#x110000;&#x;&#;</a>", "<a>’&#x;&#;</a>!character@3"),
        ("<a>x\u{0}\u{b}y</a>", "<a>xy</a>!character@4"),
        ("<a><![CDATA[x\u{b}y]]></a>", "<a>xy</a>!character@13"),
        ("<a><b>x</a>", "<a><b>x</b></a>!mismatch@11"),
        ("<a><b>x<i></b><c/></a>", "<a><b>x<i></i></b><c></c></a>!mismatch@14"),
        ("<a>x</b>y</a>", "<a>xy</a>!mismatch@8"),
        ("<a b=1 c d=''>x</a>", "<a b=1 c= d=>x</a>!tag@0"),
        ("<a b='1' b='2'/>", "<a b=1></a>"),
        ("<a>1 < 2 <3 <</a>", "<a>1 < 2 <3 <</a>!tag@5"),
        ("<a b='1>x</a><c/>", "<a b=1>x></a><c></c>!tag@0"),
        ("<a><b</a>", "<a><b></b></a>!tag@3"),
        ("<a>x", "<a>x</a>!truncated@4"),
        ("<a><![CDATA[x]", "<a>x]</a>!truncated@14"),
        ("<a><!-- x", "<a></a>!truncated@9"),
        ("<a b='", "<a b=></a>!tag@0"),
        ("warning<a/>", "<a></a>!outside@0"),
        ("<a/><b/>", "<a></a><b></b>"),
    ])
    func events(document: String, expected: String) throws {
        #expect(try Self.events(document) == expected)
        #expect(try Self.events(document, chunk: 1) == expected)
    }

    private static let costly: [(String, XMLError)] = [
        ("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>", .internalSubset),
        ("<!DOCTYPE a SYSTEM 'u' [ ]><a/>", .internalSubset),
        ("<a><a><a><a><a><a><a><a><a><a><a>", .tooDeep(limit: 10)),
        ("<a>" + many("<b/>", 100), .tooManyElements(limit: 50)),
        ("<a b='" + many("x", 200) + "'/>", .tagTooLong(limit: 100)),
        ("<!DOCTYPE " + many("x", 200) + ">", .tagTooLong(limit: 100)),
        ("<a>" + many("x", 2000), .tooManyBytes(limit: 1000)),
    ]

    private static func many(_ piece: String, _ count: Int) -> String { String(repeating: piece, count: count) }

    @Test(arguments: costly)
    func refused(document: String, error: XMLError) {
        var limits = XMLLimits()
        (limits.bytes, limits.depth, limits.elements, limits.tagBytes) = (1000, 10, 50, 100)
        for chunk in [1, 7, .max] {
            #expect(throws: error) { try Self.events(document, chunk: chunk, limits: limits) }
        }
    }

    @Test func attributesBeyondTheLimitAreLeftOut() throws {
        let many = (0..<5000).map { " a\($0)='\($0)' xmlns:n\($0)='u'" }.joined()
        var reader = XMLReader(Array("<r\(many)/>".utf8))
        #expect(try reader.next() == .start)
        #expect(reader.attributes.count == 256)
    }

    /// Documents made to be slow. Each is read in time linear in its size.
    @Test(
        arguments: [
            "<", "<a", "<a b='", "<a b=\"<", "&", "&amp", "&#1", "<!--", "<![CDATA[", "]]", "</a", "<?", "<a></b>",
            "<a/>",
            "x", "<!a", "\u{b}",
        ])
    func hostile(piece: String) {
        let document = "<r>" + String(repeating: piece, count: 4_000_000 / piece.utf8.count)
        for chunk in [1 << 16, .max] {
            // Ends in events or in a limit, and in no other way.
            do { _ = try Self.events(document, chunk: chunk) } catch { #expect(error is XMLError) }
        }
    }

    @Test(arguments: [
        ("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a/>", "ISO-8859-1"),
        ("\n <?xml version='1.0' encoding = 'big5' ?>", "big5"),
        ("\u{feff}<?xml encoding='x'?>", "x"),
        ("<?xml version='1.0'?><a encoding='x'/>", nil),
        ("<a><?xml encoding='x'?></a>", nil),
        ("<\u{0}?\u{0}x\u{0}", "utf-16le"),
        ("\u{0}<\u{0}?\u{0}x", "utf-16be"),
        ("", nil),
    ])
    func declaredEncoding(document: String, expected: String?) {
        #expect(xmlDeclaredEncoding(document.utf8) == expected)
    }
}
