import Archive
import Digest
import Files
import SystemPackage
import Web

/// What a crawl wrote into its WARC files before it was killed, and could not note any more: the archive is the log of the
/// store.
struct ArchiveTail {
    let folder: FilePath
    let store: CrawlStore
    let settings: CrawlSettings
    /// Pages that were found.
    private(set) var count = 0

    /// A response or revisit record whose request record is still to come.
    private struct Answer {
        var record: WARCRecord
        var message: (head: [UInt8], fields: HeaderFields, body: [UInt8])
    }

    init(folder: FilePath, store: CrawlStore, settings: CrawlSettings) {
        (self.folder, self.store, self.settings) = (folder, store, settings)
    }

    /// Notes the pages of whole records behind what is known, and returns where they end: the file's number and its length.
    mutating func note(behind known: (file: Int, length: Int)) throws -> (file: Int, length: Int) {
        var end = known.file > 0 ? known : (file: 1, length: 0)
        guard let stamp = FileStamp(path(end.file)), stamp.size >= end.length else { return known }
        end.length = try note(end)
        while end.length == FileStamp(path(end.file))?.size, FileStamp(path(end.file + 1)) != nil {
            end = (file: end.file + 1, length: 0)
            end.length = try note(end)
        }
        try store.change { try $0.noteArchive(file: end.file, length: end.length) }
        try store.commit()
        return end
    }

    private func path(_ file: Int) -> FilePath { folder.appending(WARCWriter.name(file)) }

    /// Returns how much of a file is whole and noted.
    private mutating func note(_ start: (file: Int, length: Int)) throws -> Int {
        var end = start.length
        var answer: Answer?
        var reader = try WARCReader(
            path: path(start.file).string, from: end,
            blockLimit: settings.maxEncodedBytes + settings.maxHeaderBytes + 1024)
        while case .record(let record)? = try reader.next(), record.defect == nil {
            switch record.type {
            case "warcinfo": end = record.offset + record.length
            case "response", "revisit": answer = reader.message().map { Answer(record: record, message: $0) }
            case "request":
                guard let whole = answer, try note(whole, file: start.file) else { return end }
                (answer, end) = (nil, record.offset + record.length)
            default: return end
            }
        }
        return end
    }

    /// False where the answer belongs to no page of the store, or would not have been kept.
    private mutating func note(_ answer: Answer, file: Int) throws -> Bool {
        let record = answer.record
        guard let href = record.targetURI, let url = WebURL(href), let id = record.id, let status = record.httpStatus,
            let asked = record.date.flatMap(Moment.init(timestamp:))
        else { return false }
        let schedule = Schedule(settings)
        let isNoted = try store.change { changes -> Bool in
            guard let page = try changes.page(at: url) else { return false }
            if record.type == "revisit" {
                let (due, interval) = schedule.afterNoChange(asked, interval: page.interval)
                try changes.noteUnchanged(page.id, status: status, asked: asked, due: due, interval: interval)
                return true
            }
            let (head, fields, body) = answer.message
            let response = HTTPResponse(status: status, head: head, fields: fields, body: body, address: "")
            guard case .success(let content) = PageContent.read(response, settings) else { return false }
            let bytes = try path(file).readBytes(from: record.offset, count: record.length)
            let place = WARCWriter.Place(
                file: file, offset: record.offset, length: record.length, sha256: SHA256.hex(bytes), id: "<\(id)>")
            let (due, interval) = schedule.afterChange(asked)
            try changes.store(
                page.id, at: href, digest: content.digest, validators: Validators(fields),
                noarchive: content.isNoarchive, place: place, asked: asked, due: due, interval: interval)
            return true
        }
        if isNoted { count += 1 }
        return isNoted
    }
}
