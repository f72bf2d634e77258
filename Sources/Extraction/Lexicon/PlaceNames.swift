import Language
import Records

/// Countries, their peoples, states and big cities, and a few bodies that every paper names without an introduction.
struct PlaceNames: Sendable {
    struct Match {
        var count: Int
        /// `place`, `organisation`, or `other` for peoples and creeds.
        var type: Entity.Kind
        /// The country of a country's name or a people's; null for cities and regions.
        var country: Int?
    }

    private struct Name: Sendable {
        var words: [WordHash]
        var type: Entity.Kind
        var country: Int?
        /// "WHO" is no "Who".
        var isAcronym: Bool
    }

    private var names: [WordHash: [Name]] = [:]
    /// The first name of each country.
    private(set) var countryNames: [String] = []
    private(set) var firstWords: [WordHash] = []
    private(set) var demonymWords: [WordHash] = []

    init() {
        for (index, line) in "\(Self.countries)".split(separator: "\n").enumerated() {
            let fields = line.split(separator: "|", omittingEmptySubsequences: false)
            countryNames.append(fields[0].split(separator: ";").first.map(String.init) ?? "")
            for (place, field) in fields.enumerated() {
                for name in field.split(separator: ";") {
                    add(name, place == 1 ? .other : .place, country: place < 2 ? index : nil)
                }
            }
        }
        let lists: [(StaticString, Entity.Kind)] = [
            (Self.others, .place), (Self.bodies, .organisation), (Self.creeds, .other),
        ]
        for (list, type) in lists {
            for name in "\(list)".split(whereSeparator: { $0 == ";" || $0 == "\n" }) { add(name, type, country: nil) }
        }
        for (first, list) in names {
            names[first] = list.enumerated().sorted {
                ($1.element.words.count, $0.offset) < ($0.element.words.count, $1.offset)
            }.map(\.element)
        }
    }

    private mutating func add(_ name: Substring, _ type: Entity.Kind, country: Int?) {
        let words = Tokenizer.tokens(Array(name.utf8)).map(\.hash)
        guard let first = words.first else { return }
        names[first, default: []].append(Name(
                words: words, type: type, country: country,
                isAcronym: words.count == 1 && !name.utf8.contains { 0x61...0x7a ~= $0 }))
        if type == .other { demonymWords.append(first) } else { firstWords.append(first) }
    }

    /// The longest name that begins at a token and ends before `end`.
    func match(_ tokens: [Token], at index: Int, before end: Int) -> Match? {
        guard let candidates = names[tokens[index].hash] else { return nil }
        for name in candidates where index + name.words.count <= end {
            if name.words.indices.allSatisfy({ name.words[$0] == tokens[index + $0].hash }) {
                if name.isAcronym, !tokens[index].shape.contains(.allUpper) { continue }
                return Match(count: name.words.count, type: name.type, country: name.country)
            }
        }
        return nil
    }

    /// Country | its people and adjective | its capital and other big cities.
    private static let countries: StaticString = """
        United States;United States of America;U.S.;US;USA;U.S.A.;America|American;Americans|Washington;New York City;New York;Los Angeles;Chicago;Houston;Boston;San Francisco;Philadelphia;Miami;Detroit;Seattle;Atlanta;Dallas;Denver;Las Vegas;New Orleans;San Diego;Cleveland;Baltimore;Pittsburgh;St. Louis;Minneapolis;Phoenix;Manhattan;Brooklyn;Hollywood;Washington, D.C.
        United Kingdom;UK;U.K.;Britain;Great Britain|British;Briton;Britons|London;Manchester;Birmingham;Liverpool;Leeds;Bristol;Edinburgh;Glasgow;Cardiff;Belfast;Oxford;Cambridge
        England|English|
        Scotland|Scottish;Scots|
        Wales|Welsh|
        Northern Ireland|Northern Irish|
        Ireland|Irish|Dublin;Cork
        France|French|Paris;Marseille;Lyon;Strasbourg;Bordeaux
        Germany|German;Germans|Berlin;Munich;Hamburg;Frankfurt;Cologne;Dresden;Leipzig;Stuttgart
        Italy|Italian;Italians|Rome;Milan;Naples;Turin;Venice;Florence;Genoa;Palermo
        Spain|Spanish;Spaniard;Spaniards|Madrid;Barcelona;Valencia;Seville
        Portugal|Portuguese|Lisbon;Porto
        Netherlands;The Netherlands;Holland|Dutch|Amsterdam;Rotterdam;The Hague
        Belgium|Belgian;Belgians|Brussels;Antwerp
        Luxembourg|Luxembourgish|
        Switzerland|Swiss|Geneva;Zurich;Bern;Davos
        Austria|Austrian;Austrians|Vienna;Salzburg
        Poland|Polish;Poles|Warsaw;Krakow;Gdansk
        Czech Republic;Czechia|Czech;Czechs|Prague;Brno
        Slovakia|Slovak;Slovaks|Bratislava
        Hungary|Hungarian;Hungarians|Budapest
        Romania|Romanian;Romanians|Bucharest
        Bulgaria|Bulgarian;Bulgarians|Sofia
        Greece|Greek;Greeks|Athens;Thessaloniki
        Turkey;Türkiye|Turkish;Turks|Ankara;Istanbul;Izmir
        Cyprus|Cypriot;Cypriots|Nicosia
        Serbia|Serbian;Serb;Serbs|Belgrade
        Croatia|Croatian;Croats|Zagreb
        Slovenia|Slovenian|Ljubljana
        Bosnia;Bosnia and Herzegovina|Bosnian;Bosnians|Sarajevo
        Kosovo|Kosovar|Pristina
        Montenegro|Montenegrin|
        North Macedonia;Macedonia|Macedonian|Skopje
        Albania|Albanian;Albanians|Tirana
        Moldova|Moldovan;Moldovans|Chisinau
        Ukraine|Ukrainian;Ukrainians|Kyiv;Kiev;Kharkiv;Odesa;Odessa;Lviv;Dnipro;Donetsk;Luhansk;Mariupol;Kherson;Zaporizhzhia;Bakhmut;Sevastopol
        Russia;Russian Federation|Russian;Russians|Moscow;St. Petersburg;Saint Petersburg;Kursk;Belgorod;Rostov;Kazan;Vladivostok;Grozny
        Belarus|Belarusian;Belarusians|Minsk
        Lithuania|Lithuanian;Lithuanians|Vilnius
        Latvia|Latvian;Latvians|Riga
        Estonia|Estonian;Estonians|Tallinn
        Finland|Finnish;Finns|Helsinki
        Sweden|Swedish;Swedes|Stockholm;Gothenburg;Malmo
        Norway|Norwegian;Norwegians|Oslo;Bergen
        Denmark|Danish;Danes|Copenhagen
        Iceland|Icelandic|Reykjavik
        Greenland|Greenlandic|Nuuk
        Malta|Maltese|Valletta
        Georgia|Georgian;Georgians|Tbilisi
        Armenia|Armenian;Armenians|Yerevan
        Azerbaijan|Azerbaijani;Azeri|Baku
        Kazakhstan|Kazakh;Kazakhs|Astana;Almaty
        Uzbekistan|Uzbek|Tashkent;Samarkand
        Turkmenistan|Turkmen|
        Kyrgyzstan|Kyrgyz|Bishkek
        Tajikistan|Tajik|Dushanbe
        Afghanistan|Afghan;Afghans|Kabul;Kandahar;Herat
        Pakistan|Pakistani;Pakistanis|Islamabad;Karachi;Lahore;Peshawar
        India|Indian;Indians|New Delhi;Delhi;Mumbai;Kolkata;Chennai;Bangalore;Bengaluru;Hyderabad
        Bangladesh|Bangladeshi;Bangladeshis|Dhaka
        Sri Lanka|Sri Lankan|Colombo
        Nepal|Nepali;Nepalese|Kathmandu
        Bhutan|Bhutanese|
        Myanmar;Burma|Burmese|Yangon;Naypyidaw
        Thailand|Thai;Thais|Bangkok
        Vietnam|Vietnamese|Hanoi;Ho Chi Minh City
        Cambodia|Cambodian|Phnom Penh
        Laos|Laotian|
        Malaysia|Malaysian;Malaysians|Kuala Lumpur
        Singapore|Singaporean|
        Indonesia|Indonesian;Indonesians|Jakarta;Bali
        Philippines;The Philippines|Filipino;Filipinos;Philippine|Manila
        China;People's Republic of China|Chinese|Beijing;Shanghai;Shenzhen;Guangzhou;Wuhan;Xinjiang;Tibet
        Hong Kong|Hongkonger|
        Taiwan|Taiwanese|Taipei
        Japan|Japanese|Tokyo;Osaka;Kyoto;Hiroshima;Fukushima;Okinawa
        South Korea;Korea;Republic of Korea|South Korean;South Koreans;Korean;Koreans|Seoul;Busan
        North Korea|North Korean;North Koreans|Pyongyang
        Mongolia|Mongolian|Ulaanbaatar
        Australia|Australian;Australians|Canberra;Sydney;Melbourne;Brisbane;Perth;Adelaide
        New Zealand|New Zealander;New Zealanders|Wellington;Auckland;Christchurch
        Canada|Canadian;Canadians|Ottawa;Toronto;Montreal;Vancouver;Quebec;Calgary
        Mexico|Mexican;Mexicans|Mexico City;Tijuana
        Cuba|Cuban;Cubans|Havana
        Haiti|Haitian;Haitians|Port-au-Prince
        Jamaica|Jamaican|Kingston
        Venezuela|Venezuelan;Venezuelans|Caracas
        Colombia|Colombian;Colombians|Bogota
        Ecuador|Ecuadorian|Quito
        Peru|Peruvian|Lima
        Bolivia|Bolivian|La Paz
        Brazil|Brazilian;Brazilians|Brasilia;Sao Paulo;Rio de Janeiro
        Argentina|Argentine;Argentinian;Argentines|Buenos Aires
        Chile|Chilean;Chileans|Santiago
        Uruguay|Uruguayan|Montevideo
        Paraguay|Paraguayan|Asuncion
        Guatemala|Guatemalan|
        Honduras|Honduran|
        El Salvador|Salvadoran|
        Nicaragua|Nicaraguan|Managua
        Costa Rica|Costa Rican|
        Panama|Panamanian|Panama City
        Israel|Israeli;Israelis|Jerusalem;Tel Aviv;Haifa
        Palestine|Palestinian;Palestinians|Gaza;Gaza City;Gaza Strip;Ramallah;West Bank;Rafah;Khan Younis
        Lebanon|Lebanese|Beirut
        Syria|Syrian;Syrians|Damascus;Aleppo;Idlib;Homs
        Jordan|Jordanian;Jordanians|Amman
        Iraq|Iraqi;Iraqis|Baghdad;Mosul;Basra;Erbil
        Iran|Iranian;Iranians|Tehran;Isfahan;Natanz
        Saudi Arabia|Saudi;Saudis|Riyadh;Jeddah;Mecca
        Yemen|Yemeni;Yemenis|Sanaa;Aden
        Oman|Omani|Muscat
        United Arab Emirates;UAE|Emirati|Dubai;Abu Dhabi
        Qatar|Qatari|Doha
        Bahrain|Bahraini|Manama
        Kuwait|Kuwaiti|
        Egypt|Egyptian;Egyptians|Cairo;Alexandria
        Libya|Libyan;Libyans|Tripoli;Benghazi
        Tunisia|Tunisian|Tunis
        Algeria|Algerian|Algiers
        Morocco|Moroccan;Moroccans|Rabat;Casablanca;Marrakesh
        Sudan|Sudanese|Khartoum;Darfur
        South Sudan|South Sudanese|Juba
        Ethiopia|Ethiopian;Ethiopians|Addis Ababa;Tigray
        Eritrea|Eritrean|
        Somalia|Somali;Somalis|Mogadishu
        Kenya|Kenyan;Kenyans|Nairobi
        Uganda|Ugandan|Kampala
        Rwanda|Rwandan|Kigali
        Burundi|Burundian|
        Tanzania|Tanzanian|
        Democratic Republic of Congo;Congo;DRC|Congolese|Kinshasa;Goma
        Nigeria|Nigerian;Nigerians|Abuja;Lagos
        Ghana|Ghanaian|Accra
        Ivory Coast|Ivorian|Abidjan
        Senegal|Senegalese|Dakar
        Mali|Malian|Bamako
        Niger|Nigerien|Niamey
        Burkina Faso|Burkinabe|
        Cameroon|Cameroonian|
        Chad|Chadian|
        Angola|Angolan|Luanda
        Mozambique|Mozambican|Maputo
        Zambia|Zambian|Lusaka
        Zimbabwe|Zimbabwean|Harare
        Botswana|Botswanan|
        Namibia|Namibian|
        South Africa|South African;South Africans|Johannesburg;Cape Town;Pretoria;Durban
        Madagascar|Malagasy|
        Soviet Union;USSR|Soviet;Soviets|
        Europe|European;Europeans|
        Africa|African;Africans|
        Asia|Asian;Asians|
        """

    private static let bodies: StaticString = """
        White House;Kremlin;Pentagon;Capitol;United Nations;UN;U.N.;European Union;EU;E.U.;European Commission
        European Parliament;European Council;NATO;Senate;U.S. Senate;House of Representatives;Congress;State Department
        Treasury;Supreme Court;Federal Reserve;Fed;FBI;CIA;NSA;NYPD;IMF;World Bank;WHO;World Health Organization;OPEC;WTO
        Downing Street;House of Commons;House of Lords;Bundestag;Duma;State Duma;Verkhovna Rada;Knesset;Hamas;Hezbollah
        Taliban;Islamic State;ISIS;Al Qaeda;al-Qaeda;Wagner;FSB;GRU;SBU;Mossad;ECB;European Central Bank;Bank of England
        Google;Facebook;Twitter;Amazon;Apple;Microsoft;Boeing;Airbus;Tesla;Gazprom;Rosneft;Lukoil;Volkswagen;Toyota;Walmart
        Pfizer;Moderna;AstraZeneca;Nike;Uber;Netflix;Intel;Nvidia;OpenAI;SpaceX;Starlink;YouTube;Instagram;Telegram;WhatsApp
        TikTok;Republican Party;Democratic Party;Labour;Labour Party;Conservative Party;GOP;DNC;RNC;Red Cross;Greenpeace
        """

    private static let creeds: StaticString = """
        Republican;Republicans;Democrat;Democrats;Democratic;Tory;Tories;Conservatives;Muslim;Muslims;Christian;Christians
        Jewish;Jew;Jews;Catholic;Catholics;Orthodox;Protestant;Sunni;Shiite;Shia;Islamist;Islamists;Nazi;Nazis;Communist
        Kurdish;Kurds;Arab;Arabs;Islam;Islamic;Brexit;Covid;Covid-19;COVID-19;Latino;Latinos;Hispanic;Hispanics;Western
        African-American;African-Americans;African Americans;Nobel Peace Prize;World Cup;Olympics;Olympic Games;Grand Prix
        """

    private static let others: StaticString = """
        Alabama;Alaska;Arizona;Arkansas;California;Colorado;Connecticut;Delaware;Florida;Hawaii;Idaho;Illinois;Indiana;Iowa
        Kansas;Kentucky;Louisiana;Maine;Maryland;Massachusetts;Michigan;Minnesota;Mississippi;Missouri;Montana;Nebraska;Nevada
        New Hampshire;New Jersey;New Mexico;North Carolina;North Dakota;Ohio;Oklahoma;Oregon;Pennsylvania;Rhode Island
        South Carolina;South Dakota;Tennessee;Texas;Utah;Vermont;Virginia;West Virginia;Wisconsin;Wyoming;Puerto Rico
        Middle East;North America;South America;Latin America;Central America;Southeast Asia;Eastern Europe;Western Europe
        Crimea;Donbas;Donbass;Chechnya;Catalonia;Bavaria;Siberia;Caucasus;Balkans;Baltic;Scandinavia;Sahel;Kurdistan;Kashmir
        Atlantic;Pacific;Mediterranean;Black Sea;Baltic Sea;Red Sea;Persian Gulf;Strait of Hormuz;South China Sea;Arctic
        Antarctica;Caribbean;Suez Canal;Panama Canal;Golan Heights;Silicon Valley;Capitol Hill;Mar-a-Lago;Camp David
        """
}
