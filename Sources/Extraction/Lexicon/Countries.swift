extension PlaceNames {
    /// Code of ISO 3166-1 (nations of the United Kingdom: 3166-2; XK and SU are in common use) | names, the first of
    /// which is the one to go by | adjective and people | capital and other big cities.
    static let countries: StaticString = """
        US|United States;United States of America;U.S.;US;USA;U.S.A.;America|American;Americans|Washington;New York City;New York;Los Angeles;Chicago;Houston;Boston;San Francisco;Philadelphia;Miami;Detroit;Seattle;Atlanta;Dallas;Denver;Las Vegas;New Orleans;San Diego;Cleveland;Baltimore;Pittsburgh;St. Louis;Minneapolis;Phoenix;Manhattan;Brooklyn;Hollywood;Washington, D.C.
        GB|United Kingdom;UK;U.K.;Britain;Great Britain|British;Briton;Britons|London;Manchester;Birmingham;Liverpool;Leeds;Bristol;Edinburgh;Glasgow;Cardiff;Belfast;Oxford;Cambridge
        GB-ENG|England|English|
        GB-SCT|Scotland|Scottish;Scots|
        GB-WLS|Wales|Welsh|
        GB-NIR|Northern Ireland|Northern Irish|
        IE|Ireland|Irish|Dublin;Cork
        FR|France|French|Paris;Marseille;Lyon;Strasbourg;Bordeaux
        DE|Germany|German;Germans|Berlin;Munich;Hamburg;Frankfurt;Cologne;Dresden;Leipzig;Stuttgart
        IT|Italy|Italian;Italians|Rome;Milan;Naples;Turin;Venice;Florence;Genoa;Palermo
        ES|Spain|Spanish;Spaniard;Spaniards|Madrid;Barcelona;Valencia;Seville
        PT|Portugal|Portuguese|Lisbon;Porto
        NL|Netherlands;The Netherlands;Holland|Dutch|Amsterdam;Rotterdam;The Hague
        BE|Belgium|Belgian;Belgians|Brussels;Antwerp
        LU|Luxembourg|Luxembourgish|
        CH|Switzerland|Swiss|Geneva;Zurich;Bern;Davos
        AT|Austria|Austrian;Austrians|Vienna;Salzburg
        PL|Poland|Polish;Poles|Warsaw;Krakow;Gdansk
        CZ|Czech Republic;Czechia|Czech;Czechs|Prague;Brno
        SK|Slovakia|Slovak;Slovaks|Bratislava
        HU|Hungary|Hungarian;Hungarians|Budapest
        RO|Romania|Romanian;Romanians|Bucharest
        BG|Bulgaria|Bulgarian;Bulgarians|Sofia
        GR|Greece|Greek;Greeks|Athens;Thessaloniki
        TR|Turkey;Türkiye|Turkish;Turks|Ankara;Istanbul;Izmir
        CY|Cyprus|Cypriot;Cypriots|Nicosia
        RS|Serbia|Serbian;Serb;Serbs|Belgrade
        HR|Croatia|Croatian;Croats|Zagreb
        SI|Slovenia|Slovenian|Ljubljana
        BA|Bosnia;Bosnia and Herzegovina|Bosnian;Bosnians|Sarajevo
        XK|Kosovo|Kosovar|Pristina
        ME|Montenegro|Montenegrin|
        MK|North Macedonia;Macedonia|Macedonian|Skopje
        AL|Albania|Albanian;Albanians|Tirana
        MD|Moldova|Moldovan;Moldovans|Chisinau
        UA|Ukraine|Ukrainian;Ukrainians|Kyiv;Kiev;Kharkiv;Odesa;Odessa;Lviv;Dnipro;Donetsk;Luhansk;Mariupol;Kherson;Zaporizhzhia;Bakhmut;Sevastopol
        RU|Russia;Russian Federation|Russian;Russians|Moscow;St. Petersburg;Saint Petersburg;Kursk;Belgorod;Rostov;Kazan;Vladivostok;Grozny
        BY|Belarus|Belarusian;Belarusians|Minsk
        LT|Lithuania|Lithuanian;Lithuanians|Vilnius
        LV|Latvia|Latvian;Latvians|Riga
        EE|Estonia|Estonian;Estonians|Tallinn
        FI|Finland|Finnish;Finns|Helsinki
        SE|Sweden|Swedish;Swedes|Stockholm;Gothenburg;Malmo
        NO|Norway|Norwegian;Norwegians|Oslo;Bergen
        DK|Denmark|Danish;Danes|Copenhagen
        IS|Iceland|Icelandic|Reykjavik
        GL|Greenland|Greenlandic|Nuuk
        MT|Malta|Maltese|Valletta
        GE|Georgia|Georgian;Georgians|Tbilisi
        AM|Armenia|Armenian;Armenians|Yerevan
        AZ|Azerbaijan|Azerbaijani;Azeri|Baku
        KZ|Kazakhstan|Kazakh;Kazakhs|Astana;Almaty
        UZ|Uzbekistan|Uzbek|Tashkent;Samarkand
        TM|Turkmenistan|Turkmen|
        KG|Kyrgyzstan|Kyrgyz|Bishkek
        TJ|Tajikistan|Tajik|Dushanbe
        AF|Afghanistan|Afghan;Afghans|Kabul;Kandahar;Herat
        PK|Pakistan|Pakistani;Pakistanis|Islamabad;Karachi;Lahore;Peshawar
        IN|India|Indian;Indians|New Delhi;Delhi;Mumbai;Kolkata;Chennai;Bangalore;Bengaluru;Hyderabad
        BD|Bangladesh|Bangladeshi;Bangladeshis|Dhaka
        LK|Sri Lanka|Sri Lankan|Colombo
        NP|Nepal|Nepali;Nepalese|Kathmandu
        BT|Bhutan|Bhutanese|
        MM|Myanmar;Burma|Burmese|Yangon;Naypyidaw
        TH|Thailand|Thai;Thais|Bangkok
        VN|Vietnam|Vietnamese|Hanoi;Ho Chi Minh City
        KH|Cambodia|Cambodian|Phnom Penh
        LA|Laos|Laotian|
        MY|Malaysia|Malaysian;Malaysians|Kuala Lumpur
        SG|Singapore|Singaporean|
        ID|Indonesia|Indonesian;Indonesians|Jakarta;Bali
        PH|Philippines;The Philippines|Filipino;Filipinos;Philippine|Manila
        CN|China;People's Republic of China|Chinese|Beijing;Shanghai;Shenzhen;Guangzhou;Wuhan;Xinjiang;Tibet
        HK|Hong Kong|Hongkonger|
        TW|Taiwan|Taiwanese|Taipei
        JP|Japan|Japanese|Tokyo;Osaka;Kyoto;Hiroshima;Fukushima;Okinawa
        KR|South Korea;Korea;Republic of Korea|South Korean;South Koreans;Korean;Koreans|Seoul;Busan
        KP|North Korea|North Korean;North Koreans|Pyongyang
        MN|Mongolia|Mongolian|Ulaanbaatar
        AU|Australia|Australian;Australians|Canberra;Sydney;Melbourne;Brisbane;Perth;Adelaide
        NZ|New Zealand|New Zealander;New Zealanders|Wellington;Auckland;Christchurch
        CA|Canada|Canadian;Canadians|Ottawa;Toronto;Montreal;Vancouver;Quebec;Calgary
        MX|Mexico|Mexican;Mexicans|Mexico City;Tijuana
        CU|Cuba|Cuban;Cubans|Havana
        HT|Haiti|Haitian;Haitians|Port-au-Prince
        JM|Jamaica|Jamaican|Kingston
        VE|Venezuela|Venezuelan;Venezuelans|Caracas
        CO|Colombia|Colombian;Colombians|Bogota
        EC|Ecuador|Ecuadorian|Quito
        PE|Peru|Peruvian|Lima
        BO|Bolivia|Bolivian|La Paz
        BR|Brazil|Brazilian;Brazilians|Brasilia;Sao Paulo;Rio de Janeiro
        AR|Argentina|Argentine;Argentinian;Argentines|Buenos Aires
        CL|Chile|Chilean;Chileans|Santiago
        UY|Uruguay|Uruguayan|Montevideo
        PY|Paraguay|Paraguayan|Asuncion
        GT|Guatemala|Guatemalan|
        HN|Honduras|Honduran|
        SV|El Salvador|Salvadoran|
        NI|Nicaragua|Nicaraguan|Managua
        CR|Costa Rica|Costa Rican|
        PA|Panama|Panamanian|Panama City
        IL|Israel|Israeli;Israelis|Jerusalem;Tel Aviv;Haifa
        PS|Palestine|Palestinian;Palestinians|Gaza;Gaza City;Gaza Strip;Ramallah;West Bank;Rafah;Khan Younis
        LB|Lebanon|Lebanese|Beirut
        SY|Syria|Syrian;Syrians|Damascus;Aleppo;Idlib;Homs
        JO|Jordan|Jordanian;Jordanians|Amman
        IQ|Iraq|Iraqi;Iraqis|Baghdad;Mosul;Basra;Erbil
        IR|Iran|Iranian;Iranians|Tehran;Isfahan;Natanz
        SA|Saudi Arabia|Saudi;Saudis|Riyadh;Jeddah;Mecca
        YE|Yemen|Yemeni;Yemenis|Sanaa;Aden
        OM|Oman|Omani|Muscat
        AE|United Arab Emirates;UAE|Emirati|Dubai;Abu Dhabi
        QA|Qatar|Qatari|Doha
        BH|Bahrain|Bahraini|Manama
        KW|Kuwait|Kuwaiti|
        EG|Egypt|Egyptian;Egyptians|Cairo;Alexandria
        LY|Libya|Libyan;Libyans|Tripoli;Benghazi
        TN|Tunisia|Tunisian|Tunis
        DZ|Algeria|Algerian|Algiers
        MA|Morocco|Moroccan;Moroccans|Rabat;Casablanca;Marrakesh
        SD|Sudan|Sudanese|Khartoum;Darfur
        SS|South Sudan|South Sudanese|Juba
        ET|Ethiopia|Ethiopian;Ethiopians|Addis Ababa;Tigray
        ER|Eritrea|Eritrean|
        SO|Somalia|Somali;Somalis|Mogadishu
        KE|Kenya|Kenyan;Kenyans|Nairobi
        UG|Uganda|Ugandan|Kampala
        RW|Rwanda|Rwandan|Kigali
        BI|Burundi|Burundian|
        TZ|Tanzania|Tanzanian|
        CD|Democratic Republic of Congo;Congo;DRC|Congolese|Kinshasa;Goma
        NG|Nigeria|Nigerian;Nigerians|Abuja;Lagos
        GH|Ghana|Ghanaian|Accra
        CI|Ivory Coast;Côte d'Ivoire|Ivorian|Abidjan
        SN|Senegal|Senegalese|Dakar
        ML|Mali|Malian|Bamako
        NE|Niger|Nigerien|Niamey
        BF|Burkina Faso|Burkinabe|
        CM|Cameroon|Cameroonian|
        TD|Chad|Chadian|
        AO|Angola|Angolan|Luanda
        MZ|Mozambique|Mozambican|Maputo
        ZM|Zambia|Zambian|Lusaka
        ZW|Zimbabwe|Zimbabwean|Harare
        BW|Botswana|Botswanan|
        NA|Namibia|Namibian|
        ZA|South Africa|South African;South Africans|Johannesburg;Cape Town;Pretoria;Durban
        MG|Madagascar|Malagasy|
        SU|Soviet Union;USSR|Soviet;Soviets|
        |Europe|European;Europeans|
        |Africa|African;Africans|
        |Asia|Asian;Asians|
        AD|Andorra|Andorran;Andorrans|Andorra la Vella
        AG|Antigua and Barbuda;Antigua|Antiguan;Antiguans|
        AI|Anguilla||
        AW|Aruba|Aruban|
        BB|Barbados|Barbadian;Barbadians|Bridgetown
        BJ|Benin|Beninese|Cotonou;Porto-Novo
        BM|Bermuda|Bermudian;Bermudians|
        BN|Brunei;Brunei Darussalam|Bruneian|Bandar Seri Begawan
        BS|Bahamas;The Bahamas|Bahamian;Bahamians|Nassau
        BZ|Belize|Belizean;Belizeans|Belmopan
        CF|Central African Republic|Central African|Bangui
        CG|Republic of the Congo;Republic of Congo;Congo-Brazzaville||Brazzaville
        CK|Cook Islands||
        CV|Cape Verde;Cabo Verde|Cape Verdean;Cape Verdeans|Praia
        CW|Curacao;Curaçao||Willemstad
        DJ|Djibouti|Djiboutian|
        DM|Dominica||Roseau
        DO|Dominican Republic|Dominican;Dominicans|Santo Domingo
        EH|Western Sahara|Sahrawi;Sahrawis|
        FJ|Fiji|Fijian;Fijians|Suva
        FK|Falkland Islands;Falklands|Falkland Islander;Falkland Islanders|
        FM|Micronesia;Federated States of Micronesia|Micronesian;Micronesians|
        FO|Faroe Islands|Faroese|
        GA|Gabon|Gabonese|Libreville
        GD|Grenada|Grenadian;Grenadians|
        GF|French Guiana||
        GI|Gibraltar|Gibraltarian;Gibraltarians|
        GM|Gambia;The Gambia|Gambian;Gambians|Banjul
        GN|Guinea|Guinean;Guineans|Conakry
        GP|Guadeloupe||
        GQ|Equatorial Guinea|Equatorial Guinean|Malabo
        GU|Guam||
        GW|Guinea-Bissau||Bissau
        GY|Guyana|Guyanese|
        IM|Isle of Man|Manx|
        KI|Kiribati||
        KM|Comoros|Comorian;Comorians|
        KN|Saint Kitts and Nevis;St. Kitts and Nevis||
        KY|Cayman Islands|Caymanian;Caymanians|
        LC|Saint Lucia;St. Lucia||
        LI|Liechtenstein||Vaduz
        LR|Liberia|Liberian;Liberians|Monrovia
        LS|Lesotho|Basotho|Maseru
        MC|Monaco|Monegasque|Monte Carlo
        MH|Marshall Islands|Marshallese|
        MO|Macau;Macao|Macanese|
        MQ|Martinique||
        MR|Mauritania|Mauritanian;Mauritanians|Nouakchott
        MU|Mauritius|Mauritian;Mauritians|Port Louis
        MV|Maldives;The Maldives|Maldivian;Maldivians|
        MW|Malawi|Malawian;Malawians|Lilongwe
        NC|New Caledonia|New Caledonian|Noumea
        NR|Nauru|Nauruan|
        PF|French Polynesia|French Polynesian|Tahiti
        PG|Papua New Guinea|Papua New Guinean|Port Moresby
        PW|Palau|Palauan|
        SB|Solomon Islands|Solomon Islander;Solomon Islanders|Honiara
        SC|Seychelles|Seychellois|
        SL|Sierra Leone|Sierra Leonean;Sierra Leoneans|Freetown
        SM|San Marino|Sammarinese|
        SR|Suriname|Surinamese|Paramaribo
        ST|Sao Tome and Principe;São Tomé and Príncipe||
        SZ|Eswatini;Swaziland|Swazi;Swazis|
        TC|Turks and Caicos Islands;Turks and Caicos||
        TG|Togo|Togolese|
        TL|East Timor;Timor-Leste|East Timorese;Timorese|Dili
        TO|Tonga|Tongan;Tongans|
        TT|Trinidad and Tobago|Trinidadian;Trinidadians|Port of Spain
        TV|Tuvalu|Tuvaluan|
        VA|Vatican City;Vatican;The Vatican;Holy See||
        VC|Saint Vincent and the Grenadines;St. Vincent and the Grenadines||
        VG|British Virgin Islands||
        VI|U.S. Virgin Islands;US Virgin Islands||
        VU|Vanuatu||
        WS|Samoa|Samoan;Samoans|Apia
        """
}
