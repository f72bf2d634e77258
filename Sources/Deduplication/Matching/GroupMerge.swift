/// All numbers that stand with one hash, in a run's own sorted keys and in those of earlier dates.
struct GroupMerge: ~Copyable {
    struct Group {
        var hash: UInt32 = 0
        /// Ascending, each once; only those that are compared.
        var numbers: [Int] = []
    }

    private var own: SortedNumbers
    private var ahead: UInt64?
    private let numberOf: [UInt32]
    private let earlier: [(list: PostingListReader, base: Int)]
    private let isLive: (Int) -> Bool
    /// Ascending hashes that are looked for even where the run itself has none, each once.
    private let wanted: [UInt32]
    private var nextWanted = 0
    private var group = Group()
    private var writer: PostingListWriter?
    private let ownBase: Int

    /// - Parameters:
    ///   - numberOf: the number of each of the run's own ordinals; `UInt32.max` where it was dropped.
    ///   - ownBase: the run's first number.
    ///   - earlier: for each date its list, and what is added to its numbers.
    ///   - writer: takes the run's own pairs on their way, as the next dates will read them.
    init(
        _ own: consuming SortedNumbers, numberOf: [UInt32], ownBase: Int,
        earlier: [(list: PostingListReader, base: Int)], wanted: [UInt32] = [], writer: consuming PostingListWriter?,
        isLive: @escaping (Int) -> Bool
    ) throws {
        self.own = own
        self.numberOf = numberOf
        self.ownBase = ownBase
        self.earlier = earlier
        self.wanted = wanted
        self.writer = writer
        self.isLive = isLive
        ahead = try self.own.next()
    }

    mutating func next() throws -> Group? {
        let ownHash = ahead.map { UInt32(truncatingIfNeeded: $0 >> 32) }
        let wantedHash = nextWanted < wanted.count ? wanted[nextWanted] : nil
        guard let hash = [ownHash, wantedHash].compactMap({ $0 }).min() else { return nil }
        if wantedHash == hash { nextWanted += 1 }
        group.hash = hash
        group.numbers.removeAll(keepingCapacity: true)
        for (list, base) in earlier {
            try list.advance(to: UInt64(hash))
            while list.hash == UInt64(hash) {
                let number = base + Int(list.number)
                if isLive(number), group.numbers.last != number { group.numbers.append(number) }
                try list.advance()
            }
        }
        let first = group.numbers.count
        while let value = ahead, UInt32(truncatingIfNeeded: value >> 32) == hash {
            let number = numberOf[Int(value & 0xffff_ffff)]
            if number != .max { group.numbers.append(Int(number)) }
            ahead = try own.next()
        }
        if group.numbers.count - first > 1 { order(from: first) }
        if writer != nil {
            for number in group.numbers[first...] { try writer?.append(hash, UInt32(number - ownBase)) }
        }
        return group
    }

    private mutating func order(from first: Int) {
        group.numbers[first...].sort()
        var kept = first + 1
        for index in first + 1..<group.numbers.count where group.numbers[index] != group.numbers[kept - 1] {
            group.numbers[kept] = group.numbers[index]
            kept += 1
        }
        group.numbers.removeLast(group.numbers.count - kept)
    }

    /// After the last group.
    consuming func commit() throws -> SegmentFile? { try writer.take()?.commit() }
}
