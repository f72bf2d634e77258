import Testing
import Web

@Test(arguments: [
    ("utf8", "utf-8"), ("UTF-8", "utf-8"), ("\t utf-8\n", "utf-8"), ("unicode-1-1-utf-8", "utf-8"),
    ("latin1", "windows-1252"), ("ISO-8859-1", "windows-1252"), ("us-ascii", "windows-1252"),
    ("iso-8859-9", "windows-1254"), ("tis-620", "windows-874"), ("iso-8859-8-e", "iso-8859-8"),
    ("logical", "iso-8859-8-i"), ("utf-16", "utf-16le"), ("unicodefffe", "utf-16be"), ("gb2312", "gbk"),
    ("ks_c_5601-1987", "euc-kr"), ("ms932", "shift_jis"), ("big5-hkscs", "big5"), ("iso-2022-kr", "replacement"),
    ("koi8-ru", "koi8-u"), ("x-mac-ukrainian", "x-mac-cyrillic"), ("x-user-defined", "x-user-defined"),
])
func labels(label: String, name: String) {
    #expect(CharacterEncoding(label: label)?.rawValue == name)
}

@Test(arguments: ["", " ", "utf-7", "utf 8", "cesu-8", "utf-32", "iso-8859-1\u{B}", "latin１"])
func unknownLabels(label: String) {
    #expect(CharacterEncoding(label: label) == nil)
}

@Test func everyNameIsALabel() {
    for encoding in CharacterEncoding.allCases {
        #expect(CharacterEncoding(label: encoding.rawValue) == encoding)
    }
}
