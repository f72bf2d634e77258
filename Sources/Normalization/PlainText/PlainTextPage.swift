internal import Records
internal import Web

/// Reads an article that came as plain text: paragraphs, headings, lists, and what stands above the body.
struct PlainTextPage {
    private(set) var title: String?
    private(set) var authors: [String] = []
    private(set) var published: Dates.Found?
    private(set) var body: BlockText

    init(_ utf8: UnsafeBufferPointer<UInt8>) {
        body = BlockText(capacity: utf8.count)
        let lines = PlainTextLines(utf8).lines
        let start = readHead(lines)
        for index in start..<max(start, lines.count) { append(index, lines, first: start) }
    }

    /// Takes headline, byline and date off the top; returns the first line of the body.
    private mutating func readHead(_ lines: [PlainTextLine]) -> Int {
        var index = 0
        // A first line is a headline when it is set apart or stands over a byline; else it may well be a lead.
        // A headline may be a question, but only over a byline.
        if let first = lines.first, lines.count > 1,
            first.isHeading && (first.endsParagraph || Self.isHeadMatter(lines[1]))
                || first.isQuestion && Self.isHeadMatter(lines[1])
        {
            title = first.text
            index = 1
        }
        while index < min(lines.count, 5), Self.isHeadMatter(lines[index]) {
            let text = lines[index].text
            if PersonNames.isByline(text) { authors += PersonNames.of(text).filter { !authors.contains($0) } }
            if published == nil, let date = PrintedDate.find(in: text) {
                published = Dates.Found(date: date, raw: text, witness: .text)
            }
            index += 1
        }
        return index
    }

    /// A byline, or a line that is little more than a date.
    private static func isHeadMatter(_ line: PlainTextLine) -> Bool {
        guard line.text.utf8.count < 80, !line.isSentence else { return false }
        return PersonNames.isByline(line.text) && !PersonNames.of(line.text).isEmpty
            || line.text.utf8.count < 50 && PrintedDate.find(in: line.text) != nil
    }

    private mutating func append(_ index: Int, _ lines: [PlainTextLine], first: Int) {
        let line = lines[index]
        let path = "line[" + String(line.number) + "]"
        if let item = line.item, Self.isInList(index, lines) {
            body.append(.listItem, item, path: path)
        } else if line.isHeading, index > first || index == 0, index + 1 < lines.count,
            Self.leads(lines[index + 1], line)
        {
            body.append(.heading, line.text, path: path)
        } else {
            body.append(.paragraph, line.text, path: path)
        }
    }

    /// A dash alone may open a speech; a list has two items or more.
    private static func isInList(_ index: Int, _ lines: [PlainTextLine]) -> Bool {
        index > 0 && lines[index - 1].item != nil || index + 1 < lines.count && lines[index + 1].item != nil
    }

    /// A heading stands over text.
    private static func leads(_ next: PlainTextLine, _ heading: PlainTextLine) -> Bool {
        next.item != nil || next.isSentence || next.text.utf8.count > heading.text.utf8.count
    }
}
