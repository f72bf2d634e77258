import Archive
import Files
import Records
import SystemPackage

/// The pages in a WARC or ARC file, each by its place in it.
struct OpenArchive {
    private let page: PageInput
    /// Null where the file cannot be read, or not any further.
    private var records: RecordsBox?
    /// Why it cannot, until it is told.
    private var failure: FileReadError?

    /// A reader is not copyable; this box lets the archive be handed on.
    private final class RecordsBox {
        var reader: WARCReader
        init(_ reader: consuming WARCReader) { self.reader = reader }
    }

    init(_ page: PageInput) {
        self.page = page
        do throws(FileReadError) {
            records = RecordsBox(try WARCReader(path: page.file.string))
        } catch {
            failure = error
        }
    }

    /// The next page, or what is none; null at the end. A file that cannot be read is one record that says so.
    mutating func next() -> InputRecord<PageInput>? {
        do throws(FileReadError) {
            if let item = try records?.reader.next() { return record(item) }
        } catch {
            failure = error
            records = nil
        }
        guard let failure else { return nil }
        self.failure = nil
        let cause = Errno(rawValue: failure.code)
        let refusal = Refusal("unreadable", "\(page.source.path): \(cause)")
        return InputRecord(id: nil, place: page.source.path, .refused(refusal))
    }

    private func record(_ item: WARCReader.Item) -> InputRecord<PageInput> {
        switch item {
        case .defect(let defect): return refused(defect, at: defect.offset)
        case .record(let record):
            if let defect = record.defect { return refused(defect, at: record.offset) }
            if let reason = Self.reasonToSkip(record) {
                return InputRecord(id: nil, place: place(record.offset), .skipped(reason))
            }
            guard record.offsetInMember == 0 else {
                let detail = "its records share one gzip member, so none can be read alone; unpack it with gunzip"
                return refused(
                    WARCDefect(offset: record.offset, reason: .unsupportedCompression, detail: detail),
                    at: record.offset)
            }
            return found(record)
        }
    }

    private func found(_ record: WARCRecord) -> InputRecord<PageInput> {
        var page = page
        page.reference.id = nil
        page.reference.url = record.targetURI ?? page.reference.url
        page.source.kind = .warc
        page.source.offset = record.offset
        page.source.length = record.length
        page.source.fetchedAt = record.date
        // Where the bytes cannot be read now, whoever reads the page will say so.
        page.source.sha256 = try? page.file.sha256(from: record.offset, count: record.length)
        return InputRecord(id: nil, place: page.source.place, .value(page))
    }

    private func refused(_ defect: WARCDefect, at offset: Int) -> InputRecord<PageInput> {
        let refusal = Refusal(defect.reason.rawValue, "\(place(offset)): \(defect.detail)")
        return InputRecord(id: nil, place: place(offset), .refused(refusal))
    }

    private func place(_ offset: Int) -> String {
        var source = page.source
        source.offset = offset
        return source.place
    }

    /// Those of ISO 28500:2017 section 6 that are no pages.
    private static let types: Set = ["warcinfo", "request", "metadata", "revisit", "conversion", "continuation"]

    /// Null for a page; else under what the record is counted.
    private static func reasonToSkip(_ record: WARCRecord) -> String? {
        guard record.type == "response" || record.type == "resource" else {
            return types.contains(record.type) ? "warc_\(record.type)" : "warc_unknown"
        }
        if let status = record.httpStatus, status != 200 { return "http_error" }
        guard let type = record.httpContentType ?? (record.type == "resource" ? record.contentType : nil) else {
            return nil
        }
        let isPage = ["text/html", "application/xhtml", "text/plain"].contains { type.lowercased().hasPrefix($0) }
        return isPage ? nil : "not_a_page"
    }
}
