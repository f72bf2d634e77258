/// All numbers that stand with one hash, in a run's own sorted keys and in those of earlier dates.
struct GroupMerge: ~Copyable {
    /// Of the group in hand.
    private(set) var hash: UInt32 = 0
    /// Ascending, each once; only those that are compared.
    private(set) var numbers: [Int] = []

    private var own: SortedNumbers
    private var ahead: UInt64?
    private let numberOf: [UInt32]
    private let earlier: [(list: PostingListReader, base: Int)]
    private let isLive: [Bool]
    /// Ascending hashes that are looked for even where the run itself has none, each once.
    private let wanted: [UInt32]
    private var nextWanted = 0
    private var writer: PostingListWriter?
    private let ownBase: Int

    /// - Parameters:
    ///   - numberOf: the number of each of the run's own ordinals; `UInt32.max` where it was dropped.
    ///   - ownBase: the run's first number.
    ///   - earlier: for each date its list, and what is added to its numbers.
    ///   - isLive: of each number, whether it is compared.
    ///   - writer: takes the run's own pairs on their way, as the next dates will read them.
    init(
        _ own: consuming SortedNumbers, numberOf: [UInt32], ownBase: Int,
        earlier: [(list: PostingListReader, base: Int)], wanted: [UInt32] = [], writer: consuming PostingListWriter?,
        isLive: [Bool]
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

    /// Goes on to the next group; false behind the last one.
    mutating func next() throws -> Bool {
        var least = ahead.map { $0 >> 32 } ?? .max
        if nextWanted < wanted.count, UInt64(wanted[nextWanted]) <= least {
            least = UInt64(wanted[nextWanted])
            nextWanted += 1
        }
        guard least != .max else { return false }
        hash = UInt32(truncatingIfNeeded: least)
        numbers.removeAll(keepingCapacity: true)
        for (list, base) in earlier {
            try list.each(hash) { found in
                let number = base + Int(found)
                if number < isLive.count, isLive[number], numbers.last != number { numbers.append(number) }
            }
        }
        let first = numbers.count
        while let value = ahead, value >> 32 == least {
            let number = numberOf[Int(value & 0xffff_ffff)]
            if number != .max { numbers.append(Int(number)) }
            ahead = try own.next()
        }
        if numbers.count - first > 1 { order(from: first) }
        if writer != nil {
            for number in numbers[first...] { try writer?.append(hash, UInt32(number - ownBase)) }
        }
        return true
    }

    private mutating func order(from first: Int) {
        numbers.withUnsafeMutableBufferPointer { numbers in
            // Most are few, and in order.
            for index in first + 1..<numbers.count where numbers[index] < numbers[index - 1] {
                var added = UnsafeMutableBufferPointer(rebasing: numbers[first...])
                added.sort()
                break
            }
        }
        var kept = first + 1
        for index in first + 1..<numbers.count where numbers[index] != numbers[kept - 1] {
            numbers[kept] = numbers[index]
            kept += 1
        }
        numbers.removeLast(numbers.count - kept)
    }

    /// After the last group.
    consuming func commit() throws -> SegmentFile? { try writer.take()?.commit() }
}
