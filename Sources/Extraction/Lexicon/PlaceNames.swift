import Language
import Records

/// Countries, their peoples, states and big cities, and a few bodies that every paper names without an introduction.
struct PlaceNames: Sendable {
    struct Match {
        /// In tokens.
        var count: Int
        /// `place`, `organisation`, or `other` for peoples and creeds.
        var type: Entity.Kind
        /// The country of a country's name or a people's; null for cities and regions.
        var country: Int?
        /// The name to go by where there are several.
        var canonical: String?
        /// The line of the table, such as "ISO 3166 US".
        var line: String?
    }

    private struct Name: Sendable {
        var words: [WordHash]
        var match: Match
        /// "WHO" is no "Who".
        var isAcronym: Bool
    }

    private var names: [WordHash: [Name]] = [:]
    private(set) var firstWords: [WordHash] = []
    private(set) var demonymWords: [WordHash] = []

    init() {
        for (country, line) in "\(Self.countries)".split(separator: "\n").enumerated() {
            let fields = line.split(separator: "|", omittingEmptySubsequences: false)
            let code = fields[0].isEmpty ? nil : "ISO 3166 \(fields[0])"
            addForms(fields[1], Match(count: 0, type: .place, country: country, line: code))
            addForms(fields[2], Match(count: 0, type: .other, country: country, line: code))
            for city in fields[3].split(separator: ";") { add(city, Match(count: 0, type: .place)) }
        }
        let lists: [(StaticString, Entity.Kind)] = [
            (Self.others, .place), (Self.bodies, .organisation), (Self.creeds, .other),
        ]
        for (list, type) in lists {
            for forms in "\(list)".split(whereSeparator: { $0 == "|" || $0 == "\n" }) {
                addForms(forms, Match(count: 0, type: type))
            }
        }
        for (first, list) in names {
            names[first] = list.enumerated().sorted {
                ($1.element.words.count, $0.offset) < ($0.element.words.count, $1.offset)
            }.map(\.element)
        }
    }

    /// Names of one thing; the first is the one to go by.
    private mutating func addForms(_ forms: Substring, _ match: Match) {
        let forms = forms.split(separator: ";")
        var match = match
        if forms.count > 1 || match.country != nil { match.canonical = forms.first.map(String.init) }
        for form in forms { add(form, match) }
    }

    private mutating func add(_ name: Substring, _ match: Match) {
        let words = Tokenizer.tokens(Array(name.utf8)).map(\.hash)
        guard let first = words.first else { return }
        var match = match
        match.count = words.count
        let isAcronym = words.count == 1 && !name.utf8.contains { 0x61...0x7a ~= $0 }
        names[first, default: []].append(Name(words: words, match: match, isAcronym: isAcronym))
        if match.type == .other { demonymWords.append(first) } else { firstWords.append(first) }
    }

    /// The longest name that begins at a token and ends before `end`.
    func match(_ tokens: [Token], at index: Int, before end: Int) -> Match? {
        guard let candidates = names[tokens[index].hash] else { return nil }
        return candidates.first { name in
            index + name.words.count <= end && (!name.isAcronym || tokens[index].shape.contains(.allUpper))
                && name.words.indices.allSatisfy { name.words[$0] == tokens[index + $0].hash }
        }?.match
    }

    private static let bodies: StaticString = """
        White House|Kremlin|Pentagon|Capitol|United Nations;UN;U.N.|European Union;EU;E.U.|European Commission
        European Parliament|European Council|NATO;North Atlantic Treaty Organization|Senate;U.S. Senate
        House of Representatives|Congress|State Department;U.S. State Department|Treasury|Supreme Court
        Federal Reserve;Fed|Federal Bureau of Investigation;FBI;F.B.I.|Central Intelligence Agency;CIA;C.I.A.
        National Security Agency;NSA|New York Police Department;NYPD|International Monetary Fund;IMF|World Bank
        World Health Organization;World Health Organisation;WHO|OPEC|World Trade Organization;World Trade Organisation;WTO
        Downing Street|House of Commons|House of Lords|Bundestag|Duma|State Duma|Verkhovna Rada|Knesset|Hamas|Hezbollah
        Taliban|Islamic State;ISIS;ISIL|Al Qaeda;al-Qaeda;al Qaida;al-Qaida|Wagner|FSB|GRU|SBU|Mossad
        European Central Bank;ECB|Bank of England|International Atomic Energy Agency;IAEA
        Google|Facebook|Twitter|Amazon|Apple|Microsoft|Boeing|Airbus|Tesla|Gazprom|Rosneft|Lukoil|Volkswagen|Toyota|Walmart
        Pfizer|Moderna|AstraZeneca|Nike|Uber|Netflix|Intel|Nvidia|OpenAI|SpaceX|Starlink|YouTube|Instagram|Telegram|WhatsApp
        TikTok|Republican Party;GOP|Democratic Party|Labour;Labour Party|Conservative Party|Democratic National Committee;DNC
        Republican National Committee;RNC|Red Cross|Greenpeace
        """

    private static let creeds: StaticString = """
        Republican;Republicans|Democrat;Democrats;Democratic|Tory;Tories|Conservatives|Muslim;Muslims|Christian;Christians
        Jewish;Jew;Jews|Catholic;Catholics|Orthodox|Protestant;Protestants|Sunni;Sunnis|Shiite;Shia;Shiites|Islamist;Islamists
        Nazi;Nazis|Communist;Communists|Kurdish;Kurds;Kurd|Arab;Arabs|Islam|Islamic|Brexit
        COVID-19;Covid;Covid-19;COVID|Latino;Latinos|Hispanic;Hispanics|Western
        African American;African-American;African-Americans;African Americans
        Nobel Peace Prize|World Cup|Olympics;Olympic Games|Grand Prix
        """

    private static let others: StaticString = """
        Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Hawaii|Idaho|Illinois|Indiana|Iowa
        Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada
        New Hampshire|New Jersey|New Mexico|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island
        South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|West Virginia|Wisconsin|Wyoming|Puerto Rico
        Middle East|North America|South America|Latin America|Central America|Southeast Asia|Eastern Europe|Western Europe
        Crimea|Donbas|Donbass|Chechnya|Catalonia|Bavaria|Siberia|Caucasus|Balkans|Baltic|Scandinavia|Sahel|Kurdistan|Kashmir
        Atlantic|Pacific|Mediterranean|Black Sea|Baltic Sea|Red Sea|Persian Gulf|Strait of Hormuz|South China Sea|Arctic
        Antarctica|Caribbean|Suez Canal|Panama Canal|Golan Heights|Silicon Valley|Capitol Hill|Mar-a-Lago|Camp David
        """
}
