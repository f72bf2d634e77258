/// BCP 47 tags as articles carry them.
public enum LanguageTag {
    public static let english = "en"

    /// The language alone: "en" of "en-GB", "EN" and "en_US"; "eng" is the same.
    public static func primary(_ tag: String?) -> String? {
        guard let tag else { return nil }
        let subtag = tag.utf8.prefix { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }
        let language = String(decoding: subtag.map { 0x41...0x5a ~= $0 ? $0 | 0x20 : $0 }, as: UTF8.self)
        return language == "eng" ? english : language
    }
}
