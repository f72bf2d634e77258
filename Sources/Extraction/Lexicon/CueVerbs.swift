extension CueLexicon {
    /// Lemma, kind, frames (see `Frames.init(letters:)`), and where irregular: past, gerund, participle.
    static let table: StaticString = """
        say says qtzwl said saying
        tell says qtzwoil told telling
        add says qtzl
        state says qtznl
        note says qtzl
        explain says qtzwl
        announce says qtznl
        report says qtznl
        declare says qtzl
        claim says qtzil
        argue says qtzl
        insist says qtzl
        stress says qtnl
        emphasize says qtnl
        emphasise says qtnl
        underline says qtnl
        underscore says tn
        highlight says tn
        reiterate says qtnl
        repeat says qtl
        acknowledge says qtznl
        admit says qtzl admitted admitting
        concede says qtzl
        confirm says qtznl
        affirm says qtnl
        assert says qtzl
        maintain says qtzl
        contend says qtzl
        allege says qtzl
        suggest says qtzl
        indicate says tz
        imply says tz
        hint says tl
        predict says qtznl
        forecast says tn forecast
        estimate says tz
        warn says qtzoli
        caution says qtol
        remind says qto
        inform says to
        assure says qto
        notify says to
        brief says o
        reply says qtl
        respond says qtl
        answer says qtl
        retort says qtl
        counter says qtl
        continue says ql
        conclude says qtl
        recall says qtnl
        remember says qtn
        recount says qtn
        remark says qtl
        observe says qtl
        comment says qtl
        quip says ql quipped quipping
        joke says qtl
        shout says ql
        yell says ql
        exclaim says ql
        whisper says ql
        sing says q sang singing sung
        scream says ql
        scold says q
        cry says ql
        lament says qtnl
        complain says qtl
        gripe says ql
        boast says qtl
        brag says qtl bragged bragging
        muse says ql
        reveal says qtznl
        disclose says tn
        testify says qtl
        clarify says qtnl
        specify says tw
        elaborate says q
        interject says ql
        agree says qtil
        disagree says q
        point says qtpl
        signal says t
        stipulate says t
        proclaim says qtl
        describe says na
        characterize says na
        characterise says na
        portray says na
        call says n
        label says na labelled labelling
        dub says n dubbed dubbing
        brand says na
        denounce says na
        condemn says n
        criticize says n
        criticise says n
        slam says n slammed slamming
        blast says n
        dismiss says na
        praise says n
        hail says na
        accuse says n
        mention says tn
        cite says n
        quote says n
        express says n
        outline says n
        discuss says n
        show says tw showed showing shown
        find says t found finding
        detail says n
        echo says qn
        posit says t
        theorize says t
        speculate says tl
        attest says t
        certify says t
        mock says qn
        sum says qp summed summing
        read says q read reading
        chant says q
        opine says qtl
        vent says q
        rule says t
        promise promises qtzil
        pledge promises qtil
        vow promises qtil
        swear promises qti swore swearing sworn
        guarantee promises tn
        offer promises iq
        threaten says it
        undertake promises i undertook undertaking undertaken
        commit promises i committed committing
        ask asks qwioltn
        inquire asks qwl
        enquire asks qwl
        wonder asks qwl
        question asks wn
        query asks qwl
        request asks tin
        beg asks qio begged begging
        plead asks q
        appeal asks q
        urge asks qtiol
        order orders qtio
        instruct orders io
        demand asks qtinl
        direct orders io
        command orders io
        recommend says qtn
        advise says qtiol
        propose says qtin
        encourage asks io
        invite asks io
        implore asks qio
        think thinks qtzl thought thinking
        believe thinks qtzl
        feel thinks tz felt feeling
        fear thinks tz
        hope thinks tzi
        expect thinks tzi
        know thinks tw knew knowing known
        doubt thinks twn
        suspect thinks tz
        consider thinks ta
        view thinks a
        see thinks a saw seeing seen
        regard thinks a
        assume thinks tz
        presume thinks t
        reckon thinks tzl
        want thinks i
        wish thinks i
        intend thinks i
        plan thinks i
        aim thinks i
        worry thinks tl
        realize thinks tw
        realise thinks tw
        understand thinks tw understood understanding
        learn thinks t
        decide thinks ti
        seek thinks i sought seeking
        refuse denies i
        decline denies i
        deny denies qtnl
        reject denies n
        refute denies tn
        dispute denies tn
        rebuff denies n
        write writes qtzl wrote writing written
        tweet writes qtznl
        retweet writes q
        post writes qtl
        blog writes qtl blogged blogging
        publish writes q
        email writes q
        text writes q
        pen writes q penned penning
        """
}
