import Files
public import SystemPackage

/// Sorts any number of rows with bounded memory: what does not fit is spilled to files in sorted runs, which are
/// merged in the end. Rows of one key come in the order of their own bytes, so the order of adding shows nowhere.
public final class SortedSpool {
    private let folder: FilePath
    private let name: String
    private let limit: Int
    private var arena: [UInt8] = []
    private var entries: [Entry] = []
    private var runs: [FilePath] = []
    private var made = 0

    /// Runs that are merged at once, each with an open file and a buffer.
    private static let fanIn = 64

    private struct Entry {
        var start: Int
        var key: Int
        var row: Int
    }

    /// - Parameters:
    ///   - folder: where runs are spilled.
    ///   - limit: bytes of rows that are held in memory.
    public init(in folder: FilePath, named name: String, limit: Int = 16 << 20) {
        self.folder = folder
        self.name = name
        self.limit = limit
    }

    public func add(_ key: SortKey, _ row: [UInt8]) throws {
        entries.append(Entry(start: arena.count, key: key.bytes.count, row: row.count))
        arena += key.bytes
        arena += row
        if arena.count + entries.count * MemoryLayout<Entry>.stride > limit { try spill() }
    }

    /// Hands on all rows in order, and forgets them.
    public func drain(_ each: (_ key: ArraySlice<UInt8>, _ row: ArraySlice<UInt8>) throws -> Void) throws {
        guard !runs.isEmpty else {
            sort()
            for entry in entries {
                let middle = entry.start + entry.key
                try each(arena[entry.start..<middle], arena[middle..<middle + entry.row])
            }
            clear()
            return
        }
        if !entries.isEmpty { try spill() }
        try merge(runs, each)
        for run in runs { try run.removeAll() }
        runs = []
    }

    private func clear() {
        arena.removeAll(keepingCapacity: true)
        entries.removeAll(keepingCapacity: true)
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
        runs.append(try run.finish())
        clear()
        if runs.count >= Self.fanIn { try compact() }
    }

    /// Makes one run of all.
    private func compact() throws {
        let run = try SpoolWriter(nextRun())
        try merge(runs) { try run.write(key: $0, row: $1) }
        for old in runs { try old.removeAll() }
        runs = [try run.finish()]
    }

    private func nextRun() -> FilePath {
        made += 1
        return folder.appending("\(name).\(made).run")
    }

    private func merge(
        _ runs: [FilePath], _ each: (ArraySlice<UInt8>, ArraySlice<UInt8>) throws -> Void
    ) throws {
        var readers = try runs.map { try SpoolReader($0) }.filter { $0.current != nil }
        while !readers.isEmpty {
            var least = 0
            for index in readers.indices.dropFirst() where readers[index].precedes(readers[least]) { least = index }
            if let (key, row) = readers[least].current { try each(key, row) }
            try readers[least].advance()
            if readers[least].current == nil { readers.remove(at: least) }
        }
    }
}
