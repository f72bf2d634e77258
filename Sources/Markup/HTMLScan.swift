import Glibc

/// One pass over a page's bytes ahead of the parser. It leaves out what can never be an article's text (scripts,
/// styles, drawings, comments, most attributes), closes what HTML closes by implication, and bounds depth, so that
/// libxml2 sees a small, well-behaved page. Two thirds of a news page's bytes end here, at the speed of memchr.
struct HTMLScan {
    let input: UnsafeBufferPointer<UInt8>
    let limits: MarkupLimits
    let keepsNoscript: Bool
    var output: [UInt8] = []
    /// Bodies of `<script type="application/ld+json">`, as ranges of the input.
    var jsonLD: [Range<Int>] = []
    var attributes = ScannedAttributes()
    var images = 0
    var position = 0
    var open = OpenElements()
    /// Searches that reached the end of the page without a find; never made twice, so that no input is quadratic.
    private var absent: Set<[UInt8]> = []
    /// For each open span, whether its tag was written.
    private var spans: [Bool] = []
    private var lacksDoubleQuote = false
    private var lacksSingleQuote = false
    /// Elements found without an end: their content is kept rather than lost.
    private var unclosed: Set<ElementName> = []
    private var dropping: (element: ElementName, depth: Int, resume: Int)?

    init(_ input: UnsafeBufferPointer<UInt8>, limits: MarkupLimits, keepsNoscript: Bool) {
        self.input = input
        self.limits = limits
        self.keepsNoscript = keepsNoscript
        output.reserveCapacity(input.count / 2 + 1024)
    }

    mutating func run() {
        while true {
            let end = find(UInt8(ascii: "<"), from: position) ?? input.count
            if dropping == nil { copyText(position..<end) }
            position = end
            if end < input.count {
                takeMarkup()
            } else if let dropping {
                // The end of the page inside an element that is left out: it was never closed, so read it again.
                unclosed.insert(dropping.element)
                position = dropping.resume
                self.dropping = nil
            } else {
                break
            }
        }
        // The parser reads up to a terminating zero.
        output.append(0)
    }

    private mutating func takeMarkup() {
        let next = position + 1
        guard next < input.count else {
            position = input.count
            return literal()
        }
        switch input[next] {
        case UInt8(ascii: "!"): skipDeclaration()
        case UInt8(ascii: "?"): position = (find(UInt8(ascii: ">"), from: next) ?? next) + 1
        case UInt8(ascii: "/"): takeEndTag()
        case 0x41...0x5a, 0x61...0x7a: takeStartTag()
        default:
            position = next
            literal()
        }
    }

    /// A `<` that begins no markup.
    private mutating func literal() {
        if dropping == nil { output.append(contentsOf: "&lt;".utf8) }
    }

    private mutating func skipDeclaration() {
        let body = position + 2
        if starts("--", at: body) {
            if starts(">", at: body + 2) {
                position = body + 3
            } else if let end = findCommentEnd(from: body) {
                position = end
            } else {
                position = body + 2
            }
        } else {
            position = (find(UInt8(ascii: ">"), from: body) ?? body - 1) + 1
        }
    }

    private mutating func takeEndTag() {
        let name = nameRange(from: position + 2)
        guard !name.isEmpty else {
            // `</` before anything else is a comment up to the next `>`.
            position = (find(UInt8(ascii: ">"), from: position + 2) ?? position + 1) + 1
            return
        }
        position = (find(UInt8(ascii: ">"), from: name.upperBound) ?? name.upperBound - 1) + 1
        let element = ElementName(UnsafeBufferPointer(rebasing: input[name]))
        if let drop = dropping {
            guard drop.element == element else { return }
            dropping = drop.depth == 1 ? nil : (drop.element, drop.depth - 1, drop.resume)
            return
        }
        switch element {
        case .q: output.append(contentsOf: "\u{201d}".utf8)
        case .span where spans.popLast() == false: break
        case .unknown where !isCustom(name): break
        case .body, .html: break
        default: closeElement(element)
        }
    }

    private mutating func takeStartTag() {
        let name = nameRange(from: position + 1)
        let element = ElementName(UnsafeBufferPointer(rebasing: input[name]))
        if element == .img { images += 1 }
        if let drop = dropping {
            let closed = readAttributes(from: name.upperBound, keep: false).selfClosing
            if element == drop.element, !closed { dropping = (element, drop.depth + 1, drop.resume) }
            if element.isRawText { skipRawText(element) }
            return
        }
        if element == .unknown && !isCustom(name) || element.isDressing || element.isEmptyOfText {
            readAttributes(from: name.upperBound, keep: false)
            return
        }
        if element == .q {
            readAttributes(from: name.upperBound, keep: false)
            output.append(contentsOf: "\u{201c}".utf8)
            return
        }
        if element == .script {
            let attributes = readAttributes(from: name.upperBound, keep: false)
            return skipRawText(element, keepingJSON: attributes.isJSONLD)
        }
        if element.isRawText, element != .title {
            readAttributes(from: name.upperBound, keep: false)
            return skipRawText(element)
        }
        if element.isDropped, !unclosed.contains(element), !(element == .noscript && keepsNoscript) {
            let attributes = readAttributes(from: name.upperBound, keep: false)
            if !attributes.selfClosing, !attributes.isShadowRoot { dropping = (element, 1, position) }
            return
        }
        if element == .span { return takeSpan(from: name.upperBound) }
        guard openElement(element) else {
            readAttributes(from: name.upperBound, keep: false)
            return
        }
        output.append(UInt8(ascii: "<"))
        output.append(contentsOf: element == .unknown ? OpenElements.customName : element.bytes)
        if let tag = takeAttributes(from: name.upperBound) { write(tag) }
        output.append(UInt8(ascii: ">"))
        if element == .title { takeTitle() }
    }

    /// A span without an attribute that matters says nothing: its tags are left out.
    private mutating func takeSpan(from place: Int) {
        let tag = takeAttributes(from: place)
        let isWritten = tag != nil && openElement(.span)
        spans.append(isWritten)
        guard let tag else { return }
        guard isWritten else { return attributes.discard(tag) }
        output.append(contentsOf: "<span".utf8)
        write(tag)
        output.append(UInt8(ascii: ">"))
    }

    /// Keeps the attributes of a tag that matter. Returns the number under which they are kept.
    private mutating func takeAttributes(from place: Int) -> Int? {
        attributes.begin()
        readAttributes(from: place, keep: true)
        return attributes.end()
    }

    /// Names the attributes of a tag.
    private mutating func write(_ tag: Int) {
        let mark = ScannedAttributes.mark
        output.append(contentsOf: UnsafeBufferPointer(start: mark.utf8Start, count: mark.utf8CodeUnitCount))
        var number = tag
        let start = output.count
        repeat {
            output.append(0x30 + UInt8(number % 10))
            number /= 10
        } while number > 0
        output[start...].reverse()
    }

    /// A title is text up to its end tag, whatever it looks like.
    private mutating func takeTitle() {
        let end = find(endOf: .title, from: position) ?? position
        while position < end {
            let rest = find(UInt8(ascii: "<"), from: position) ?? end
            copyText(position..<min(rest, end))
            if rest < end { output.append(contentsOf: "&lt;".utf8) }
            position = min(rest + 1, end)
        }
    }

    /// Moves behind the end tag of a raw-text element; to the end of the page where there is none, as browsers do.
    private mutating func skipRawText(_ element: ElementName, keepingJSON: Bool = false) {
        let end = find(endOf: element, from: position)
        if keepingJSON, let end { jsonLD.append(position..<end) }
        guard let end else {
            if element == .script || element == .style { position = input.count }
            return
        }
        position = (find(UInt8(ascii: ">"), from: end) ?? input.count - 1) + 1
    }
}

// MARK: Searching

extension HTMLScan {
    @inline(__always)
    func find(_ byte: UInt8, from start: Int) -> Int? { find(byte, in: start..<max(start, input.count)) }

    @inline(__always)
    func find(_ byte: UInt8, in range: Range<Int>) -> Int? {
        guard !range.isEmpty, let base = input.baseAddress else { return nil }
        guard let found = memchr(base + range.lowerBound, Int32(byte), range.count) else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    /// The quotation mark that ends a value.
    mutating func find(quote: UInt8, from start: Int) -> Int? {
        let isDouble = quote == UInt8(ascii: "\"")
        guard isDouble ? !lacksDoubleQuote : !lacksSingleQuote else { return nil }
        if let found = find(quote, from: start) { return found }
        if isDouble { lacksDoubleQuote = true } else { lacksSingleQuote = true }
        return nil
    }

    /// The place behind the `-->` that ends a comment.
    private mutating func findCommentEnd(from start: Int) -> Int? {
        let needle = Array("-->".utf8)
        guard !absent.contains(needle) else { return nil }
        var place = start
        while let found = find(UInt8(ascii: ">"), from: place) {
            place = found + 1
            if found >= start + 2, input[found - 1] == needle[0], input[found - 2] == needle[0] { return place }
        }
        absent.insert(needle)
        return nil
    }

    /// The place of `</element`, in any case of letters.
    private mutating func find(endOf element: ElementName, from start: Int) -> Int? {
        let name = element.bytes
        let needle = Array("</".utf8) + name
        guard !absent.contains(needle) else { return nil }
        var place = start
        while let found = find(UInt8(ascii: "<"), from: place) {
            place = found + 1
            guard place + name.count < input.count, input[place] == UInt8(ascii: "/") else { continue }
            if zip(input[(place + 1)...], name).allSatisfy({ $0 | 0x20 == $1 }) { return found }
        }
        absent.insert(needle)
        return nil
    }

    @inline(__always)
    func starts(_ text: StaticString, at place: Int) -> Bool {
        guard place + text.utf8CodeUnitCount <= input.count else { return false }
        for offset in 0..<text.utf8CodeUnitCount where input[place + offset] != text.utf8Start[offset] { return false }
        return true
    }

    /// The bytes of a tag's name.
    @inline(__always)
    private func nameRange(from start: Int) -> Range<Int> {
        var end = start
        while end < input.count {
            switch input[end] {
            case 0x09, 0x0a, 0x0c, 0x0d, 0x20, UInt8(ascii: "/"), UInt8(ascii: ">"), UInt8(ascii: "<"):
                return start..<end
            default: end += 1
            }
        }
        return start..<end
    }

    /// Custom elements have a hyphen in their name (HTML Living Standard, section 4.13.2).
    private func isCustom(_ name: Range<Int>) -> Bool {
        input[name].contains(UInt8(ascii: "-"))
    }

    /// Copies text with runs of white space as single spaces: the parser takes its time over each byte, and half of a
    /// page's text is indentation.
    private mutating func copyText(_ range: Range<Int>) {
        var start = range.lowerBound
        var index = start
        while index < range.upperBound {
            guard input[index] <= 0x20 else {
                if input[index] == UInt8(ascii: "&"), let reference = reference(at: index, until: range.upperBound) {
                    copy(start..<index)
                    output.append(contentsOf: reference.text)
                    index += reference.length
                    start = index
                } else {
                    index += 1
                }
                continue
            }
            let run = index
            while index < range.upperBound, input[index] <= 0x20 { index += 1 }
            guard index - run > 1 else { continue }
            copy(start..<run)
            output.append(0x20)
            start = index
        }
        copy(start..<range.upperBound)
    }

    @inline(__always)
    mutating func copy(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: input[range]))
    }
}
