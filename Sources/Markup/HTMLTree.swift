/// A parsed page as flat tables: nodes in document order, one buffer of text, one of attribute values.
///
/// White space in the text is collapsed to single spaces; control characters, soft hyphens and zero-width spaces are
/// left out. A node's text is a range of the text buffer that includes the text of all nodes inside it.
public struct HTMLTree: Sendable {
    public struct Node: Sendable {
        public var element: ElementName
        public var attributeCount: UInt8 = 0
        /// The number of elements above it.
        public var depth: UInt16
        /// Index of the element it stands in; its own for the root.
        public var parent: Int32
        /// Index behind its last descendant.
        public var end: Int32
        public var textStart: Int32
        public var textEnd: Int32
        public var attributeStart: Int32 = 0
    }

    public struct Attribute: Sendable {
        public var name: AttributeName
        /// The range of the value in `values`.
        public var start: Int32
        public var end: Int32
    }

    /// Node 0 is a root that the page does not have.
    public internal(set) var nodes: [Node] = []
    public internal(set) var attributes: [Attribute] = []
    public internal(set) var text: [UInt8] = []
    public internal(set) var values: [UInt8] = []

    /// The value of an attribute, character references resolved; nil where the node does not have it.
    public func value(_ name: AttributeName, of node: Int) -> ArraySlice<UInt8>? {
        let start = Int(nodes[node].attributeStart)
        for index in start..<start + Int(nodes[node].attributeCount) where attributes[index].name == name {
            return values[Int(attributes[index].start)..<Int(attributes[index].end)]
        }
        return nil
    }

    /// The value of an attribute as a string.
    public func string(_ name: AttributeName, of node: Int) -> String? {
        value(name, of: node).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The text of a node and all inside it, without spaces around it.
    public func trimmedText(of node: Int) -> ArraySlice<UInt8> {
        var range = Int(nodes[node].textStart)..<Int(nodes[node].textEnd)
        while let first = range.first, text[first] == UInt8(ascii: " ") { range = first + 1..<range.upperBound }
        while let last = range.last, text[last] == UInt8(ascii: " ") { range = range.lowerBound..<last }
        return text[range]
    }
}

/// What one parse yields.
public struct HTMLPage: Sendable {
    public var tree: HTMLTree
    /// Bodies of `<script type="application/ld+json">`, raw.
    public var jsonLD: [[UInt8]]
    /// The number of `img` tags.
    public var images: Int
}
