import SystemPackage
import Web

/// Pages that a list or sitemap names, on their way into the queue.
///
/// The store knows pages by digests, which come in no order: added as they come, each of millions would be looked for in
/// another part of a file that does not fit memory. So pages are first dealt out by digest into parts, temporary files
/// without a name, and those of one part are added together.
final class FoundPages {
    private struct Part {
        var file: SpoolFile?
        var rows: [UInt8] = []
    }

    /// A row of a part: where its URL begins and ends, and of which host it is.
    private struct Place {
        var host: Int
        var start: Int
        var end: Int
    }

    private let folder: FilePath
    private var parts: [Part]
    /// Pages appended since the last ``add``.
    private(set) var count = 0

    /// Bytes of a listing for which there is one part more; the most parts, each with an open file; and what all of them
    /// keep in memory together.
    private static let bytesPerPart = 1 << 20
    private static let mostParts = 512
    private static let memory = 1 << 20
    private static let keyLength = 24
    /// The key, then the lengths of the origin and the URL.
    private static let headerLength = keyLength + 4

    /// - Parameters:
    ///   - folder: for the temporary files.
    ///   - bytes: how long the listing is.
    init(folder: FilePath, bytes: Int) {
        self.folder = folder
        parts = Array(repeating: Part(), count: min(max(bytes / Self.bytesPerPart, 1), Self.mostParts))
    }

    func append(_ url: WebURL) throws {
        let key = CrawlStore.key(url, .page)
        let origin = url.siteOrigin
        let href = url.requestHref
        let index = ((Int(key.prefix(4), radix: 16) ?? 0) * parts.count) >> 16
        parts[index].rows += key.utf8
        for length in [origin.utf8.count, href.utf8.count] {
            parts[index].rows += [UInt8(truncatingIfNeeded: length >> 8), UInt8(truncatingIfNeeded: length)]
        }
        parts[index].rows += href.utf8
        count += 1
        guard parts[index].rows.count > Self.memory / parts.count else { return }
        let file = try parts[index].file ?? SpoolFile(folder: folder)
        try file.append(parts[index].rows)
        parts[index].file = file
        parts[index].rows.removeAll(keepingCapacity: true)
    }

    /// Adds the pages to the queue and forgets them. Returns how many were not known.
    ///
    /// - Parameter transaction: runs the work for one part.
    func add(
        source: Int, due: Int, within transaction: ((StoreChanges) throws -> Void) throws -> Void
    ) throws -> Int {
        var added = 0
        for index in parts.indices {
            let rows = try takeRows(index)
            if !rows.isEmpty {
                try transaction { changes in added += try self.add(rows, source: source, due: due, changes) }
            }
        }
        count = 0
        return added
    }

    /// The rows of a part, which is empty afterwards.
    private func takeRows(_ index: Int) throws -> [UInt8] {
        defer { parts[index] = Part() }
        guard let file = parts[index].file else { return parts[index].rows }
        var rows: [UInt8] = []
        rows.reserveCapacity(file.count + parts[index].rows.count)
        while let bytes = try file.read(at: rows.count) { rows += bytes }
        rows += parts[index].rows
        return rows
    }

    private func add(_ rows: [UInt8], source: Int, due: Int, _ changes: StoreChanges) throws -> Int {
        func length(at place: Int) -> Int { Int(rows[place]) << 8 | Int(rows[place + 1]) }
        func text(_ range: Range<Int>) -> String { String(decoding: rows[range], as: UTF8.self) }
        var places: [Place] = []
        var start = 0
        while start < rows.count {
            let lengths = start + Self.keyLength
            let url = start + Self.headerLength
            let host = try changes.host(text(url..<url + length(at: lengths)))
            places.append(Place(host: host, start: url, end: url + length(at: lengths + 2)))
            start = url + length(at: lengths + 2)
        }
        // The order of the listing holds where one part is all; else neighbours of the queue's index go together.
        if parts.count > 1 { places.sort { ($0.host, $0.start) < ($1.host, $1.start) } }
        var added = 0
        for place in places {
            let key = place.start - Self.headerLength
            let isNew = try changes.add(
                key: text(key..<key + Self.keyLength), href: text(place.start..<place.end), host: place.host,
                source: source, due: due)
            if isNew { added += 1 }
        }
        try changes.count(added, source: source, .page)
        return added
    }
}
