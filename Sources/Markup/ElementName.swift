/// The elements told apart. Every other element is `unknown`, and a run of text is `text`.
public enum ElementName: UInt8, Sendable, CaseIterable {
    case text, unknown
    case a, address, article, aside, audio, b, base, blockquote, body, br, button, canvas, caption, center, cite
    case dd, details, dialog, div, dl, dt, embed, fieldset, figcaption, figure, footer, form, frame
    case h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html, iframe, img, input, label, legend, li, link
    case main, math, menu, meta, nav, noembed, noframes, noscript, object, ol, p, pre, q
    case rp, rt, script, section, select, small, source, span, strong, style, summary, svg, table, tbody
    case td, template, textarea, tfoot, th, thead, time, title, tr, track, ul, video, xmp
}

extension ElementName {
    /// Looks up a name of ASCII letters in any case.
    @inline(__always)
    init(_ name: UnsafeBufferPointer<UInt8>) {
        self = ElementTable.names[name] ?? .unknown
    }

    /// Elements that never have content (HTML Living Standard, section 13.1.2).
    var isVoid: Bool { Self.void.contains(self) }

    /// Elements whose start ends an open paragraph.
    public var isBlock: Bool { Self.block.contains(self) }

    /// Elements that are left out with all they hold: what a reader is not shown, or not as text.
    var isDropped: Bool { Self.dropped.contains(self) }

    /// Elements whose content is raw text that ends only at their own end tag.
    var isRawText: Bool { Self.rawText.contains(self) }

    /// Elements that only dress their text: the tags go, the text stays.
    var isDressing: Bool { Self.dressing.contains(self) }

    /// Elements that the parse can do without although they may hold nothing: pictures and controls.
    var isEmptyOfText: Bool { Self.emptyOfText.contains(self) }

    private static let void = ElementSet([
        .base, .br, .embed, .frame, .hr, .img, .input, .link, .meta, .source, .track,
    ])
    private static let emptyOfText = ElementSet([.embed, .frame, .img, .input, .source, .track])
    private static let dressing = ElementSet([.hgroup, .label, .tbody, .thead, .tfoot])
    private static let rawText = ElementSet([
        .iframe, .noembed, .noframes, .script, .style, .textarea, .title, .xmp,
    ])
    private static let dropped = ElementSet([
        .audio, .canvas, .math, .noscript, .object, .rp, .rt, .select, .svg, .template, .video,
    ])
    private static let block = ElementSet([
        .address, .article, .aside, .blockquote, .body, .caption, .center, .dd, .details, .dialog, .div, .dl, .dt,
        .fieldset, .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .head, .header, .hr, .html,
        .legend, .li, .main, .menu, .nav, .ol, .p, .pre, .section, .summary, .table, .td, .th, .title, .tr, .ul,
    ])
}

/// A set of elements as 128 bits.
public struct ElementSet: Sendable {
    @usableFromInline let low: UInt64
    @usableFromInline let high: UInt64

    public init(_ elements: [ElementName]) {
        var low: UInt64 = 0
        var high: UInt64 = 0
        for element in elements {
            if element.rawValue < 64 {
                low |= 1 << UInt64(element.rawValue)
            } else {
                high |= 1 << UInt64(element.rawValue - 64)
            }
        }
        self.low = low
        self.high = high
    }

    @inlinable
    public func contains(_ element: ElementName) -> Bool {
        let value = element.rawValue
        return value < 64 ? low >> UInt64(value) & 1 != 0 : high >> UInt64(value - 64) & 1 != 0
    }
}

enum ElementTable {
    static let names = NameTable(
        ElementName.allCases.filter { $0 != .text && $0 != .unknown }.map { (String(describing: $0), $0) })
}
