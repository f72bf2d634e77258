import Language
import Outlets
import Testing

struct OutletTableTests {
    private let table = OutletTable.standard

    @Test(arguments: [
        ("cnn.com", "CNN"), ("edition.cnn.com", "CNN"), ("www.BBC.co.uk", "BBC"), ("rbc.ua", "RBC-Ukraine"),
        ("www.pravda.com.ua", "Ukrainska Pravda"), ("abcnews.go.com", "ABC News"),
    ])
    func findsDomains(host: String, name: String) {
        #expect(table.outlet(domain: host)?.name == name)
    }

    @Test(arguments: ["example.com", "com", "", "notcnn.com", "cnn.com.example"])
    func knowsNoOtherDomains(host: String) {
        #expect(table.outlet(domain: host) == nil)
    }

    @Test(arguments: [
        ("CNN", "CNN"), ("The New York Times", "New York Times"), ("the washington post", "Washington Post"),
        ("AFP", "Agence France-Presse"), ("Suddeutsche Zeitung", "Süddeutsche Zeitung"), ("the Reuters", "Reuters"),
    ])
    func findsNames(name: String, expected: String) {
        #expect(table.outlet(name: name)?.name == expected)
    }

    @Test func prefersTheLongestName() {
        let tokens = Tokenizer.tokens(Array("The New York Post said".utf8))
        #expect(table.match(tokens, at: 0)?.outlet.name == "New York Post")
        #expect(table.match(tokens, at: 0)?.count == 4)
        #expect(table.match(tokens, at: 4) == nil)
        #expect(table.match(tokens, at: 5) == nil)
    }

    @Test func addedOutletsWin() {
        let own = KnownOutlet(
            id: "ledger", name: "Northern Ledger", domains: ["cnn.com"], aliases: ["the Ledger", "CNN"])
        let table = OutletTable(adding: [own])
        #expect(table.outlet(domain: "cnn.com")?.id == "ledger")
        #expect(table.outlet(name: "CNN")?.id == "ledger")
        #expect(table.outlet(name: "The Ledger")?.id == "ledger")
        #expect(table.outlet(name: "Reuters")?.id == "reuters.com")
    }

    @Test func everyOutletHasItsOwnDomainAndName() {
        var seen: Set<String> = []
        for outlet in table.outlets {
            #expect(!outlet.name.isEmpty && outlet.kind != nil && outlet.country?.utf8.count == 2)
            #expect(!outlet.domains.isEmpty, "\(outlet.name)")
            for domain in outlet.domains { #expect(seen.insert(domain).inserted, "\(domain) stands twice") }
        }
        #expect(table.outlets.count > 300)
    }
}
