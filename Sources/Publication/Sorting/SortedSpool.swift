import Files
import Records
public import SystemPackage

/// Sorts any number of rows with bounded memory: what does not fit is spilled to files in sorted runs, which are
/// merged, a fixed number at once (Knuth, The Art of Computer Programming, volume 3, section 5.4). Rows of one key come in
/// the order of their own bytes, so the order of adding shows nowhere.
public final class SortedSpool {
    private let folder: FilePath
    private let name: String
    private let limit: Int
    private var arena: [UInt8] = []
    private var entries: [Entry] = []
    /// Runs by how often their rows were merged: so many of one level make one of the next.
    private var levels: [[FilePath]] = []
    private var made = 0

    /// Runs that are merged at once, each with an open file and a buffer.
    private static let fanIn = 32

    private struct Entry {
        var start: Int
        var key: Int
        var row: Int
    }

    /// - Parameters:
    ///   - folder: where runs are spilled.
    ///   - limit: bytes of rows that are held in memory.
    public init(in folder: FilePath, named name: String, limit: Int = 1 << 19) {
        self.folder = folder
        self.name = name
        self.limit = limit
    }

    public func add(_ key: SortKey, _ row: [UInt8]) throws {
        // Memory that is not touched costs nothing; growing by doubling would hold the rows twice.
        if entries.isEmpty { arena.reserveCapacity(limit) }
        entries.append(Entry(start: arena.count, key: key.bytes.count, row: row.count))
        arena += key.bytes
        arena += row
        if arena.count + entries.count * MemoryLayout<Entry>.stride > limit { try spill() }
    }

    /// Hands on all rows in order, and forgets them.
    public func drain(_ each: (_ key: ArraySlice<UInt8>, _ row: ArraySlice<UInt8>) throws -> Void) throws {
        defer { (arena, entries) = ([], []) }
        guard !levels.isEmpty else {
            sort()
            for entry in entries {
                let middle = entry.start + entry.key
                try each(arena[entry.start..<middle], arena[middle..<middle + entry.row])
            }
            return
        }
        if !entries.isEmpty { try spill() }
        // The shortest first, so that the long ones are not written again.
        var runs = levels.flatMap { $0 }
        levels = []
        while runs.count > Self.fanIn {
            let few = Array(runs.prefix(min(Self.fanIn, runs.count - Self.fanIn + 1)))
            runs = Array(runs.dropFirst(few.count)) + [try merged(few)]
        }
        try merge(runs, each)
    }

    private func sort() {
        arena.withUnsafeBytes { bytes in
            func part(_ start: Int, _ count: Int) -> UnsafeRawBufferPointer {
                UnsafeRawBufferPointer(rebasing: bytes[start..<start + count])
            }
            entries.sort { one, other in
                let byKey = compare(part(one.start, one.key), part(other.start, other.key))
                if byKey != 0 { return byKey < 0 }
                return compare(part(one.start + one.key, one.row), part(other.start + other.key, other.row)) < 0
            }
        }
    }

    private func spill() throws {
        sort()
        let run = try SpoolWriter(nextRun())
        for entry in entries {
            let middle = entry.start + entry.key
            try run.write(key: arena[entry.start..<middle], row: arena[middle..<middle + entry.row])
        }
        try keep(run.finish(), at: 0)
        // One huge row must not hold its memory for all that follow.
        arena.removeAll(keepingCapacity: arena.count <= 2 * limit)
        entries.removeAll(keepingCapacity: true)
    }

    private func keep(_ run: FilePath, at level: Int) throws {
        if level == levels.count { levels.append([]) }
        levels[level].append(run)
        guard levels[level].count == Self.fanIn else { return }
        let full = levels[level]
        levels[level] = []
        try keep(merged(full), at: level + 1)
    }

    /// One run of several, in their place.
    private func merged(_ runs: [FilePath]) throws -> FilePath {
        let run = try SpoolWriter(nextRun())
        try merge(runs) { try run.write(key: $0, row: $1) }
        return try run.finish()
    }

    private func nextRun() -> FilePath {
        made += 1
        return folder.appending("\(name).\(made).run")
    }

    /// Hands on the rows of several runs in order, and removes them.
    private func merge(
        _ runs: [FilePath], _ each: (ArraySlice<UInt8>, ArraySlice<UInt8>) throws -> Void
    ) throws {
        // The reader with the least row is the last.
        var readers: [SpoolReader] = []
        func insert(_ reader: SpoolReader) {
            guard reader.current != nil else { return }
            readers.insert(reader, at: readers.partitioningIndex { !reader.precedes($0) })
        }
        for run in runs { insert(try SpoolReader(run)) }
        while let least = readers.popLast() {
            if let (key, row) = least.current { try each(key, row) }
            try least.advance()
            insert(least)
        }
        for run in runs { try run.removeAll() }
    }
}
