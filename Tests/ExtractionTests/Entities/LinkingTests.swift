import Extraction
import Records
import Staging
import SystemPackage
import TestSupport
import Testing

/// Which mentions are one entity, and by which key. By rules alone, so that no model decides.
struct LinkingTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var text: String
        var keys: [String]

        init(_ text: String, _ keys: String...) {
            self.text = text
            self.keys = keys
        }

        var testDescription: String { text }
    }

    private func keys(_ extraction: Extraction) -> [String] {
        extraction.entities.map { entity in
            let rules = entity.mentions.map(\.rule).joined(separator: ",")
            let key = entity.key.split(separator: "#").map(String.init)
            return key[0] + (key.count > 1 ? "#" : "") + " " + rules
        }
    }

    @Test(arguments: [
        Case(
            "Officials in the U.S. met. America agreed, and the United States signed.",
            "place/united-states table,table,table"),
        Case("The Belgian envoy met two Belgians.", "misc/belgian table,table"),
        Case("The WHO spoke. The World Health Organization wrote.", "org/world-health-organization same_name,table"),
        Case("Anna Berg spoke. Berg left. Anna stayed.", "person/anna-berg first_name,surname,given_name"),
        // Two of one surname: the bare one belongs to neither, and to no other article.
        Case(
            "Anna Berg met Petra Berg in the old harbour. Then Dr. Berg left the room.", "person/anna-berg first_name",
            "person/petra-berg first_name",
            "person/berg# role"),
        Case("Mr. Osk left the room.", "person/osk# role"),
        Case(
            "Anna Berg met Peter Berg in the old harbour. Then Mr. Berg left the room.", "person/anna-berg first_name",
            "person/peter-berg first_name,surname"),
        Case("Who knows us? It was nice."),
    ])
    func joins(_ example: Case) {
        let extraction = Extractor().extract(text: example.text, language: "en")
        #expect(keys(extraction) == example.keys)
    }

    @Test func aBareSurnameIsOfItsArticle() throws {
        let texts = ["Mr. Osk left the room.", "Mr. Osk came back to it."]
        let keys = texts.map { Extractor().extract(text: $0, language: "en").entities.map(\.key) }
        #expect(keys[0] != keys[1])
        #expect(keys[0] == Extractor().extract(text: texts[0], language: "en").entities.map(\.key))
    }

    @Test func linksSayWhatTheyRestOn() {
        let extraction = Extractor().extract(text: "Anna Berg flew to Ghana. Berg told Reuters so.", language: "en")
        #expect(
            extraction.entities.flatMap(\.mentions).map(\.evidence) == [
                nil, "Anna Berg", "ISO 3166 GH", "outlet reuters.com",
            ])
    }
}

struct AliasTests {
    private func table(_ lines: String) throws -> AliasTable {
        let folder = try TemporaryFolder()
        return try AliasTable(folder.write("aliases.jsonl", lines))
    }

    @Test func aliasesAreOneEntity() throws {
        let aliases = try table(
            #"""
            {"key":"person/anna-berg","type":"PERSON","aliases":["Anna Bergh","A. Berg"],"qid":"Q7"}
            {"key":"org/tidal-watch","type":"ORG","aliases":["Tide Watch Council"],"qid":null}

            """#)
        let text = "Anna Berg met the Tide Watch Council in an old house by the sea. Anna Bergh left."
        let extraction = Extractor(aliases: aliases).extract(text: text, language: "en")
        #expect(extraction.entities.map(\.key) == ["person/anna-berg", "org/tidal-watch"])
        #expect(extraction.entities.map(\.name) == ["Anna Berg", "Tide Watch Council"])
        #expect(extraction.entities.flatMap(\.mentions).map(\.rule) == ["alias", "alias", "alias"])
        #expect(extraction.entities.flatMap(\.mentions).map(\.evidence) == ["Q7", "Q7", "org/tidal-watch"])
    }

    @Test(arguments: [
        "[]", #"{"key":"","type":"PERSON","aliases":[]}"#, #"{"key":"person/a","aliases":[]}"#,
        #"{"key":"person/a","type":"HUMAN","aliases":[]}"#, #"{"key":"person/a","type":"PERSON","aliases":7}"#,
    ])
    func linesThatCannotBeReadAreNamed(line: String) {
        #expect {
            _ = try table(#"{"key":"person/b","type":"PERSON","aliases":[]}"# + "\n" + line + "\n")
        } throws: { error in
            (error as? ConfigurationError)?.key == "aliases" && "\(error)".contains("line 2")
        }
    }
}

struct AliasCandidateTests {
    @Test func candidatesAreReportedNotMerged() throws {
        let folder = try TemporaryFolder()
        let texts = [
            "The old fisherman Volodymyr Zalenko spoke to the harbour master.",
            "The news came late. Volodymyr Zalenkoy, the opposition leader, left the harbour.",
            "The news came late. Volodymyr Zalenko, a chemistry professor, left the harbour.",
            "On that day Mr. Osk left the room.", "On that day Mara Osk left the room.",
            // Another spelling of a surname; short given names that are no spellings of each other.
            "On that day Dr. Varhadi left the room.", "On that day Peter Varrady left the room.",
            "On that day Lee Marchand left the room.", "On that day Lou Marchand left the room.",
        ]
        var writer = JSONWriter()
        for text in texts {
            writer.beginObject()
            writer.key("entities")
            Extractor().extract(text: text, language: "en").entities.write(json: &writer)
            writer.endObject()
            writer.newline()
        }
        let shard = try folder.write("shard.jsonl", writer.bytes)
        let result = try Program.run("pipeline-extract", ["inspect", "aliases", shard.string], in: folder.path)
        #expect(result.status == 0, "\(result.errors)")
        let rows = try result.output.split(separator: "\n").map { try Row(String($0)) }
        let found = try rows.map { row in
            let aliases: [String] = try row.require("aliases")
            return try "\(row.require("reason", as: String.self)) \(row.require("key", as: String.self)) \(aliases)"
        }
        #expect(
            found == [
                "homonym person/volodymyr-zalenko []", #"spelling person/volodymyr-zalenko ["Volodymyr Zalenkoy"]"#,
                #"surname person/mara-osk ["Osk"]"#, #"surname person/peter-varrady ["Varhadi"]"#,
            ])
    }
}
