import Testing
import Web

struct Decoding: Sendable {
    var encoding: CharacterEncoding
    var bytes: [UInt8]
    var text: String
    var replacements: Int

    init(_ encoding: CharacterEncoding, _ bytes: [UInt8], _ text: String, replacements: Int = 0) {
        self.encoding = encoding
        self.bytes = bytes
        self.text = text
        self.replacements = replacements
    }
}

private func check(_ row: Decoding) {
    let decoded = row.bytes.withUnsafeBufferPointer { row.encoding.decode($0) }
    #expect(Array(String(decoding: decoded.utf8, as: UTF8.self).unicodeScalars) == Array(row.text.unicodeScalars))
    #expect(decoded.replacements == row.replacements)
}

/// One U+FFFD for each maximal subpart: the examples of the Unicode Standard, section 3.9, tables 3-8 to 3-11.
@Test(arguments: [
    Decoding(.utf8, Array("déjà vu 🗞 新聞".utf8), "déjà vu 🗞 新聞"),
    Decoding(.utf8, [0x61, 0x00, 0x62], "a\0b"),
    Decoding(.utf8, [0xC0, 0xAF, 0xE0, 0x80, 0xBF, 0xF0, 0x81, 0x82, 0x41], "��������A", replacements: 8),
    Decoding(.utf8, [0xED, 0xA0, 0x80, 0xED, 0xBF, 0xBF, 0xED, 0xAF, 0x41], "��������A", replacements: 8),
    Decoding(.utf8, [0xF4, 0x91, 0x92, 0x93, 0xFF, 0x41, 0x80, 0xBF, 0x42], "�����A��B", replacements: 7),
    Decoding(.utf8, [0xE1, 0x80, 0xE2, 0xF0, 0x91, 0x92, 0xF1, 0xBF, 0x41], "����A", replacements: 4),
    Decoding(.utf8, [0x61, 0xE2, 0x82], "a�", replacements: 1),
    Decoding(
        .utf8, [UInt8](repeating: 0x61, count: 70) + [0xFF], String(repeating: "a", count: 70) + "�", replacements: 1),
])
func utf8(row: Decoding) { check(row) }

@Test(arguments: [
    Decoding(.utf16LE, [0x61, 0x00, 0xAC, 0x20, 0x3D, 0xD8, 0xDE, 0xDD], "a€🗞"),
    Decoding(.utf16BE, [0x00, 0x61, 0x20, 0xAC, 0xD8, 0x3D, 0xDD, 0xDE], "a€🗞"),
    Decoding(.utf16LE, [0x3D, 0xD8, 0x61, 0x00], "�a", replacements: 1),
    Decoding(.utf16LE, [0xDE, 0xDD, 0x61, 0x00], "�a", replacements: 1),
    Decoding(.utf16LE, [0x61, 0x00, 0x62], "a�", replacements: 1),
    Decoding(.utf16LE, [0x3D, 0xD8, 0xDE], "�", replacements: 1),
    Decoding(.replacement, [0x61, 0x62], "�", replacements: 1),
    Decoding(.replacement, [], ""),
])
func utf16(row: Decoding) { check(row) }

/// Bytes where the standard differs from what other libraries have, beside plain ones.
@Test(arguments: [
    Decoding(.windows1252, [0x80, 0x81, 0x93, 0xE9, 0x9D], "€\u{81}“é\u{9D}"),
    Decoding(.windows1250, [0xB9, 0x9C, 0x83], "ąś\u{83}"),
    Decoding(.windows1251, [0xCC, 0xE8, 0xF0, 0x98], "Мир\u{98}"),
    Decoding(.windows1253, [0xC5, 0xF3, 0xD2], "Εσ�", replacements: 1),
    Decoding(.windows1255, [0xF9, 0xCA], "ש\u{5BA}"),
    Decoding(.windows874, [0xA1, 0x81, 0xFC], "ก\u{81}�", replacements: 1),
    Decoding(.iso8859_2, [0x85, 0xB1, 0xA1], "\u{85}ąĄ"),
    Decoding(.iso8859_8I, [0xE0, 0xA1], "א�", replacements: 1),
    Decoding(.iso8859_15, [0xA4], "€"),
    Decoding(.koi8R, [0xED, 0xC9, 0xD2], "Мир"),
    Decoding(.koi8U, [0xAE, 0xBE, 0xA4], "ўЎє"),
    Decoding(.ibm866, [0x8C, 0xA8, 0xE0], "Мир"),
    Decoding(.macintosh, [0x8E, 0xDB], "é€"),
    Decoding(.macCyrillic, [0x8C, 0xFF], "М€"),
    Decoding(.userDefined, [0x41, 0x80, 0xFF], "A\u{F780}\u{F7FF}"),
])
func singleByte(row: Decoding) { check(row) }

/// The corners of each index, and malformed pairs: a trail byte in ASCII is read again.
@Test(arguments: [
    Decoding(.shiftJIS, [0x93, 0xFA, 0x96, 0x7B, 0xB6, 0x5C, 0x81, 0x5F], "日本ｶ\\＼"),
    Decoding(.shiftJIS, [0x81, 0x60, 0x87, 0x40, 0xFA, 0x40, 0xFC, 0x4B], "～①ⅰ黑"),
    Decoding(.shiftJIS, [0xF0, 0x40, 0xF9, 0xFC, 0x80], "\u{E000}\u{E757}\u{80}"),
    Decoding(.shiftJIS, [0x85, 0x41, 0xA0, 0x81], "�A��", replacements: 3),
    Decoding(.eucJP, [0xC6, 0xFC, 0xCB, 0xDC, 0x8E, 0xB6, 0x8F, 0xB0, 0xA1], "日本ｶ丂"),
    Decoding(.eucJP, [0xA4, 0x41, 0x8E, 0xE0, 0x8F, 0xA2, 0xB7, 0x8F, 0xB0], "�A�～�", replacements: 3),
    Decoding(.iso2022JP, Array("\u{1B}$BF|K\\\u{1B}(BA".utf8), "日本A"),
    Decoding(.iso2022JP, Array("\u{1B}(J\\~\u{1B}(I6\u{1B}(B\\".utf8), "¥‾ｶ\\"),
    Decoding(.iso2022JP, Array("\u{1B}$B\u{1B}(BA\u{1B}$BF\n\u{1B}x".utf8), "�A���", replacements: 4),
    Decoding(.iso2022JP, [0x0E, 0x80], "��", replacements: 2),
    Decoding(.eucKR, [0xC7, 0xD1, 0xB1, 0xB9, 0x81, 0x41, 0xC6, 0x52, 0xFD, 0xFE], "한국갂힣詰"),
    Decoding(.eucKR, [0xC6, 0x53, 0x80, 0xC9, 0xA1], "�S��", replacements: 3),
    Decoding(.big5, [0xB7, 0x73, 0xBB, 0x44, 0x87, 0x40, 0xFE, 0xFE], "新聞䏰秔"),
    Decoding(.big5, [0x88, 0x62, 0x88, 0x64, 0x88, 0xA3, 0x88, 0xA5], "Ê\u{304}Ê\u{30C}ê\u{304}ê\u{30C}"),
    Decoding(.big5, [0x81, 0x40, 0xA1, 0x7F, 0xA1, 0xE3, 0xF9, 0xD6], "�@�\u{7F}～碁", replacements: 2),
    Decoding(.gbk, [0xD0, 0xC2, 0xCE, 0xC5, 0x80, 0x81, 0x40, 0xFE, 0x9F, 0xA8, 0xBC], "新闻€丂䶮ḿ"),
    Decoding(.gb18030, [0xA3, 0xA0, 0xAA, 0xA1, 0xFE, 0xFE, 0xA1, 0x40], "\u{3000}\u{E000}\u{E4C5}\u{E4C6}"),
    Decoding(.gb18030, [0xA6, 0xD9, 0xFE, 0x59, 0xA8, 0x40, 0xFD, 0x9C], "︐龴ˊ\u{F92C}"),
    Decoding(.gb18030, [0x81, 0x30, 0x81, 0x30, 0x84, 0x31, 0xA4, 0x39], "\u{80}\u{FFFF}"),
    Decoding(.gb18030, [0x81, 0x35, 0xF4, 0x37, 0x90, 0x30, 0x81, 0x30], "\u{E7C7}\u{10000}"),
    Decoding(.gb18030, [0xE3, 0x32, 0x9A, 0x35, 0xE3, 0x32, 0x9A, 0x36], "\u{10FFFF}�", replacements: 1),
    Decoding(.gb18030, [0x81, 0x30, 0x41, 0x81, 0x30, 0x81, 0x41, 0xFF], "�0A�0丄�", replacements: 3),
    Decoding(.gb18030, [0x84, 0x31, 0xA5, 0x30, 0x81, 0x20, 0x81, 0x30, 0x81], "�� �", replacements: 3),
])
func doubleByte(row: Decoding) { check(row) }

/// Sizes of the indexes of the standard: how many pairs of bytes stand for something.
@Test(arguments: [
    (CharacterEncoding.big5, 18590 + 4), (.eucKR, 17048), (.gb18030, 23940), (.shiftJIS, 7724 + 1880),
])
func indexSizes(encoding: CharacterEncoding, size: Int) {
    var found = 0
    for lead in UInt8(0x81)...0xFE where encoding != .shiftJIS || !(0xA0...0xDF).contains(lead) {
        for trail in UInt8(0x40)...0xFE {
            let decoded = [lead, trail].withUnsafeBufferPointer { encoding.decode($0) }
            if decoded.replacements == 0 { found += 1 }
        }
    }
    #expect(found == size)
}
