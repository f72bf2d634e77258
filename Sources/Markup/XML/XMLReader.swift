/// Reads XML as it stands on the Web, event by event, with memory that does not grow with the document.
///
/// Well-formed documents are read as XML 1.0 and its namespaces say. Of others, everything that can be told is read, and
/// the first fault is kept: libxml2's recovery would drop the parameters of a link with a bare `&`, all HTML entities,
/// and the rest of the document behind an attribute without quotation marks. Document types are passed over, entities
/// other than HTML's are never resolved and nothing outside of the document is ever read.
public struct XMLReader {
    public enum Event: Sendable {
        /// An element begins: `name`, `attributes`.
        case start
        /// An element ends: `name`.
        case end
        /// A piece of text, in `text`; others may follow directly.
        case text
    }

    public let limits: XMLLimits
    /// Of the element that begins or ends.
    public private(set) var name = XMLName(prefix: "", namespace: "", local: "")
    /// Of the element that begins.
    public private(set) var attributes: [XMLAttribute] = []
    /// UTF-8 with references resolved and without forbidden controls. Invalid where the document is.
    public internal(set) var text: [UInt8] = []
    /// The number of elements that are open: that which begins or ends counts.
    public private(set) var depth = 0
    /// Where the document first departs from XML.
    public private(set) var fault: XMLFault?

    var buffer: [UInt8] = []
    var position = 0
    var isInCDATA = false
    private let source: () throws -> [UInt8]?
    private var isAtEnd = false
    /// The place of the buffer in the document.
    private var bufferOffset = 0
    private var open: [OpenElement] = []
    private var scope = NamespaceScope()
    private var endsDue = 0
    private var elements = 0

    private struct OpenElement {
        var qualified: String
        var name: XMLName
        var outerDeclarations: Int
    }

    /// - Parameter source: gives the next bytes of the document, in UTF-8 whatever the document declares; nil at its end.
    public init(limits: XMLLimits = XMLLimits(), source: @escaping () throws -> [UInt8]?) {
        self.limits = limits
        self.source = source
    }

    public init(_ document: [UInt8], limits: XMLLimits = XMLLimits()) {
        var rest: [UInt8]? = document
        self.init(limits: limits) { rest.take() }
    }

    /// The next event, nil at the end of the document.
    ///
    /// - Throws: `XMLError`, and what the source throws.
    public mutating func next() throws -> Event? {
        if endsDue > 0 { return endElement() }
        depth = open.count
        while try require(1) {
            if isInCDATA || buffer[position] != UInt8(ascii: "<") {
                text.removeAll(keepingCapacity: true)
                try isInCDATA ? readCDATA() : readText()
            } else if let event = try readMarkup() {
                return event
            }
            if !text.isEmpty, let event = takeText() { return event }
        }
        if open.isEmpty, !isInCDATA { return nil }
        note(.truncated)
        isInCDATA = false
        endsDue = open.count
        return endsDue > 0 ? endElement() : nil
    }

    /// An attribute of the element that begins, by its local name. Without a namespace, only attributes without prefix.
    public func attribute(_ local: String, namespace: String? = nil) -> String? {
        attributes.first {
            $0.name.local == local && (namespace == nil ? $0.name.prefix.isEmpty : $0.name.namespace == namespace)
        }?.value
    }

    private mutating func takeText() -> Event? {
        if depth > 0 { return .text }
        if text.contains(where: { !isXMLSpace($0) }) { note(.outside, before: text.count) }
        text.removeAll(keepingCapacity: true)
        return nil
    }

    private mutating func readMarkup() throws -> Event? {
        text.removeAll(keepingCapacity: true)
        let next = try require(2) ? buffer[position + 1] : 0
        if isXMLNameStart(next) { return try readStartTag() }
        if next == UInt8(ascii: "/"), try require(3), isXMLNameStart(buffer[position + 2]) { return try readEndTag() }
        if next == UInt8(ascii: "?") {
            try skip(past: "?>", from: 2)
        } else if next == UInt8(ascii: "!") {
            _ = try require(9)
            if isAt("<!--") {
                try skip(past: "-->", from: 4)
            } else if isAt("<![CDATA[") {
                position += 9
                isInCDATA = true
            } else {
                try skipDeclaration()
            }
        } else {
            note(.tag)
            text.append(UInt8(ascii: "<"))
            position += 1
        }
        return nil
    }

    // MARK: Elements

    private mutating func readStartTag() throws -> Event {
        elements += 1
        guard elements <= limits.elements else { throw XMLError.tooManyElements(limit: limits.elements) }
        guard open.count < limits.depth else { throw XMLError.tooDeep(limit: limits.depth) }
        let end = try tagEnd()
        var tag = XMLTag(buffer, position + 1..<end)
        if end == buffer.count || buffer[end] != UInt8(ascii: ">") { tag.fault = .tag }
        let qualified = tag.takeName()
        let declarations = scope.count
        attributes.removeAll(keepingCapacity: true)
        while attributes.count < limits.attributes, let (name, value) = tag.takeAttribute() {
            if name == "xmlns" || name.hasPrefix("xmlns:") {
                if scope.count < limits.attributes { scope.declare(String(name.dropFirst(6)), value) }
            } else {
                let name = XMLName(qualified: name)
                if attributes.contains(where: { $0.name == name }) { continue }
                attributes.append(XMLAttribute(name: name, value: value))
            }
        }
        for index in attributes.indices where !attributes[index].name.prefix.isEmpty {
            attributes[index].name.namespace = scope.uri(of: attributes[index].name.prefix)
        }
        name = XMLName(qualified: qualified)
        name.namespace = scope.uri(of: name.prefix)
        if let kind = tag.fault { note(kind) }
        open.append(OpenElement(qualified: qualified, name: name, outerDeclarations: declarations))
        depth = open.count
        endsDue = tag.isEmptyElement ? 1 : 0
        position = end < buffer.count && buffer[end] == UInt8(ascii: ">") ? end + 1 : end
        return .start
    }

    /// Ends the elements inside of the one that is named; an end tag that nothing opened is passed over.
    private mutating func readEndTag() throws -> Event? {
        let end = try tagEnd()
        var tag = XMLTag(buffer, position + 2..<end)
        let qualified = tag.takeName()
        position = end < buffer.count && buffer[end] == UInt8(ascii: ">") ? end + 1 : end
        if open.last?.qualified != qualified { note(.mismatch) }
        guard let index = open.lastIndex(where: { $0.qualified == qualified }) else { return nil }
        endsDue = open.count - index
        return endElement()
    }

    private mutating func endElement() -> Event? {
        depth = open.count
        endsDue -= 1
        guard let element = open.popLast() else { return nil }
        scope.leave(to: element.outerDeclarations)
        name = element.name
        return .end
    }

    // MARK: Bytes

    /// Whether `count` bytes are there, after reading more where they are not.
    mutating func require(_ count: Int) throws -> Bool {
        while buffer.count - position < count {
            guard try fill() else { return false }
        }
        return true
    }

    /// Reads more, at least as much as is there already, so that looking for an end again and again stays linear.
    mutating func fill() throws -> Bool {
        guard !isAtEnd else { return false }
        bufferOffset += position
        buffer.removeFirst(position)
        position = 0
        let wanted = 2 * buffer.count + 1
        while buffer.count < wanted {
            guard let more = try source() else {
                isAtEnd = true
                break
            }
            guard bufferOffset + buffer.count + more.count <= limits.bytes else {
                throw XMLError.tooManyBytes(limit: limits.bytes)
            }
            if buffer.isEmpty { buffer = more } else { buffer += more }
        }
        return position < buffer.count
    }

    func isAt(_ text: StaticString) -> Bool {
        guard buffer.count - position >= text.utf8CodeUnitCount else { return false }
        return (0..<text.utf8CodeUnitCount).allSatisfy { buffer[position + $0] == text.utf8Start[$0] }
    }

    mutating func note(_ kind: XMLFault.Kind, before length: Int = 0) {
        if fault == nil { fault = XMLFault(kind: kind, offset: bufferOffset + position - length) }
    }
}
