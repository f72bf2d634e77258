/// Writes HTML with inline SVG. Names of elements and attributes are literals; whatever is data is escaped.
///
/// Block elements and shapes end a line, so that two pages can be compared line by line.
public struct HTMLWriter {
    public private(set) var bytes: [UInt8] = []

    public typealias Attributes = KeyValuePairs<StaticString, String?>

    /// Elements after which a line break could be seen.
    private static let inline: Set<String> = ["a", "b", "bdi", "code", "em", "mark", "small", "span", "text", "title"]

    public init() {}

    /// Text as data.
    public mutating func text(_ text: String) {
        bytes += escaped(text)
    }

    /// Text from outside, whose direction of writing must not reach what stands beside it.
    public mutating func untrusted(_ text: String) {
        element("bdi") { $0.text(text) }
    }

    /// An element with its content. Attributes that are null are left out.
    public mutating func element(
        _ name: StaticString, _ attributes: Attributes = [:], _ content: (inout HTMLWriter) throws -> Void
    ) rethrows {
        open(name, attributes)
        try content(&self)
        append("</")
        append(name)
        append(">")
        endLine(after: name)
    }

    public mutating func element(_ name: StaticString, _ attributes: Attributes = [:], text: String) {
        element(name, attributes) { $0.text(text) }
    }

    /// An HTML element that has no content.
    public mutating func void(_ name: StaticString, _ attributes: Attributes = [:]) {
        open(name, attributes)
        endLine(after: name)
    }

    /// An SVG shape, with a title that a pointer shows.
    public mutating func shape(_ name: StaticString, _ attributes: Attributes, title: String? = nil) {
        element(name, attributes) { writer in
            if let title { writer.element("title", text: title) }
        }
    }

    /// Text of our own that holds markup or a style sheet already.
    public mutating func raw(_ text: StaticString) {
        append(text)
    }

    /// Bytes of our own that hold a style sheet or a script already.
    mutating func raw(bytes more: some Sequence<UInt8>) {
        bytes += more
    }

    private mutating func open(_ name: StaticString, _ attributes: Attributes) {
        append("<")
        append(name)
        for (key, value) in attributes {
            guard let value else { continue }
            append(" ")
            append(key)
            append("=\"")
            bytes += escaped(value)
            append("\"")
        }
        append(">")
    }

    private mutating func endLine(after name: StaticString) {
        if !Self.inline.contains("\(name)") { append("\n") }
    }

    private mutating func append(_ text: StaticString) {
        bytes += UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    }
}
