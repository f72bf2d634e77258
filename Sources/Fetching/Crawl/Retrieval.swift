import Archive
import SystemPackage

/// Keeps the pages that a crawl gets, in WARC files.
final class Retrieval: Workload {
    private var writer: ArchiveBox
    private let schedule: Schedule
    private let settings: CrawlSettings
    private let progress: CrawlProgress

    /// A writer is not copyable; this box lets it change within a class.
    final class ArchiveBox {
        var writer: WARCWriter
        init(_ writer: consuming WARCWriter) { self.writer = writer }
    }

    init(writer: ArchiveBox, settings: CrawlSettings, progress: CrawlProgress) {
        self.writer = writer
        self.settings = settings
        self.progress = progress
        schedule = Schedule(settings)
    }

    func finished(_ task: CrawlTask, _ outcome: CrawlOutcome, _ changes: StoreChanges) throws -> Bool {
        let now = Moment.now
        switch outcome {
        case .robots: return false
        case .fault(let fault, let status, let retryAt):
            let due = schedule.afterFault(fault, status: status, retryAt: retryAt, now: now)
            try changes.note(task.id, fault, status: status, asked: now, due: due)
            return false
        case .notModified(let response, let request):
            try keep(.notModified, of: task.page, response, request, now.timestamp)
            let (due, interval) = schedule.afterNoChange(now, interval: task.page.interval)
            try changes.noteUnchanged(task.id, status: 304, asked: now, due: due, interval: interval)
            return true
        case .found(let response, let request):
            switch PageContent.read(response, settings) {
            case .success(let content):
                try keep(content, task, response, request, changes, now)
                // Of redirects the archive does not tell.
                return task.visited.isEmpty
            case .failure(let fault):
                progress.note(fault, source: task.source)
                let due = schedule.afterFault(fault, status: 200, retryAt: nil, now: now)
                try changes.note(task.id, fault, status: 200, asked: now, due: due)
                return false
            }
        }
    }

    private func keep(
        _ content: PageContent, _ task: CrawlTask, _ response: HTTPResponse, _ request: HTTPRequest,
        _ changes: StoreChanges, _ now: Moment
    ) throws {
        let isRedirected = !task.visited.isEmpty
        guard let page = isRedirected ? try changes.page(at: request.url, like: task) : task.page else { return }
        if isRedirected {
            progress.redirected(source: task.source)
            try changes.noteRedirect(task.id, to: request.href, asked: now, due: schedule.afterChange(now).due)
        }
        if page.digest == content.digest, page.record != nil {
            progress.unchanged(source: task.source)
            try keep(.identicalPayload, of: page, response, request, now.timestamp, digest: content.payloadDigest)
            let (due, interval) = schedule.afterNoChange(now, interval: page.interval)
            return try changes.noteUnchanged(page.id, status: 200, asked: now, due: due, interval: interval)
        }
        progress.stored(source: task.source)
        let place = try store(content, response, request, now.timestamp)
        let (due, interval) = schedule.afterChange(now)
        try changes.store(
            page.id, at: request.href, digest: content.digest, validators: Validators(response.fields),
            noarchive: content.isNoarchive, place: place, asked: now, due: due, interval: interval)
    }

    // MARK: Records

    /// Writes the response and the request that it answers.
    private func store(
        _ content: PageContent, _ response: HTTPResponse, _ request: HTTPRequest, _ date: String
    ) throws -> WARCWriter.Place {
        try writer.writer.rotate(date: date)
        var draft = WARCDraft(.response, date: date, targetURI: request.href, head: storedHead(response))
        draft.body = response.body
        draft.fields = [
            ("WARC-IP-Address", response.address), ("WARC-Payload-Digest", "sha256:" + content.payloadDigest),
        ]
        let place = writer.writer.append(draft)
        keep(request, of: place.id, date)
        return place
    }

    /// Writes that a page is what it was.
    private func keep(
        _ profile: WARCDraft.RevisitProfile, of page: StoreChanges.Page, _ response: HTTPResponse,
        _ request: HTTPRequest, _ date: String, digest: String? = nil
    ) throws {
        try writer.writer.rotate(date: date)
        var draft = WARCDraft(.revisit, date: date, targetURI: request.href, head: storedHead(response))
        draft.fields = [("WARC-IP-Address", response.address), ("WARC-Profile", profile.rawValue)]
        if let (id, kept) = page.record {
            draft.fields += [
                ("WARC-Refers-To", id), ("WARC-Refers-To-Target-URI", request.href), ("WARC-Refers-To-Date", kept),
            ]
        }
        if let digest { draft.fields.append(("WARC-Payload-Digest", "sha256:" + digest)) }
        keep(request, of: writer.writer.append(draft).id, date)
    }

    private func keep(_ request: HTTPRequest, of id: String, _ date: String) {
        var draft = WARCDraft(.request, date: date, targetURI: request.href, head: request.head)
        draft.fields = [("WARC-Concurrent-To", id)]
        _ = writer.writer.append(draft)
    }

    func flush() throws { try writer.writer.flush() }

    func willCommit(_ changes: StoreChanges) throws {
        guard writer.writer.file > 0 else { return }
        try flush()
        try changes.noteArchive(file: writer.writer.file, length: writer.writer.length)
    }

    func sync() throws { try writer.writer.sync() }
}

extension Validators {
    /// Of a response; what is too long to be one is left out.
    init(_ fields: HeaderFields) {
        func short(_ value: String?) -> String? { value.flatMap { $0.utf8.count <= 1024 ? $0 : nil } }
        etag = short(fields["ETag"])
        lastModified = short(fields["Last-Modified"])
    }
}

/// The head as it came, but for the fields that tell of a transfer coding, which was undone: they get the prefix under
/// which Common Crawl keeps them, and the body its length.
private func storedHead(_ response: HTTPResponse) -> [UInt8] {
    guard response.fields["Transfer-Encoding"] != nil else { return response.head }
    var head: [UInt8] = []
    for line in response.head.split(separator: 0x0A) {
        let line = line.last == 0x0D ? line.dropLast() : line
        guard !line.isEmpty else { continue }
        let name = String(decoding: line.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self).lowercased()
        if name == "transfer-encoding" || name == "content-length" { head += "X-Crawler-".utf8 }
        head += line
        head += "\r\n".utf8
    }
    head += "Content-Length: \(response.body.count)\r\n\r\n".utf8
    return head
}
