import Glibc

/// Lines that are no part of an article's wording: datelines, bylines, credits, links to other articles.
struct SourceLine {
    /// The bytes that do not count in comparison.
    var range: Range<Int>
    /// An agency or outlet that it names, as printed.
    var credit: String?

    /// A dateline opens one of so many first paragraphs, a byline is one of them.
    static let leadingParagraphs = 5
    private static let longestDateline = 90
    private static let longestByline = 120

    /// The source line that the paragraph is or begins with, or null. `index` counts paragraphs from the top.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, paragraph: Range<Int>, index: Int) {
        let text = bytes[paragraph]
        // Most paragraphs begin with neither, and are not among the first.
        guard index < Self.leadingParagraphs || text.first.map(Self.opensNote) == true else { return nil }
        if let credit = Self.creditInParentheses(text) {
            self.init(range: paragraph, credit: credit)
        } else if Self.isDeskNote(text) || Self.isLink(text) {
            self.init(range: paragraph, credit: nil)
        } else if index < Self.leadingParagraphs, Self.isByline(text) {
            self.init(range: paragraph, credit: nil)
        } else if index < Self.leadingParagraphs, let dateline = Self.dateline(text) {
            self = dateline
        } else {
            return nil
        }
    }

    /// First bytes of notes and links.
    private static func opensNote(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: "R"), UInt8(ascii: "A"), UInt8(ascii: "E"), UInt8(ascii: "W"),
            UInt8(ascii: "C"), UInt8(ascii: "S"), UInt8(ascii: "M"):
            true
        default: false
        }
    }

    private init(range: Range<Int>, credit: String?) {
        self.range = range
        self.credit = credit
    }

    /// "(MPA)" alone.
    private static func creditInParentheses(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
        guard text.count <= 48, text.first == UInt8(ascii: "("), text.last == UInt8(ascii: ")") else { return nil }
        return String(decoding: text.dropFirst().dropLast(), as: UTF8.self)
    }

    /// "(Reporting by A; editing by B)".
    private static func isDeskNote(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let body = text.first == UInt8(ascii: "(") ? text.dropFirst() : text
        return body.count < 400
            && deskNotes.contains { begins(body, with: $0) }
    }

    /// "Read more: Council votes on Larch Street".
    private static func isLink(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        text.count < 200
            && links.contains { begins(text, with: $0) }
    }

    private static let deskNotes: [StaticString] = [
        "Reporting by ", "Additional reporting by ", "Editing by ", "Writing by ", "Compiled by ",
    ]
    private static let links: [StaticString] = [
        "Read more:", "READ MORE:", "Read also:", "Also read:", "Related:", "See also:", "More:",
    ]

    private static func begins(_ text: Slice<UnsafeBufferPointer<UInt8>>, with prefix: StaticString) -> Bool {
        guard text.count >= prefix.utf8CodeUnitCount else { return false }
        for offset in 0..<prefix.utf8CodeUnitCount
        where text.base[text.startIndex + offset] != prefix.utf8Start[offset] {
            return false
        }
        return true
    }

    /// "By Ann Lee, Valley Online": no sentence, and a name after the word.
    private static func isByline(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard text.count <= longestByline, text.starts(with: "By ".utf8) || text.starts(with: "BY ".utf8),
            let initial = text.dropFirst(3).first, isUpper(initial), let last = text.last
        else { return false }
        return !".!?\"".utf8.contains(last)
    }

    /// "PORT CALDER, March 3 (MPA) — " and its kin: a place in capitals, or a credit in parentheses, before a dash.
    private static func dateline(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> SourceLine? {
        guard let first = text.first, isUpper(first) else { return nil }
        // Neither a place in capitals nor a credit: most first paragraphs.
        guard isPlace(text.prefix(4)) || hasOpening(text.prefix(longestDateline)) else { return nil }
        var open: Int?
        var credit: Range<Int>?
        var index = text.startIndex
        let end = min(text.endIndex, index + longestDateline)
        while index < end {
            let byte = text.base[index]
            if byte == UInt8(ascii: "(") { open = index + 1 }
            if byte == UInt8(ascii: ")"), let open { credit = open..<index }
            if byte == UInt8(ascii: ".") && credit == nil && index - text.startIndex > 30 { return nil }
            if byte == UInt8(ascii: "-") || byte == 0xe2, let dash = dashLength(text, index) {
                let place = text[text.startIndex..<(open.map { $0 - 1 } ?? index)]
                guard credit != nil || isPlace(place) else { return nil }
                var after = index + dash
                while after < text.endIndex, text[after] == UInt8(ascii: " ") { after += 1 }
                let name = credit.map { String(decoding: text[$0], as: UTF8.self) }
                return SourceLine(range: text.startIndex..<after, credit: name)
            }
            index += 1
        }
        return nil
    }

    private static func hasOpening(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard let base = text.base.baseAddress else { return false }
        return memchr(base + text.startIndex, Int32(UInt8(ascii: "(")), text.count) != nil
    }

    /// The length of a dash that parts, with a space before it, at this place.
    private static func dashLength(_ text: Slice<UnsafeBufferPointer<UInt8>>, _ index: Int) -> Int? {
        guard index > text.startIndex, text[index - 1] == UInt8(ascii: " ") else { return nil }
        let rest = text[index...]
        let dashes: [StaticString] = ["—", "–", "--", "- "]
        return dashes.first { begins(rest, with: $0) }?.utf8CodeUnitCount
    }

    /// Begins with a word of three or more capitals.
    private static func isPlace(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let word = text.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: ",") }
        return text.count <= 60 && word.count >= 3 && word.allSatisfy { isUpper($0) || $0 == UInt8(ascii: ".") }
    }

    private static func isUpper(_ byte: UInt8) -> Bool {
        byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
    }
}
