extension Lexicon {
    static let roleWords: [(StaticString, WordClass)] = [
        (
            """
            president premier chancellor king prince sultan emir pope minister secretary governor senator mayor ambassador
            envoy diplomat spokesman spokesperson chairman chair chairperson chief director head leader commander general
            colonel major captain lieutenant admiral sergeant marshal judge justice prosecutor attorney lawyer solicitor
            detective inspector sheriff officer agent commissioner superintendent constable professor doctor dr analyst
            economist strategist scientist researcher historian expert author writer editor reporter journalist
            correspondent columnist host anchor presenter producer actor singer comedian artist musician coach manager
            captain striker goalkeeper midfielder defender founder co-founder owner executive ceo cfo cto president-elect
            congressman representative lawmaker mp delegate councillor councilman councillor candidate nominee pollster
            adviser advisor aide counsel treasurer principal superintendent coordinator organiser organizer activist
            campaigner critic bishop archbishop cardinal rabbi imam reverend father veteran dictator tsar oligarch
            billionaire businessman entrepreneur developer engineer architect physician surgeon nurse teacher student
            farmer fisherman baker pilot driver speaker whip deputy vice-president undersecretary negotiator mediator
            broker regulator inspector trader investor banker baron lord lord-mayor provost dean chef pastor priest minister-president
            """, .role
        ),
        (
            """
            chairwoman spokeswoman congresswoman councilwoman businesswoman queen princess actress duchess mother wife
            daughter sister widow policewoman waitress baroness lady
            """, [.role, .femaleRole]
        ),
        (
            """
            chairman spokesman congressman councilman businessman king prince actor father husband son brother pope
            fisherman duke lord baron
            """, .maleRole
        ),
        (
            """
            former ex-president late then acting interim deputy vice prime foreign defence defense interior finance energy
            economy justice transport health education culture agriculture environment labour labor trade culture assistant
            associate senior chief general attorney house senate state national federal presidential republican democratic
            conservative liberal socialist communist opposition majority minority party parliamentary press campaign
            longtime veteran lead top first lieutenant executive managing founding regional district city county security
            intelligence army navy police air permanent special high supreme current future incoming outgoing elected
            disgraced billionaire fellow
            """, .roleModifier
        ),
        ("mr dr sir lord prof hon sen rep gov gen lt col sgt capt cmdr maj adm rev fr messrs president pope", .title),
        ("mrs ms miss mx madam dame lady", [.title, .femaleTitle]),
        (
            """
            ministry department agency bureau council commission committee university college institute institution school
            academy bank corporation company group association federation union party parliament congress senate court
            tribunal army navy force forces guard police service services office administration authority organisation
            organization foundation fund trust society league alliance coalition front movement network board chamber
            assembly club hospital church museum museums press center centre laboratory exchange cabinet kremlin pentagon
            government directorate secretariat brigade battalion regiment division guards airlines airways motors energy
            oil gas steel mining pharma pharmaceuticals technologies systems industries holdings partners capital
            securities insurance bancorp financial nations watch campaign response works brothers studios entertainment
            """, .organisation
        ),
        (
            "inc ltd llc plc corp co gmbh ag sa nv se oyj ab asa spa ooo oao pao jsc pjsc corporation incorporated",
            .organisationSuffix
        ),
        (
            """
            government police army military administration parliament court council party company firm bank agency ministry
            department commission committee union university office team campaign group authorities ministry regulator
            association organisation organization coalition opposition kremlin embassy delegation board cabinet staff
            prosecution defence defense senate house congress church federation society institute watchdog charity
            """, .body
        ),
        (
            """
            publication newspaper paper daily weekly magazine journal tabloid broadsheet agency outlet broadcaster network
            channel website site portal newswire journalists reporters media
            """, .outletNoun
        ),
        (
            """
            times post herald tribune gazette chronicle ledger register sentinel dispatch observer courier journal telegraph
            guardian mirror globe inquirer examiner bulletin daily weekly news broadcasting television radio tv press
            magazine newspaper argus echo monitor review today
            """, .outletName
        ),
        (
            """
            official officials source sources person people interlocutor interlocutors insider insiders diplomat diplomats
            aide aides adviser advisers advisor advisors lawmaker lawmakers expert experts analyst analysts critic critics
            witness witnesses resident residents investigator investigators prosecutor prosecutors researcher researchers
            scientist scientists doctor doctors lawyer lawyers supporter supporters voter voters man woman men women
            student students worker workers soldier soldiers officer officers economist economists trader traders
            executive executives employee employees activist activists campaigner campaigners spokesman spokeswoman
            spokesperson representative representatives member members colleague colleagues friend friends neighbour
            neighbor neighbours neighbors relative relatives family minister ministers leader leaders senator senators
            politician politicians republicans democrats underwriter underwriters teacher teachers farmer farmers
            parent parents mother father player players observer observers historian historians others one author authors
            clerk clerks passenger passengers customer customers strategist strategists operative operatives veteran veterans participant participants owner owners
            """, .people
        ),
        (
            """
            source sources insider insiders interlocutor interlocutors official officials diplomat diplomats aide aides
            person people underwriter underwriters
            """, .source
        ),
        (
            """
            anonymity anonymous anonymously unnamed unidentified undisclosed familiar briefed condition knowledge
            """, .anonymity
        ),
        (
            """
            statement report letter memo document email post tweet message poll survey study article essay book filing
            lawsuit complaint indictment release data figures records results findings analysis review paper ruling
            transcript speech note caption sign headline testimony account interview
            """, .document
        ),
        (
            """
            view opinion position belief claim claims statement statements promise promises pledge vow argument message
            demand demands warning warnings threat threats assertion allegation allegations accusation accusations
            suggestion remark remarks comment comments assessment prediction conclusion call calls vows pledges
            insistence denial hope hopes fear fears concern concerns proposal plan decision intention
            """, .nominalCue
        ),
        (
            """
            falsely false untrue misleading misleadingly baseless baselessly unfounded groundless incorrectly wrongly
            absurdly absurd dishonestly deceptively supposedly fake fabricated debunked mendacious mendaciously groundlessly
            erroneously untruthfully unfoundedly fictitious lying
            """, .stanceClaim
        ),
        (
            """
            cynically cynical hypocritically hypocritical arrogantly brazenly brazen shamelessly shameless hysterically
            boastfully mockingly ominously grotesquely pompously outrageously defiantly contemptuously disingenuously
            gleefully triumphantly rudely smugly insolently impudently sarcastically scornfully theatrically hysterically
            haughtily condescendingly maliciously spitefully cheekily demagogically
            """, .stanceManner
        ),
        (
            """
            illegitimate dictator self-proclaimed so-called tyrant autocrat despot usurper disgraced notorious strongman
            propagandist war-criminal puppet odious self-appointed so-called infamous tyrannical usurping self-styled
            """, .stanceSpeaker
        ),
        ("de del della di da dos du van von der den la le el al bin ibn ben ter ten zu y", .nameParticle),
        (
            """
            sea ocean river lake bay gulf strait island islands mountain mountains mount valley county province region
            state city district peninsula desert canal port street avenue road square bridge airport harbour harbor beach
            park coast oblast kray territory village town
            """, .placeNoun
        ),
        (
            "cup championship olympics games war festival prize award act treaty agreement open grand prix election",
            .eventNoun
        ),
    ]
}
