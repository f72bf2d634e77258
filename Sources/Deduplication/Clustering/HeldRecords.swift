import Records

/// Records that go into the rows of the run's articles, kept on disk until these are written.
struct HeldRecords {
    private let spool: Spool
    private var places: [(holder: UInt32, length: UInt32, offset: Int)] = []

    init() { spool = Spool(mostInMemory: 4 << 20) }

    mutating func add(_ record: some JSONRecord, to holder: Int) throws {
        var json = JSONWriter()
        record.write(json: &json)
        let offset = try json.bytes.withUnsafeBytes { try spool.append($0) }
        places.append((UInt32(holder), UInt32(json.bytes.count), offset))
    }

    /// To be called once, before reading.
    mutating func sort() {
        places.sort { ($0.holder, $0.offset) < ($1.holder, $1.offset) }
    }

    func records<R: JSONRecord>(of holder: Int) throws -> [R] {
        guard !places.isEmpty else { return [] }
        return try places(of: holder).map { try Record.decode(try spool.bytes(at: $0.offset, count: Int($0.length))) }
    }

    private func places(of holder: Int) -> ArraySlice<(holder: UInt32, length: UInt32, offset: Int)> {
        let first = places.partitioningIndex { $0.holder >= UInt32(holder) }
        return places[first...].prefix { $0.holder == UInt32(holder) }
    }
}
