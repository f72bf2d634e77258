import Records

/// The forms by which others name an outlet: its name, its domain without the suffix, the initials of its name.
struct OutletForms: Equatable, Sendable {
    /// Joins the articles of one outlet; empty where none is known.
    let key: String
    let forms: [String]

    init(_ outlet: Outlet?) {
        let name = outlet?.name.map(Self.folded) ?? ""
        key = Self.key(outlet) ?? ""
        let label = outlet?.id.map { Self.folded(String($0.prefix { $0 != "." })) } ?? ""
        forms = [name, label, Self.initials(outlet?.name ?? "")].filter { !$0.isEmpty }
    }

    static func key(_ outlet: Outlet?) -> String? {
        outlet?.id ?? outlet?.name.map(folded).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Letters and digits in lower case, without a leading "the".
    static func folded(_ name: String) -> String {
        let name = name.hasPrefix("The ") || name.hasPrefix("the ") ? String(name.dropFirst(4)) : name
        let bytes = name.utf8.compactMap { byte -> UInt8? in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...: byte
            default: nil
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// "Associated Press" is "ap"; nothing for a name of one word.
    private static func initials(_ name: String) -> String {
        let words = name.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") }
        let initials = words.compactMap(\.first).filter { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") }
        return initials.count >= 2 ? folded(String(decoding: initials, as: UTF8.self)) : ""
    }
}
