/// The elements told apart. Every other element is `unknown`, and a run of text is `text`.
public enum ElementName: UInt8, Sendable, CaseIterable {
    case text, unknown
    case a, address, article, aside, audio, b, base, blockquote, body, br, button, canvas, caption, center, cite
    case dd, details, dialog, div, dl, dt, embed, fieldset, figcaption, figure, font, footer, form, frame
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
    var isVoid: Bool {
        switch self {
        case .base, .br, .embed, .frame, .hr, .img, .input, .link, .meta, .source, .track: true
        default: false
        }
    }

    /// Elements whose start ends an open paragraph.
    @inlinable public var isBlock: Bool {
        switch self {
        case .address, .article, .aside, .blockquote, .body, .caption, .center, .dd, .details, .dialog, .div,
            .dl, .dt, .fieldset, .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .head,
            .header, .hr, .html, .legend, .li, .main, .menu, .nav, .ol, .p, .pre, .section, .summary, .table,
            .td, .th, .title, .tr, .ul:
            true
        default: false
        }
    }

    /// Elements that are left out with all they hold: what a reader is not shown, or not as text.
    var isDropped: Bool {
        switch self {
        case .audio, .canvas, .math, .noscript, .object, .rp, .rt, .select, .svg, .template, .video: true
        default: false
        }
    }

    /// Elements whose content is raw text that ends only at their own end tag.
    var isRawText: Bool {
        switch self {
        case .iframe, .noembed, .noframes, .script, .style, .textarea, .title, .xmp: true
        default: false
        }
    }

    /// Elements that only dress their text: the tags go, the text stays.
    var isDressing: Bool {
        switch self {
        case .hgroup, .label, .tbody, .thead, .tfoot: true
        default: false
        }
    }

    /// Elements that the parse can do without although they may hold nothing: pictures and controls.
    var isEmptyOfText: Bool {
        switch self {
        case .embed, .frame, .img, .input, .source, .track: true
        default: false
        }
    }
}

enum ElementTable {
    static let names = NameTable(
        ElementName.allCases.filter { $0 != .text && $0 != .unknown }.map { (String(describing: $0), $0) })
}
