import Records
import Testing

@Suite struct RowTests {
    @Test func unknownValuesPassUntouched() throws {
        let line = #"{"id":"a1","x":{"y":[1.50,"\u00e9",1E5]},"text":"t","\u0078y":null}"#
        let row = try Row(line)
        var writer = JSONWriter()
        writer.beginObject()
        row.writeFields(&writer, except: ["text"])
        writer.key("text")
        writer.write("new")
        writer.endObject()
        let expected = #"{"id":"a1","x":{"y":[1.50,"\u00e9",1E5]},"\u0078y":null,"text":"new"}"#
        #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
    }

    @Test(arguments: [
        #"{"a":1,"a":2}"#, #"{"a":1,"\u0061":2}"#, "[]", "null", #"{"a":1} x"#, #"{"a":"\#u{0}"}"#,
    ])
    func refuses(line: String) { #expect(throws: JSONError.self) { try Row(line) } }

    @Test func manyKeysAreCheckedInLinearTime() throws {
        let keys = (0..<50_000).map { "\"k\($0)\":0" }
        #expect(throws: Never.self) { try Row("{" + keys.joined(separator: ",") + "}") }
        #expect(throws: JSONError.self) { try Row("{" + (keys + ["\"k7\":1"]).joined(separator: ",") + "}") }
    }

    @Test(arguments: [
        (#"{"quotes":[{"id":"q1","start":"x"}]}"#, "quotes[0].start"),
        (#"{"entities":[{"mentions":[{},{"start":1.5}]}]}"#, "entities[0].mentions[1].start"),
        (#"{"quotes":[{"type":"spoken"}]}"#, "quotes[0].type"), (#"{"citations":{}}"#, "citations"),
    ])
    func errorsNameThePlace(line: String, path: String) throws {
        let row = try Row(line)
        do throws(JSONError) {
            let extraction: Extraction = try row.decode()
            Issue.record("accepted \(extraction)")
        } catch {
            #expect(error.path == path)
        }
    }

    @Test func outletsMayBePlainNames() throws {
        let plain: Article = try Row(#"{"outlet":"The Post"}"#).decode()
        #expect(plain.outlet == Outlet(id: nil, name: "The Post"))
        let full: Article = try Row(#"{"outlet":{"name":"The Post","id":"post.example"}}"#).decode()
        #expect(full.outlet == Outlet(id: "post.example", name: "The Post"))
    }
}
