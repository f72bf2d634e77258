import Records

/// Verified pairs, each with one of the run's articles, whose row will tell it: on disk where they are many. What is told
/// of a pair beside its kind is found out when it is asked for.
struct VerifiedPairs {
    private let spool = Spool(mostInMemory: 4 << 20)
    private var places: [(holder: UInt32, offset: Int)] = []

    /// Precedes the runs and differences of a pair.
    private struct Head: BitwiseCopyable {
        var ends: (UInt32, UInt32)
        var counts: (UInt32, UInt32)
        var shared: UInt32
        var kind: UInt16
        var joins: UInt16
        var runs: UInt32
        var differences: UInt32
    }

    mutating func add(_ pair: VerifiedPair, to holder: Int) throws {
        let head = Head(
            ends: (UInt32(pair.first), UInt32(pair.second)),
            counts: (UInt32(pair.firstCount), UInt32(pair.secondCount)),
            shared: UInt32(pair.shared), kind: UInt16(pair.judgement.kind.place), joins: pair.judgement.joins ? 1 : 0,
            runs: UInt32(pair.runs.count), differences: UInt32(pair.differences.count))
        places.append((UInt32(holder), try withUnsafeBytes(of: head) { try spool.append($0) }))
        _ = try pair.runs.withUnsafeBytes { try spool.append($0) }
        _ = try pair.differences.withUnsafeBytes { try spool.append($0) }
    }

    /// To be called once, before pairs are asked for.
    mutating func sort() {
        places.sort { ($0.holder, $0.offset) < ($1.holder, $1.offset) }
    }

    /// In the order in which they were added.
    func pairs(of holder: Int) throws -> [VerifiedPair] {
        let first = places.partitioningIndex { $0.holder >= UInt32(holder) }
        return try places[first...].prefix { $0.holder == UInt32(holder) }.map { try pair(at: $0.offset) }
    }

    private func pair(at offset: Int) throws -> VerifiedPair {
        let size = MemoryLayout<Head>.size
        let head = try spool.elements(at: offset, count: 1, of: Head.self)[0]
        let runs = try spool.elements(at: offset + size, count: Int(head.runs), of: CommonRun.self)
        let differences = try spool.elements(
            at: offset + size + runs.count * MemoryLayout<CommonRun>.stride, count: Int(head.differences),
            of: Comparison.Difference.self)
        return VerifiedPair(
            first: Int(head.ends.0), second: Int(head.ends.1),
            judgement: Judgement(kind: Relation.Kind.allCases[Int(head.kind)], joins: head.joins == 1),
            firstCount: Int(head.counts.0), secondCount: Int(head.counts.1), shared: Int(head.shared), runs: runs,
            differences: differences)
    }
}
