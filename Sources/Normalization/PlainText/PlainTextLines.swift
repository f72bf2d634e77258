internal import Markup

/// One paragraph of a plain text.
struct PlainTextLine {
    var text: String
    /// Of its first line, from 1.
    var number: Int
    /// An empty line follows.
    var endsParagraph = false

    /// The text without a list's marker; nil where there is none.
    var item: String? {
        for marker in ["- ", "* ", "• ", "– ", "— ", "· "] where text.hasPrefix(marker) {
            return String(text.dropFirst(2))
        }
        return nil
    }

    /// Ends like a sentence.
    var isSentence: Bool {
        var text = text
        return text.withUTF8 { SegmentText($0).ending != .none }
    }

    /// Short, and ends in a question mark.
    var isQuestion: Bool { text.utf8.count <= 120 && text.utf8.last == UInt8(ascii: "?") }

    /// Short, begins like a title and does not end like a sentence.
    var isHeading: Bool {
        guard item == nil, (2...120).contains(text.utf8.count), !isSentence, let first = text.utf8.first else {
            return false
        }
        guard let last = text.utf8.last, last != UInt8(ascii: ","), last != UInt8(ascii: ";") else { return false }
        return !(0x61...0x7a).contains(first)
    }
}

/// Cuts plain text into paragraphs. Empty lines part them; so does every line end, unless the text is wrapped by hand.
struct PlainTextLines {
    private(set) var lines: [PlainTextLine] = []

    init(_ utf8: UnsafeBufferPointer<UInt8>) {
        let raw = Self.split(utf8)
        let isWrapped = Self.isWrapped(raw)
        var joined: [UInt8] = []
        var number = 0
        func finish(_ lines: inout [PlainTextLine], _ joined: inout [UInt8], endsParagraph: Bool) {
            if joined.last == 0x20 { joined.removeLast() }
            if !joined.isEmpty {
                lines.append(
                    PlainTextLine(
                        text: String(decoding: joined, as: UTF8.self), number: number, endsParagraph: endsParagraph))
            } else if endsParagraph, !lines.isEmpty {
                lines[lines.count - 1].endsParagraph = true
            }
            joined.removeAll(keepingCapacity: true)
        }
        for (index, line) in raw.enumerated() {
            if line.isEmpty {
                finish(&lines, &joined, endsParagraph: true)
                continue
            }
            let opensItem = line.count > 2 && (line.starts(with: "- ".utf8) || line.starts(with: "* ".utf8))
            if joined.isEmpty || !isWrapped || opensItem {
                finish(&lines, &joined, endsParagraph: false)
                number = index + 1
            }
            line.withUnsafeBufferPointer { joined.appendCollapsed($0) }
            if !joined.isEmpty { joined.append(0x20) }
        }
        finish(&lines, &joined, endsParagraph: true)
    }

    /// Lines without white space around them; any of LF, CR LF and CR ends one.
    private static func split(_ utf8: UnsafeBufferPointer<UInt8>) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        var start = 0
        var index = 0
        func trimmed(_ range: Range<Int>) -> [UInt8] {
            var range = range
            while let first = range.first, utf8[first] <= 0x20 { range = first + 1..<range.upperBound }
            while let last = range.last, utf8[last] <= 0x20 { range = range.lowerBound..<last }
            return Array(utf8[range])
        }
        while index < utf8.count {
            if utf8[index] == 0x0a || utf8[index] == 0x0d {
                lines.append(trimmed(start..<index))
                if utf8[index] == 0x0d, index + 1 < utf8.count, utf8[index + 1] == 0x0a { index += 1 }
                start = index + 1
            }
            index += 1
        }
        lines.append(trimmed(start..<utf8.count))
        return lines
    }

    /// A text is wrapped by hand where most lines that another line follows are of like length and end amid a sentence.
    private static func isWrapped(_ lines: [[UInt8]]) -> Bool {
        var followed = 0
        var broken = 0
        for (line, next) in zip(lines, lines.dropFirst()) where !line.isEmpty && !next.isEmpty {
            followed += 1
            let endsAmid = line.withUnsafeBufferPointer { SegmentText($0).ending == .none }
            if (45...100).contains(line.count), endsAmid { broken += 1 }
        }
        return followed >= 3 && broken * 2 > followed
    }
}
