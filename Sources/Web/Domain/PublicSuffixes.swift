/// The suffixes of more than one label under which domains are registered.
///
/// Assembled by hand from the registries' policies, for the places that news comes from. The Public Suffix List is larger,
/// but it changes weekly, and answers must not. Not here: Norwegian and Japanese municipalities, Italian provinces, American
/// school districts, museums and airlines.
enum PublicSuffixes {
    /// Second-level labels by top-level domain.
    static let secondLevel: [String: Set<Substring>] = {
        var table: [String: Set<Substring>] = [:]
        for line in lines.split(separator: "\n") {
            let labels = line.split(separator: " ")
            guard let top = labels.first else { continue }
            table[String(top), default: []].formUnion(labels.dropFirst())
        }
        return table
    }()

    /// Top-level domains of which every second-level label is a suffix, but for some.
    static let wildcards: [String: Set<String>] = [
        "bd": [], "ck": ["www"], "er": [], "fk": [], "jm": [], "kh": [], "mm": [], "np": [], "pg": [],
    ]

    /// Platforms whose customers are sites of their own and private registries, as the Public Suffix List's private
    /// section has them.
    static let platforms = Set(
        """
        blogspot.com github.io gitlab.io herokuapp.com netlify.app pages.dev vercel.app web.app \
        firebaseapp.com appspot.com azurewebsites.net cloudfront.net wixsite.com myshopify.com ghost.io \
        translate.goog uk.com us.com eu.com de.com co.com uk.net gb.net se.net jp.net jpn.com ru.com sa.com \
        za.com br.com cn.com hu.net in.net com.de co.nl co.no com.se us.org com.ru net.ru org.ru pp.ru \
        msk.ru msk.su spb.ru spb.su nov.ru gr.com in.rs priv.at biz.at info.at
        """.split(separator: " ").map { String($0) })
}

/// One top-level domain a line, then its second-level suffixes.
private let lines = """
    ac com edu gov mil net org
    ad nom
    ae ac co gov mil net org sch
    af com edu gov net org
    ag co com net nom org
    ai com net off org
    al com edu gov mil net org
    am co com commune net org
    ao co ed edu gob gov gv it og org pb
    ar bet com coop edu gob gov int mil musica mutual net org seg senasa tur
    as gov
    at ac co gv or sth
    au act asn com conf edu gov id info net nsw nt org oz qld sa tas vic wa
    aw com
    az biz com edu gov info int mil name net org pp pro
    ba com edu gov mil net org
    bb biz co com edu gov info net org store tv
    be ac
    bf gov
    bg 0 1 2 3 4 5 6 7 8 9 a b c d e f g h i j k l m n o p q r s t u v w x y z
    bh com edu gov net org
    bi co com edu or org
    bj africa agro architectes assur avocats co com eco econo edu info loisirs money net org ote restaurant resto \
    tourism univ
    bm com edu gov net org
    bn com edu gov net org
    bo academia agro arte blog bolivia ciencia com cooperativa democracia deporte ecologia economia edu empresa gob \
    indigena industria info int medicina mil movimiento musica natural net nombre noticias org patria plurinacional \
    politica profesional pueblo revista salud tecnologia tksat transporte tv web wiki
    br 9guacu abc adm adv agr aju am anani aparecida app arq art ato b barueri belem bet bhz bib bio blog bmd \
    boavista bsb campinagrande campinas caxias cim cng cnt com contagem coop coz cri cuiaba curitiba cx def des det \
    dev ecn eco edu emp gov
    enf com eng esp etc eti far feira flog floripa fm fnd fortal fot foz fst g12 geo ggf goiania gov gru imb ind \
    inf io jab jampa jdf joinville jor jus leg leilao lel log londrina macapa maceio manaus maringa mat med mil \
    morena mp mus natal
    net co edu gov net niteroi nom not ntr odo ong org osasco palmas pn poa ppg pro psc psi pvh qsl radio rec \
    recife rep ribeirao rio riobranco riopreto salvador sampa santamaria santoandre saobernardo saogonca seg sjc \
    slg slz sorocaba srv taxi tc tec
    pro aaa aca acct avocat bar cpa eng jur law med recht
    pw belau co ed go ne or
    sx gov
    teo the tmp trd tur tv udi vet vix vlog wiki zlg
    bs com edu gov net org
    bt com edu gov net org
    bw ac co gov net org
    by com gov mil of
    bz co com edu gov net org
    ca ab bc gc mb nb nf nl ns nt nu on pe qc sk yk
    cd gov
    ci ac asso co com ed edu go gouv int md net or org presse
    cl co gob gov mil
    cm co com gov net
    cn ac ah bj com cq edu fj gd gov gs gx gz ha hb he hi hk hl hn jl js jx ln mil mo net nm nx org qh sc sd sh sn \
    sx tj tw xj xz yn zj
    co arts com edu firm gov info int mil net nom org rec web
    cr ac co ed fi go or sa
    cu com edu gob gov inf nat net org
    cv com edu id int net nome org publ
    cw com edu net org
    cy ac biz com ekloges gov ltd mil net org press pro tm
    cz gov
    dm co com edu gov net org
    do art com edu gob gov mil net org sld web
    dz art asso com edu gov net org pol soc tm
    ec com edu fin gob gov info k12 med mil net org pro
    ee aip com edu fie gov lib med org pri riik
    eg ac com edu eun gov info me mil name net org sci sport tv
    es com edu gob nom org
    et biz com edu gov info name net org
    fi aland
    fj ac biz com edu gov id info mil name net org pro
    fm com edu net org
    fr aeroport asso avocat avoues cci chambagri chirurgiens-dentistes com experts-comptables geometre-expert gouv \
    greta huissier-justice medecin nom notaires pharmacien port prd tm veterinaire
    gd edu gov
    ge com edu gov mil net org pvt school
    gg co net org
    gh biz com edu gov mil net org
    gi com edu gov ltd mod org
    gl co com edu net org
    gn ac com edu gov net org
    gp asso com edu mobi net org
    gr com edu gov net org
    gt com edu gob ind mil net org
    gu com edu gov guam info net org web
    gy co com edu gov net org
    hk com edu gov idv net org
    hn com edu gob mil net org
    hr com from iz name
    ht adult art asso com coop edu firm gouv info med net org perso pol pro rel shop
    hu 2000 agrar bolt casino city co erotica erotika film forum games hotel info ingatlan jogasz konyvelo lakas \
    media news org priv reklam sex shop sport suli szex tm tozsde utazas video
    id ac biz co desa go kop mil my net or ponpes sch web
    ie gov
    il ac co gov idf k12 muni net org
    im ac co com net org tt tv
    in 5g 6g ac ai am bank bihar biz business ca cn co com coop cs delhi dr edu er ernet eu fin firm gen gov \
    gujarat ind info int internet io me mil net nic org pg post pro res travel tv uk up us
    iq com edu gov mil net org
    ir ac co gov id net org sch
    is com edu gov int net org
    it edu gov
    je co net org
    jo agri ai com edu eng fm gov mil name net org per phd sch tv
    jp ac ad aichi akita aomori chiba co ed ehime fukui fukuoka fukushima gifu go gr gunma hiroshima hokkaido hyogo \
    ibaraki ishikawa iwate kagawa kagoshima kanagawa kochi kumamoto kyoto lg mie miyagi miyazaki nagano nagasaki \
    nara ne niigata oita okayama okinawa or osaka saga saitama shiga shimane shizuoka tochigi tokushima tokyo \
    tottori toyama wakayama yamagata yamaguchi yamanashi
    ke ac co go info me mobi ne or sc
    kg com edu gov mil net org
    ki biz com edu gov info net org
    km ass asso com coop edu gouv gov medecin mil nom notaires org pharmaciens prd presse tm veterinaire
    kn edu gov net org
    kp com edu gov org rep tra
    kr ac ai busan chungbuk chungnam co daegu daejeon es gangwon go gwangju gyeongbuk gyeonggi gyeongnam hs incheon \
    io it jeju jeonbuk jeonnam kg me mil ms ne or pe re sc seoul ulsan
    kw com edu emb gov ind net org
    ky com edu net org
    kz com edu gov mil net org
    la com edu gov info int net org per
    lb com edu gov net org
    lc co com edu gov l net org p
    lk ac assn com edu gov grp hotel int ltd net ngo org sch soc web
    lr com edu gov net org
    ls ac biz co edu gov info net org sc
    lt gov
    lv asn com conf edu gov id mil net org
    ly com edu gov id med net org plc sch
    ma ac co gov net org press
    mc asso tm
    me ac co edu gov its net org priv
    mg co com edu gov mil nom org prd tm
    mk com edu gov inf name net org
    ml ac art asso com edu gouv gov info inst net org pr presse
    mn edu gov org
    mo com edu gov net org
    mr gov
    ms com edu gov net org
    mt com edu net org
    mu ac co com gov net or org
    mv aero biz com coop edu gov info int mil museum name net org pro
    mw ac biz co com coop edu gov int museum net org
    mx com edu gob net org
    my biz com edu gov mil name net org
    mz ac adv co edu gov mil net org
    na alt ca cc co com dr gov in info mobi mx name net or org pro school tv us ws
    nc asso nom
    nf arts com firm info net other per rec store web
    ng com edu gov i mil mobi name net org sch
    ni ac biz co com edu gob in info int mil net nom org web
    no dep fhs folkebibl fylkesbibl herad idrett kommune mil museum priv stat vgs
    nr biz com edu gov info net org
    nz ac co cri geek gen govt health iwi kiwi maori mil net org parliament school
    om co com edu gov med museum net org pro
    pa abo ac com edu gob ing med net nom org sld
    pe com edu gob mil net nom org
    pf com edu org
    ph com edu gov i mil net ngo org
    pk ac biz com edu fam gkp gob gog gok gon gop gos gov info net org web
    pl agro aid atm augustow auto babia-gora bedzin beskidy bialowieza bialystok bielawa bieszczady biz boleslawiec \
    bydgoszcz bytom cieszyn com czeladz czest dlugoleka edu elblag elk glogow gmina gniezno gorlice gov grajewo gsm \
    ilawa info jaworzno jelenia-gora jgora kalisz karpacz kartuzy kaszuby katowice kazimierz-dolny kepno ketrzyn \
    klodzko kobierzyce kolobrzeg konin konskowola kutno lapy lebork legnica lezajsk limanowa lomza lowicz lubin \
    lukow mail malbork malopolska mazowsze mazury media miasta mielec mielno mil mragowo naklo net nieruchomosci \
    nom nowaruda nysa olawa olecko olkusz olsztyn opoczno opole org ostroda ostroleka ostrowiec ostrowwlkp pc pila \
    pisz podhale podlasie polkowice pomorskie pomorze powiat priv prochowice pruszkow przeworsk pulawy radom \
    rawa-maz realestate rel rybnik rzeszow sanok sejny sex shop sklep skoczow slask slupsk sos sosnowiec \
    stalowa-wola starachowice stargard suwalki swidnica swiebodzin swinoujscie szczecin szczytno szkola targi \
    tarnobrzeg tgory tm tourism travel turek turystyka tychy ustka walbrzych warmia warszawa waw wegrow wielun \
    wlocl wloclawek wodzislaw wolomin wroclaw zachpomor zagan zarow zgora zgorzelec
    pr ac biz com edu est gov info isla name net org pro prof
    ps com edu gov net org plo sec
    pt com edu gov int net nome org publ
    py com coop edu gov mil net org
    qa com edu gov mil name net org sch
    re asso com nom
    ro arts com firm info nom nt org rec store tm www
    rs ac co edu gov in org
    rw ac co coop gov mil net org
    sa com edu gov med net org pub sch
    sb com edu gov net org
    sc com edu gov net org
    sd com edu gov info med net org tv
    se a ac b bd brand c d e f fh fhsk fhv g h i k komforb kommunalforbund komvux l lanbib m n naturbruksgymn o org \
    p parti pp press r s t tm u w x y z
    sg com edu gov net org per
    sh com gov mil net org
    sl com edu gov net org
    sn art com edu gouv org perso univ
    so com edu gov me net org
    ss biz co com edu gov me net org sch
    st co com consulado edu embaixada mil net org principe saotome store
    sv com edu gob org red
    sy com edu gov mil net org
    sz ac co org
    th ac co go in mi net or
    tj ac biz co com edu go gov int mil name net nic org test web
    tl gov
    tm co com edu gov mil net nom org
    tn com ens fin gov ind info intl mincom nat net org perso tourism
    to com edu gov mil net org
    tr av bbs bel biz com dr edu gen gov info k12 kep mil name nc net org pol tel tsk tv web
    tt aero biz co com coop edu gov info int jobs mil mobi museum name net org pro travel
    tw club com ebiz edu game gov idv mil net org
    tz ac co go hotel info me mil mobi ne or sc tv
    ua cherkassy cherkasy chernigov chernihiv chernivtsi chernovtsy ck cn com cr crimea cv dn dnepropetrovsk \
    dnipropetrovsk donetsk dp edu gov if in ivano-frankivsk kh kharkiv kharkov kherson khmelnitskiy khmelnytskyi \
    kiev kirovograd km kr krym ks kv kyiv lg lt lugansk luhansk lutsk lv lviv mk mykolaiv net nikolaev od odesa \
    odessa org pl poltava rivne rovno rv sb sebastopol sevastopol sm sumy te ternopil uz uzhgorod uzhhorod vinnica \
    vinnytsia vn volyn yalta zakarpattia zaporizhzhe zaporizhzhia zhitomir zhytomyr zp zt
    ug ac co com go mil ne or org sc us
    uk ac co gov ltd me net nhs org plc police
    us ak al ar as az ca co ct dc de dni fed fl ga gu hi ia id il in isa ks ky la ma md me mi mn mo ms mt nc nd ne \
    nh nj nm nsn nv ny oh ok or pa pr ri sc sd tn tx ut va vi vt wa wi wv wy
    uy com edu gub mil net org
    uz co com net org
    vc com edu gov mil net org
    ve arts bib co com e12 edu firm gob gov ia info int mil net nom org rar rec store tec web
    vi co com k12 net org
    vn ac biz com edu gov health id info int io name net org pro
    vu com edu net org
    ws com edu gov net org
    ye com edu gov mil net org
    za ac agric alt co edu gov grondar law mil net ngo nic nis nom org school tm web
    zm ac biz co com edu gov info mil net org sch
    zw ac co gov mil org
    """
