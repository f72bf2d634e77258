extension OutletTable {
    /// Well-known outlets, one a line: name | kind | country (ISO 3166-1) | domains | other names.
    ///
    /// Kinds: a agency, b broadcaster, n newspaper or magazine, w web. A name that is an ordinary word as well stands
    /// here with its article only.
    static let known: StaticString = """
        Reuters|a|GB|reuters.com,thomsonreuters.com|Thomson Reuters;Reuters News Agency
        Associated Press|a|US|apnews.com,ap.org|The Associated Press;AP
        Agence France-Presse|a|FR|afp.com|AFP;Agence France Presse
        Bloomberg|a|US|bloomberg.com,bloomberglaw.com|Bloomberg News
        United Press International|a|US|upi.com|UPI
        Deutsche Presse-Agentur|a|DE|dpa.com,dpa-international.com|DPA
        ANSA|a|IT|ansa.it|
        EFE|a|ES|efe.com|Agencia EFE
        Europa Press|a|ES|europapress.es|
        Lusa|a|PT|lusa.pt|
        PA Media|a|GB|pamediagroup.com|Press Association;PA news agency
        Kyodo News|a|JP|kyodonews.net,kyodonews.jp|Kyodo
        Jiji Press|a|JP|jiji.com|
        Xinhua|a|CN|xinhuanet.com,news.cn|Xinhua News Agency;New China News Agency
        China News Service|a|CN|chinanews.com|
        Yonhap|a|KR|yna.co.kr|Yonhap News Agency;Yonhap News
        KCNA|a|KP|kcna.kp|Korean Central News Agency
        Press Trust of India|a|IN|ptinews.com|PTI
        Asian News International|a|IN|aninews.in|ANI
        Anadolu|a|TR|aa.com.tr|Anadolu Agency;Anadolu Ajansı
        IRNA|a|IR|irna.ir|Islamic Republic News Agency
        Tasnim|a|IR|tasnimnews.com|Tasnim News Agency
        Fars|a|IR|farsnews.ir|Fars News Agency;Fars News
        Mehr|a|IR|mehrnews.com|Mehr News Agency
        SANA|a|SY|sana.sy|Syrian Arab News Agency
        Saudi Press Agency|a|SA|spa.gov.sa|SPA
        WAM|a|AE|wam.ae|Emirates News Agency
        WAFA|a|PS|wafa.ps|
        MENA|a|EG|mena.org.eg|Middle East News Agency
        Petra|a|JO|petra.gov.jo|Petra News Agency;Jordan News Agency
        TASS|a|RU|tass.com,tass.ru|ITAR-TASS
        Interfax|a|RU|interfax.ru,interfax.com|
        RIA Novosti|a|RU|ria.ru|RIA
        Sputnik|a|RU|sputniknews.com,sputnikglobe.com|Sputnik News
        Ukrinform|a|UA|ukrinform.net,ukrinform.ua|
        Interfax-Ukraine|a|UA|interfax.com.ua|
        UNIAN|a|UA|unian.net,unian.ua,unian.info|
        RBC-Ukraine|a|UA|rbc.ua|RBK-Ukraine
        Ukrainian News|a|UA|ukranews.com|Ukrainian News Agency
        BelTA|a|BY|belta.by|
        PAP|a|PL|pap.pl|Polish Press Agency
        ČTK|a|CZ|ctk.cz,ceskenoviny.cz|Czech News Agency
        TASR|a|SK|tasr.sk|
        MTI|a|HU|mti.hu|
        Agerpres|a|RO|agerpres.ro|
        BTA|a|BG|bta.bg|Bulgarian News Agency
        Tanjug|a|RS|tanjug.rs|
        Hina|a|HR|hina.hr|
        BNS|a|LT|bns.lt,bns.ee,bns.lv|Baltic News Service
        LETA|a|LV|leta.lv|
        STT|a|FI|stt.fi|
        TT|a|SE|tt.se|TT News Agency
        NTB|a|NO|ntb.no|
        APA|a|AT|apa.at|Austria Press Agency
        Belga|a|BE|belga.be|Belga News Agency
        ANP|a|NL|anp.nl|
        Canadian Press|a|CA|thecanadianpress.com|The Canadian Press
        Australian Associated Press|a|AU|aap.com.au|AAP
        Agência Brasil|a|BR|agenciabrasil.ebc.com.br|
        Prensa Latina|a|CU|prensa-latina.cu,plenglish.com|
        Bernama|a|MY|bernama.com|
        CNN|b|US|cnn.com|Cable News Network;CNN International
        Fox News|b|US|foxnews.com|Fox News Channel
        Fox Business|b|US|foxbusiness.com|Fox Business Network
        NBC News|b|US|nbcnews.com|NBC
        MSNBC|b|US|msnbc.com,ms.now|
        CNBC|b|US|cnbc.com|
        CBS News|b|US|cbsnews.com|CBS
        ABC News|b|US|abcnews.go.com,abcnews.com|ABC
        PBS|b|US|pbs.org|PBS NewsHour
        NPR|b|US|npr.org|National Public Radio
        C-SPAN|b|US|c-span.org|
        Newsmax|b|US|newsmax.com|
        Univision|b|US|univision.com|
        Telemundo|b|US|telemundo.com|
        Voice of America|b|US|voanews.com|VOA
        Radio Free Europe/Radio Liberty|b|US|rferl.org|RFE/RL;Radio Free Europe;Radio Liberty;Radio Svoboda
        Radio Free Asia|b|US|rfa.org|RFA
        BBC|b|GB|bbc.com,bbc.co.uk|BBC News;British Broadcasting Corporation;BBC Radio;BBC World Service
        Sky News|b|GB|news.sky.com|
        ITV News|b|GB|itv.com|ITV
        Channel 4 News|b|GB|channel4.com|Channel 4
        GB News|b|GB|gbnews.com|
        LBC|b|GB|lbc.co.uk|
        RTÉ|b|IE|rte.ie|
        Euronews|b|FR|euronews.com|
        France 24|b|FR|france24.com|
        RFI|b|FR|rfi.fr|Radio France Internationale
        Radio France|b|FR|radiofrance.fr,francetvinfo.fr|Franceinfo
        TF1|b|FR|tf1info.fr,tf1.fr|
        BFM TV|b|FR|bfmtv.com|BFMTV
        LCI|b|FR|lci.fr|
        ARD|b|DE|ard.de,tagesschau.de|Tagesschau
        ZDF|b|DE|zdf.de,zdfheute.de|
        Deutsche Welle|b|DE|dw.com|DW
        Deutschlandfunk|b|DE|deutschlandfunk.de|
        RTL|b|DE|rtl.de,n-tv.de|
        ORF|b|AT|orf.at|
        SRF|b|CH|srf.ch|
        RAI|b|IT|rai.it,rainews.it|
        Sky TG24|b|IT|tg24.sky.it|
        RTVE|b|ES|rtve.es|
        RTP|b|PT|rtp.pt|
        NOS|b|NL|nos.nl|
        VRT|b|BE|vrt.be|
        RTBF|b|BE|rtbf.be|
        SVT|b|SE|svt.se|
        NRK|b|NO|nrk.no|
        Yle|b|FI|yle.fi|
        TVP|b|PL|tvp.pl,tvp.info|
        TVN24|b|PL|tvn24.pl|
        Polsat News|b|PL|polsatnews.pl|
        RMF FM|b|PL|rmf24.pl|
        ERR|b|EE|err.ee|
        LRT|b|LT|lrt.lt|
        LSM|b|LV|lsm.lv|
        Suspilne|b|UA|suspilne.media|
        Hromadske|b|UA|hromadske.ua|
        Espreso|b|UA|espreso.tv|Espreso TV
        TSN|b|UA|tsn.ua|
        RT|b|RU|rt.com|Russia Today
        Rossiya 1|b|RU|vgtrk.ru,vesti.ru|
        Dozhd|b|RU|tvrain.tv|TV Rain
        CGTN|b|CN|cgtn.com|
        CCTV|b|CN|cctv.com|China Central Television
        NHK|b|JP|nhk.or.jp|
        KBS|b|KR|kbs.co.kr|
        CNA|b|SG|channelnewsasia.com|Channel NewsAsia
        NDTV|b|IN|ndtv.com|
        India Today|b|IN|indiatoday.in|
        Al Jazeera|b|QA|aljazeera.com,aljazeera.net|
        Al Arabiya|b|SA|alarabiya.net|
        Al Mayadeen|b|LB|almayadeen.net|
        Al-Manar|b|LB|almanar.com.lb|
        Press TV|b|IR|presstv.ir|
        Iran International|b|GB|iranintl.com|
        TRT World|b|TR|trtworld.com|TRT
        NTV|b|TR|ntv.com.tr|
        Kan|b|IL|kan.org.il|Kan News
        Channel 12|b|IL|mako.co.il,n12.co.il|
        CBC|b|CA|cbc.ca|CBC News;Canadian Broadcasting Corporation
        CTV News|b|CA|ctvnews.ca|
        Global News|b|CA|globalnews.ca|
        Australian Broadcasting Corporation|b|AU|abc.net.au|
        SBS|b|AU|sbs.com.au|
        RNZ|b|NZ|rnz.co.nz|Radio New Zealand
        SABC|b|ZA|sabc.co.za,sabcnews.com|
        TV Globo|b|BR|g1.globo.com,globo.com|Globo
        New York Times|n|US|nytimes.com|The New York Times;NYT;NY Times
        Washington Post|n|US|washingtonpost.com|The Washington Post;WaPo
        Wall Street Journal|n|US|wsj.com|The Wall Street Journal;WSJ
        USA Today|n|US|usatoday.com|
        Los Angeles Times|n|US|latimes.com|LA Times;L.A. Times
        New York Post|n|US|nypost.com|The New York Post
        Chicago Tribune|n|US|chicagotribune.com|
        Boston Globe|n|US|bostonglobe.com|The Boston Globe
        Boston Herald|n|US|bostonherald.com|
        Philadelphia Inquirer|n|US|inquirer.com|
        Miami Herald|n|US|miamiherald.com|
        San Francisco Chronicle|n|US|sfchronicle.com|
        Dallas Morning News|n|US|dallasnews.com|
        Houston Chronicle|n|US|houstonchronicle.com|
        Seattle Times|n|US|seattletimes.com|
        Denver Post|n|US|denverpost.com|
        Detroit News|n|US|detroitnews.com|
        Detroit Free Press|n|US|freep.com|
        Arizona Republic|n|US|azcentral.com|
        Des Moines Register|n|US|desmoinesregister.com|
        Tampa Bay Times|n|US|tampabay.com|
        New York Daily News|n|US|nydailynews.com|
        Washington Times|n|US|washingtontimes.com|The Washington Times
        Washington Examiner|n|US|washingtonexaminer.com|
        Christian Science Monitor|n|US|csmonitor.com|
        Newsweek|n|US|newsweek.com|
        Time|n|US|time.com|Time magazine;TIME magazine
        The Atlantic|n|US|theatlantic.com|
        The New Yorker|n|US|newyorker.com|New Yorker magazine
        The New Republic|n|US|newrepublic.com|
        The Nation|n|US|thenation.com|The Nation magazine
        National Review|n|US|nationalreview.com|
        Foreign Policy|n|US|foreignpolicy.com|Foreign Policy magazine
        Foreign Affairs|n|US|foreignaffairs.com|Foreign Affairs magazine
        Forbes|n|US|forbes.com|
        Fortune|n|US|fortune.com|Fortune magazine
        Barron's|n|US|barrons.com|
        Rolling Stone|n|US|rollingstone.com|
        Vanity Fair|n|US|vanityfair.com|
        Esquire|n|US|esquire.com|
        Variety|n|US|variety.com|Variety magazine
        The Hollywood Reporter|n|US|hollywoodreporter.com|Hollywood Reporter
        Wired|n|US|wired.com|Wired magazine
        Scientific American|n|US|scientificamerican.com|
        Stars and Stripes|n|US|stripes.com|
        Defense News|n|US|defensenews.com|
        The Hill|n|US|thehill.com|
        The Guardian|n|GB|theguardian.com,guardian.co.uk|Guardian newspaper
        The Observer|n|GB|observer.co.uk|
        The Times|n|GB|thetimes.co.uk,thetimes.com|The Times of London;Times of London
        The Sunday Times|n|GB|sunday-times.co.uk|Sunday Times
        Daily Telegraph|n|GB|telegraph.co.uk|The Daily Telegraph;The Telegraph
        Financial Times|n|GB|ft.com|The Financial Times;FT
        The Economist|n|GB|economist.com|
        The Independent|n|GB|independent.co.uk|
        Daily Mail|n|GB|dailymail.co.uk,mailonline.co.uk|The Daily Mail;MailOnline
        Daily Mirror|n|GB|mirror.co.uk|The Daily Mirror
        Daily Express|n|GB|express.co.uk|The Daily Express
        The Sun|n|GB|thesun.co.uk|The Sun newspaper
        Evening Standard|n|GB|standard.co.uk|
        The Scotsman|n|GB|scotsman.com|
        New Statesman|n|GB|newstatesman.com|
        The Spectator|n|GB|spectator.co.uk|
        New Scientist|n|GB|newscientist.com|
        Nature|n|GB|nature.com|Nature magazine
        Irish Times|n|IE|irishtimes.com|The Irish Times
        Irish Independent|n|IE|independent.ie|
        Le Monde|n|FR|lemonde.fr|
        Le Figaro|n|FR|lefigaro.fr|
        Libération|n|FR|liberation.fr|
        Le Parisien|n|FR|leparisien.fr|
        Les Échos|n|FR|lesechos.fr|
        L'Express|n|FR|lexpress.fr|
        Le Point|n|FR|lepoint.fr|
        Ouest-France|n|FR|ouest-france.fr|
        Der Spiegel|n|DE|spiegel.de|Spiegel
        Die Zeit|n|DE|zeit.de|
        Die Welt|n|DE|welt.de|Welt am Sonntag
        Frankfurter Allgemeine Zeitung|n|DE|faz.net|FAZ;Frankfurter Allgemeine
        Süddeutsche Zeitung|n|DE|sueddeutsche.de|
        Bild|n|DE|bild.de|Bild am Sonntag
        Handelsblatt|n|DE|handelsblatt.com|
        Tagesspiegel|n|DE|tagesspiegel.de|Der Tagesspiegel
        Die Tageszeitung|n|DE|taz.de|
        Der Standard|n|AT|derstandard.at|
        Die Presse|n|AT|diepresse.com|
        Neue Zürcher Zeitung|n|CH|nzz.ch|NZZ
        Corriere della Sera|n|IT|corriere.it|
        La Repubblica|n|IT|repubblica.it|
        La Stampa|n|IT|lastampa.it|
        Il Sole 24 Ore|n|IT|ilsole24ore.com|
        Il Messaggero|n|IT|ilmessaggero.it|
        El País|n|ES|elpais.com|
        El Mundo|n|ES|elmundo.es|
        La Vanguardia|n|ES|lavanguardia.com|
        Público|n|PT|publico.pt|
        De Volkskrant|n|NL|volkskrant.nl|
        De Telegraaf|n|NL|telegraaf.nl|
        NRC|n|NL|nrc.nl|NRC Handelsblad
        De Standaard|n|BE|standaard.be|
        Le Soir|n|BE|lesoir.be|
        Dagens Nyheter|n|SE|dn.se|
        Svenska Dagbladet|n|SE|svd.se|
        Aftonbladet|n|SE|aftonbladet.se|
        Expressen|n|SE|expressen.se|
        Aftenposten|n|NO|aftenposten.no|
        Politiken|n|DK|politiken.dk|
        Berlingske|n|DK|berlingske.dk|
        Jyllands-Posten|n|DK|jyllands-posten.dk|
        Helsingin Sanomat|n|FI|hs.fi|
        Gazeta Wyborcza|n|PL|wyborcza.pl|
        Rzeczpospolita|n|PL|rp.pl|
        Onet|w|PL|onet.pl|
        Postimees|n|EE|postimees.ee|
        Delfi|w|EE|delfi.ee,delfi.lv,delfi.lt|
        Denník N|n|SK|dennikn.sk|
        Telex|w|HU|telex.hu|
        Digi24|b|RO|digi24.ro|
        Kathimerini|n|GR|ekathimerini.com,kathimerini.gr|
        Ukrainska Pravda|w|UA|pravda.com.ua|Ukrayinska Pravda;European Pravda
        Kyiv Independent|w|UA|kyivindependent.com|The Kyiv Independent
        Kyiv Post|n|UA|kyivpost.com|
        Dzerkalo Tyzhnia|n|UA|zn.ua|Mirror of the Week
        Liga.net|w|UA|liga.net|
        NV|w|UA|nv.ua|New Voice of Ukraine
        Babel|w|UA|babel.ua|
        Censor.net|w|UA|censor.net|
        Obozrevatel|w|UA|obozrevatel.com|
        Meduza|w|LV|meduza.io|
        Novaya Gazeta|n|RU|novayagazeta.ru,novayagazeta.eu|Novaya Gazeta Europe
        Kommersant|n|RU|kommersant.ru|
        Vedomosti|n|RU|vedomosti.ru|
        Izvestia|n|RU|iz.ru|
        Rossiyskaya Gazeta|n|RU|rg.ru|
        Komsomolskaya Pravda|n|RU|kp.ru|
        Moscow Times|n|RU|themoscowtimes.com|The Moscow Times
        RBC|w|RU|rbc.ru|RBK
        The Insider|w|RU|theins.ru|
        Important Stories|w|RU|istories.media|
        Mediazona|w|RU|zona.media|
        Verstka|w|RU|verstka.media|
        Baza|w|RU|baza.io|
        Nasha Niva|n|BY|nashaniva.com|
        Zerkalo|w|BY|zerkalo.io|
        Haaretz|n|IL|haaretz.com,haaretz.co.il|
        Jerusalem Post|n|IL|jpost.com|The Jerusalem Post
        Times of Israel|w|IL|timesofisrael.com|The Times of Israel
        Yedioth Ahronoth|n|IL|ynet.co.il,ynetnews.com|Ynet
        Israel Hayom|n|IL|israelhayom.com|
        Hürriyet|n|TR|hurriyet.com.tr,hurriyetdailynews.com|
        Cumhuriyet|n|TR|cumhuriyet.com.tr|
        Al-Ahram|n|EG|ahram.org.eg|
        Asharq Al-Awsat|n|GB|aawsat.com|
        The National|n|AE|thenationalnews.com|
        Gulf News|n|AE|gulfnews.com|
        Dawn|n|PK|dawn.com|Dawn newspaper
        Times of India|n|IN|timesofindia.indiatimes.com,indiatimes.com|The Times of India
        Hindustan Times|n|IN|hindustantimes.com|
        The Hindu|n|IN|thehindu.com|
        Indian Express|n|IN|indianexpress.com|The Indian Express
        Economic Times|n|IN|economictimes.indiatimes.com|The Economic Times
        Global Times|n|CN|globaltimes.cn|
        People's Daily|n|CN|people.com.cn,people.cn|
        China Daily|n|CN|chinadaily.com.cn|
        Caixin|n|CN|caixin.com,caixinglobal.com|
        South China Morning Post|n|HK|scmp.com|SCMP
        Nikkei|n|JP|nikkei.com|Nikkei Asia;Nihon Keizai Shimbun
        Asahi Shimbun|n|JP|asahi.com|
        Yomiuri Shimbun|n|JP|yomiuri.co.jp|Yomiuri
        Mainichi Shimbun|n|JP|mainichi.jp|
        Japan Times|n|JP|japantimes.co.jp|The Japan Times
        Chosun Ilbo|n|KR|chosun.com|
        Korea Herald|n|KR|koreaherald.com|
        Hankyoreh|n|KR|hani.co.kr|
        Straits Times|n|SG|straitstimes.com|The Straits Times
        Bangkok Post|n|TH|bangkokpost.com|
        Jakarta Post|n|ID|thejakartapost.com|
        Kompas|n|ID|kompas.com|
        Rappler|w|PH|rappler.com|
        Philippine Daily Inquirer|n|PH|inquirer.net|
        Sydney Morning Herald|n|AU|smh.com.au|The Sydney Morning Herald
        The Age|n|AU|theage.com.au|
        The Australian|n|AU|theaustralian.com.au|
        New Zealand Herald|n|NZ|nzherald.co.nz|
        Globe and Mail|n|CA|theglobeandmail.com|The Globe and Mail
        Toronto Star|n|CA|thestar.com|
        National Post|n|CA|nationalpost.com|
        La Presse|n|CA|lapresse.ca|
        Folha de S.Paulo|n|BR|folha.uol.com.br|Folha de São Paulo
        O Estado de S. Paulo|n|BR|estadao.com.br|Estadão
        Clarín|n|AR|clarin.com|
        La Nación|n|AR|lanacion.com.ar|
        El Universal|n|MX|eluniversal.com.mx|
        Reforma|n|MX|reforma.com|
        El Mercurio|n|CL|emol.com|
        El Tiempo|n|CO|eltiempo.com|
        Granma|n|CU|granma.cu|
        Mail & Guardian|n|ZA|mg.co.za|
        Daily Maverick|w|ZA|dailymaverick.co.za|
        News24|w|ZA|news24.com|
        Premium Times|w|NG|premiumtimesng.com|
        Vanguard|n|NG|vanguardngr.com|Vanguard newspaper
        Daily Nation|n|KE|nation.africa|
        The East African|n|KE|theeastafrican.co.ke|
        Axios|w|US|axios.com|
        Politico|w|US|politico.com,politico.eu|POLITICO Europe
        Semafor|w|US|semafor.com|
        The Daily Beast|w|US|thedailybeast.com|Daily Beast
        BuzzFeed News|w|US|buzzfeednews.com,buzzfeed.com|BuzzFeed
        HuffPost|w|US|huffpost.com,huffingtonpost.com|Huffington Post;The Huffington Post
        Vox|w|US|vox.com|
        Slate|w|US|slate.com|Slate magazine
        Salon|w|US|salon.com|Salon magazine
        Mother Jones|w|US|motherjones.com|
        ProPublica|w|US|propublica.org|
        The Intercept|w|US|theintercept.com|
        Breitbart|w|US|breitbart.com|Breitbart News
        The Daily Caller|w|US|dailycaller.com|Daily Caller
        The Federalist|w|US|thefederalist.com|
        Drudge Report|w|US|drudgereport.com|
        Business Insider|w|US|businessinsider.com,insider.com|
        TechCrunch|w|US|techcrunch.com|
        The Verge|w|US|theverge.com|
        Ars Technica|w|US|arstechnica.com|
        MarketWatch|w|US|marketwatch.com|
        TMZ|w|US|tmz.com|
        Lawfare|w|US|lawfaremedia.org|
        Bellingcat|w|NL|bellingcat.com|
        EUobserver|w|BE|euobserver.com|
        Euractiv|w|BE|euractiv.com|
        Middle East Eye|w|GB|middleeasteye.net|
        openDemocracy|w|GB|opendemocracy.net|
        Mediapart|w|FR|mediapart.fr|
        Correctiv|w|DE|correctiv.org|
        Balkan Insight|w|BA|balkaninsight.com|BIRN
        The Diplomat|w|US|thediplomat.com|The Diplomat magazine
        The Conversation|w|AU|theconversation.com|
        The Wire|w|IN|thewire.in|
        Al-Monitor|w|US|al-monitor.com|
        """
}
