/// Names of months, whole and shortened, in the languages of the Latin, Cyrillic and Greek press.
enum MonthNames {
    /// The month, 1 to 12, whose name's bytes these are; letters beyond ASCII must be in lower case.
    static func month(_ hash: UInt64) -> Int? { table[hash] }

    private static let table: [UInt64: Int] = {
        var table: [UInt64: Int] = [:]
        for (index, row) in names.enumerated() {
            for name in row.utf8.split(separator: UInt8(ascii: " ")) { table[WordHash.of(name)] = index + 1 }
        }
        return table
    }()

    private static let names = [
        "january jan januar jänner jän janvier janv enero ene gennaio gen janeiro januari stycznia ledna januára januar tammikuuta ocak ianuarie января янв січня januára január siječnja",
        "february feb februar februar feber février févr fév febrero febbraio fevereiro fev februari lutego února februára helmikuuta şubat februarie февраля фев лютого február veljače",
        "march mar märz mrz mars marzo março maart marca března marts maaliskuuta mart martie марта мар березня március ožujka",
        "april apr avril avr abril abr aprile kwietnia dubna apríla huhtikuuta nisan aprilie апреля апр квітня április travnja",
        "may mai mayo may maggio mag maio mei maja května mája maj toukokuuta mayıs мая травня május svibnja maí",
        "june jun juni juin junio giugno giu junho czerwca června júna kesäkuuta haziran iunie июня июн червня június lipnja júní",
        "july jul juli juillet juil julio luglio lug julho lipca července júla heinäkuuta temmuz iulie июля июл липня július srpnja júlí",
        "august aug août aou agosto ago agosto augustus sierpnia srpna augusta elokuuta ağustos августа авг серпня augusztus kolovoza ágúst augusti",
        "september sep sept septembre septiembre settembre set setembro września září septembra syyskuuta eylül septembrie сентября сен вересня szeptember rujna",
        "october oct oktober okt octobre octubre ottobre ott outubro out października října októbra lokakuuta ekim octombrie октября окт жовтня október listopada",
        "november nov novembre noviembre novembro listopada listopadu novembra marraskuuta kasım noiembrie ноября ноя листопада studenoga nóvember",
        "december dec dezember dez décembre déc diciembre dic dicembre dezembro grudnia prosince decembra joulukuuta aralık decembrie декабря дек грудня prosinca desember des",
    ]
}
