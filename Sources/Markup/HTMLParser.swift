internal import CLibXML2
internal import Glibc

/// Parses pages one after another into trees. Owns libxml2's parser context; one a worker.
public struct HTMLParser: ~Copyable {
    public let limits: MarkupLimits
    private let context: htmlParserCtxtPtr
    private let builder: HTMLTreeBuilder

    public init(limits: MarkupLimits = MarkupLimits()) {
        xmlInitParser()
        // Null only when memory is exhausted, where nothing sensible can follow.
        guard let context = htmlNewParserCtxt() else { preconditionFailure("out of memory") }
        self.limits = limits
        self.context = context
        builder = HTMLTreeBuilder(limits: limits)
    }

    deinit {
        htmlFreeParserCtxt(context)
    }

    /// Parses a page of well-formed UTF-8.
    ///
    /// - Parameter keepsNoscript: whether the content of `noscript` is read, for pages that have nothing else.
    /// - Throws: a limit that the page exceeds.
    public mutating func parse(
        _ page: UnsafeBufferPointer<UInt8>, keepsNoscript: Bool = false
    ) throws(MarkupError) -> HTMLPage {
        guard page.count <= limits.bytes else { throw .tooManyBytes(limit: limits.bytes) }
        guard let base = page.baseAddress, memchr(base, 0, page.count) != nil else {
            return try parseWithoutZeros(page, keepsNoscript)
        }
        let cleaned = page.filter { $0 != 0 }
        var result: Result<HTMLPage, MarkupError> = .failure(.parser(code: 0))
        cleaned.withUnsafeBufferPointer { bytes in
            do throws(MarkupError) {
                result = .success(try parseWithoutZeros(bytes, keepsNoscript))
            } catch {
                result = .failure(error)
            }
        }
        return try result.get()
    }

    private func parseWithoutZeros(
        _ page: UnsafeBufferPointer<UInt8>, _ keepsNoscript: Bool
    ) throws(MarkupError) -> HTMLPage {
        var scan = HTMLScan(page, limits: limits, keepsNoscript: keepsNoscript)
        scan.run()
        builder.begin(scan.attributes, expecting: scan.output.count)
        let code = scan.output.withUnsafeBufferPointer { feed($0) }
        guard code == 0 else { throw .parser(code: Int(code)) }
        let tree = builder.finish()
        guard !builder.isOverflowing else { throw .tooManyNodes(limit: limits.nodes) }
        var budget = limits.jsonLDBytes
        let jsonLD = scan.jsonLD.prefix { range in
            budget -= range.count
            return budget >= 0
        }
        return HTMLPage(tree: tree, jsonLD: jsonLD.map { Array(page[$0]) }, images: scan.images)
    }

    /// Runs the parser over bytes that end in a zero; returns 0, or libxml2's code of what stopped it.
    private func feed(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
        htmlCtxtReset(context)
        // Read in place: the bytes outlive the parse, and a stream without a buffer is never refilled.
        guard let start = bytes.baseAddress, let stream = xmlNewInputStream(context) else {
            return Int32(XML_ERR_NO_MEMORY.rawValue)
        }
        stream.pointee.base = start
        stream.pointee.cur = start
        stream.pointee.end = start + (bytes.count - 1)
        stream.pointee.length = Int32(clamping: bytes.count - 1)
        inputPush(context, stream)
        let options =
            HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue
            | HTML_PARSE_RECOVER.rawValue | HTML_PARSE_IGNORE_ENC.rawValue | HTML_PARSE_COMPACT.rawValue
        htmlCtxtUseOptions(context, Int32(options))
        context.pointee.options |= Int32(XML_PARSE_HUGE.rawValue)
        // The page is UTF-8 whatever it says of itself: neither its meta tags nor a guess are asked.
        context.pointee.charset = Int32(XML_CHAR_ENCODING_UTF8.rawValue)
        context.pointee.sax.pointee = Self.handler
        context.pointee.userData = Unmanaged.passUnretained(builder).toOpaque()
        htmlParseDocument(context)
        let code = context.pointee.errNo
        return code == XML_ERR_NO_MEMORY.rawValue || code == XML_ERR_INTERNAL_ERROR.rawValue ? code : 0
    }

    private static var handler: xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.startElement = { context, name, attributes in
            guard let context, let name else { return }
            Unmanaged<HTMLTreeBuilder>.fromOpaque(context).takeUnretainedValue().startElement(name, attributes)
        }
        handler.endElement = { context, _ in
            guard let context else { return }
            Unmanaged<HTMLTreeBuilder>.fromOpaque(context).takeUnretainedValue().endElement()
        }
        let characters: charactersSAXFunc = { context, characters, count in
            guard let context, let characters else { return }
            Unmanaged<HTMLTreeBuilder>.fromOpaque(context).takeUnretainedValue()
                .characters(UnsafeBufferPointer(start: characters, count: Int(count)))
        }
        handler.characters = characters
        handler.ignorableWhitespace = characters
        handler.cdataBlock = characters
        return handler
    }
}
