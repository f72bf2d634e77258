import Testing
import Web

/// Text of a few sentences without any declaration, in the encoding its language used to be in.
@Test(arguments: [
    (CharacterEncoding.utf8, "Der Präsident sagte: „Wir prüfen das.“"),
    (.windows1252, "Le président a déclaré que la réunion avait été reportée à mardi. « C'est tout », a-t-il ajouté."),
    (
        .windows1252,
        "Der Präsident sagte, man prüfe die Vorschläge für März. Größere Änderungen seien unwahrscheinlich."
    ),
    (.windows1252, "El señor Núñez dijo que la decisión se tomará mañana en Bogotá, según él mismo explicó."),
    (.windows1250, "Premier powiedział, że rząd przyjął ustawę. Prezydent mówił o wielkiej szansie dla całej Łodzi."),
    (.windows1250, "Předseda vlády řekl, že jednání skončilo. Ministři měli k návrhům řadu připomínek."),
    (
        .windows1254,
        "Başbakan görüşmenin ertelendiğini açıkladı. Yarın İstanbul'da yeni bir toplantı yapılacağı bildirildi."
    ),
    (.windows1251, "Президент заявил, что встреча перенесена на вторник. Об этом сообщила пресс-служба."),
    (.koi8R, "Президент заявил, что встреча перенесена на вторник. Об этом сообщила пресс-служба."),
    (.windows1253, "Ο πρόεδρος δήλωσε ότι η συνάντηση αναβλήθηκε για την Τρίτη, σύμφωνα με το γραφείο τύπου."),
    (.windows1255, "הנשיא אמר כי הפגישה נדחתה ליום שלישי, כך נמסר מלשכת העיתונות."),
    (.windows1256, "قال الرئيس إن الاجتماع تأجل إلى يوم الثلاثاء حسبما أعلن المكتب الصحفي"),
    (.shiftJIS, "首相は記者会見で、会談が火曜日に延期されたことを明らかにした。詳細は発表されていない。"),
    (.eucJP, "首相は記者会見で、会談が火曜日に延期されたことを明らかにした。詳細は発表されていない。"),
    (.iso2022JP, "首相は会談が延期された"),
    (.eucKR, "대통령은 회담이 화요일로 연기되었다고 밝혔다. 구체적인 내용은 발표되지 않았다."),
    (.gbk, "总理在记者会上说，会谈推迟到星期二。他没有说明原因，也没有公布新的时间，这是大家都不想看到的。"),
    (.big5, "總理在記者會上說，會談推遲到星期二。他沒有說明原因，也沒有公布新的時間，這是大家都不想看到的。"),
])
func guesses(encoding: CharacterEncoding, text: String) throws {
    let bytes = Array("<html><body><p>".utf8) + (try encode(text, encoding)) + Array("</p></body></html>".utf8)
    let decoded = DecodedText(decoding: bytes)
    #expect(decoded.encoding == (encoding == .gbk ? .gb18030 : encoding))
    #expect(String(decoding: decoded.utf8, as: UTF8.self).contains(text))
}

@Test func utf16WithoutAMark() {
    let bytes = Array("<p>A meeting was put off.</p>".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let decoded = DecodedText(decoding: bytes)
    #expect(decoded.encoding == .utf16LE)
    #expect(decoded.source == .guess)
}

/// Encodes by searching for the bytes that decode to each character.
private func encode(_ text: String, _ encoding: CharacterEncoding) throws -> [UInt8] {
    if encoding == .utf8 { return Array(text.utf8) }
    let escape: (on: [UInt8], off: [UInt8]) =
        encoding == .iso2022JP ? ([0x1B, 0x24, 0x42], [0x1B, 0x28, 0x42]) : ([], [])
    var codes: [Unicode.Scalar: [UInt8]] = [:]
    func add(_ code: [UInt8]) {
        let decoded = (escape.on + code + escape.off).withUnsafeBufferPointer { encoding.decode($0) }
        let scalars = String(decoding: decoded.utf8, as: UTF8.self).unicodeScalars
        if decoded.replacements == 0, scalars.count == 1, codes[scalars[scalars.startIndex]] == nil {
            codes[scalars[scalars.startIndex]] = code
        }
    }
    for byte in UInt8(0x00)...0xFF { add([byte]) }
    for lead in UInt8(0x21)...0xFE where lead < 0x80 || text.unicodeScalars.contains(where: { codes[$0] == nil }) {
        for trail in UInt8(0x21)...0xFE { add([lead, trail]) }
    }
    return escape.on + (try text.unicodeScalars.flatMap { try #require(codes[$0]) }) + escape.off
}
