/// The month that a folded word names in one of the languages below: 1 to 12.
func monthNamed(_ word: String) -> Int? {
    months[word]
}

private let months: [String: Int] = {
    var months: [String: Int] = [:]
    for (index, line) in monthLines.split(separator: "\n").enumerated() {
        for name in line.split(separator: " ") { months[foldedWord(name)] = index + 1 }
    }
    return months
}()

/// Full and short names, one month a line, in English, German, French, Spanish, Italian, Portuguese, Dutch, Swedish, Danish,
/// Norwegian, Finnish, Polish, Czech, Hungarian, Romanian, Turkish, Russian, Ukrainian and Greek. Where a language declines
/// them, both the cases that dates and headings use.
private let monthLines = """
    january jan januar jänner janvier janv enero ene gennaio gen janeiro januari tammikuu tammikuuta tammi styczeń stycznia \
    sty leden ledna január ianuarie ian ocak oca январь января янв січень січня січ ιανουάριος ιανουαρίου ιαν
    february feb februar feber février févr fév febrero febbraio fevereiro fev februari helmikuu helmikuuta helmi luty \
    lutego lut únor února február febr februarie şubat şub февраль февраля фев февр лютий лютого лют φεβρουάριος \
    φεβρουαρίου φεβ
    march mar märz maerz mär mrz mars marzo março maart mrt marts maaliskuu maaliskuuta maalis marzec marca březen března \
    március márc martie mart март марта мар березень березня бер μάρτιος μαρτίου μαρ
    april apr avril avr abril abr aprile huhtikuu huhtikuuta huhti kwiecień kwietnia kwi duben dubna április ápr aprilie \
    nisan nis апрель апреля апр квітень квітня квіт απρίλιος απριλίου απρ
    may mai mayo maggio mag maio mei maj toukokuu toukokuuta touko maja květen května május máj mayıs май мая травень \
    травня трав μάιος μαΐου μαϊ
    june jun juni juin junio giugno giu junho kesäkuu kesäkuuta kesä czerwiec czerwca cze červen června június jún iunie \
    iun haziran haz июнь июня июн червень червня черв ιούνιος ιουνίου ιουν
    july jul juli juillet juil julio luglio lug julho heinäkuu heinäkuuta heinä lipiec lipca lip červenec července július \
    júl iulie iul temmuz tem июль июля июл липень липня лип ιούλιος ιουλίου ιουλ
    august aug août aout agosto ago augustus augusti elokuu elokuuta elo sierpień sierpnia sie srpen srpna augusztus \
    ağustos ağu август августа авг серпень серпня серп αύγουστος αυγούστου αυγ
    september sep sept septembre septiembre setiembre settembre set setembro syyskuu syyskuuta syys wrzesień września wrz \
    září szeptember szept septembrie eylül eyl сентябрь сентября сен сент вересень вересня вер σεπτέμβριος σεπτεμβρίου \
    σεπ
    october oct oktober okt octobre octubre ottobre ott outubro out lokakuu lokakuuta loka październik października paź \
    říjen října október octombrie ekim eki октябрь октября окт жовтень жовтня жовт οκτώβριος οκτωβρίου οκτ
    november nov novembre noviembre novembro marraskuu marraskuuta marras listopad listopada lis listopadu noiembrie noi \
    kasım kas ноябрь ноября ноя нояб листопад листопада лист νοέμβριος νοεμβρίου νοε
    december dec dezember dez décembre déc diciembre dic dicembre dezembro desember des joulukuu joulukuuta joulu grudzień \
    grudnia gru prosinec prosince decembrie aralık ara декабрь декабря дек грудень грудня груд δεκέμβριος δεκεμβρίου \
    δεκ
    """
