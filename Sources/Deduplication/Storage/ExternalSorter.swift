/// Sorts more numbers than fit into memory: full buffers are sorted and spooled, then merged.
///
/// This is the shuffle between the two halves of deduplication; an engine that shuffles by key takes its place.
struct ExternalSorter: ~Copyable {
    private var buffer: [UInt64] = []
    private var runs: [Range<Int>] = []
    private var spool: Spool?
    private let capacity: Int
    private let lowest: Int
    private(set) var count = 0

    /// - Parameters:
    ///   - capacity: numbers held in memory, twice while they are sorted.
    ///   - lowest: numbers that differ only in lower bits come in ascending order already.
    init(capacity: Int, lowest: Int = 0) {
        self.capacity = capacity
        self.lowest = lowest
        // Address space alone: pages are taken as they are filled.
        buffer.reserveCapacity(capacity)
        buffer.takeLargePages()
    }

    @inline(__always)
    mutating func append(_ value: UInt64) throws {
        buffer.append(value)
        if buffer.count == capacity { try spill() }
    }

    /// Appends each hash above one number.
    @inline(__always)
    mutating func append(_ hashes: [UInt32], of number: UInt32) throws {
        buffer.append(addingCapacity: hashes.count) { span in
            for hash in hashes { span.append(UInt64(hash) << 32 | UInt64(number)) }
        }
        if buffer.count >= capacity { try spill() }
    }

    private mutating func sortBuffer() {
        count += buffer.count
        RadixSort.sort(&buffer, from: lowest)
    }

    private mutating func spill() throws {
        sortBuffer()
        let spool = self.spool ?? Spool()
        self.spool = spool
        let start = try buffer.withUnsafeBytes { try spool.append($0) } / 8
        runs.append(start..<start + buffer.count)
        buffer.removeAll(keepingCapacity: true)
    }

    /// All numbers in ascending order.
    ///
    /// - Parameter recurring: whether those may be left out whose high half no other one has.
    consuming func finish(recurring: Bool = false) throws -> SortedNumbers {
        guard !runs.isEmpty else {
            if recurring { Recurring(buffer).keep(in: &buffer) }
            sortBuffer()
            return SortedNumbers(buffer)
        }
        if !buffer.isEmpty { try spill() }
        buffer = []
        guard let spool else { return SortedNumbers([]) }
        return try SortedNumbers(spool, runs)
    }
}

/// Numbers in ascending order, from memory or merged from runs of a spool.
struct SortedNumbers: ~Copyable {
    private var block: [UInt64]
    private var place = 0
    private var merge: Merge?

    init(_ numbers: [UInt64]) { block = numbers }

    fileprivate init(_ spool: Spool, _ runs: [Range<Int>]) throws {
        block = []
        merge = try Merge(spool, runs)
    }

    @inline(__always)
    mutating func next() throws -> UInt64? {
        if place < block.count {
            defer { place += 1 }
            return block[place]
        }
        return try refill()
    }

    private mutating func refill() throws -> UInt64? {
        guard merge != nil else { return nil }
        place = 0
        try merge?.fill(&block)
        guard !block.isEmpty else {
            merge = nil
            return nil
        }
        place = 1
        return block[0]
    }

    /// A heap of the runs by their least number.
    private struct Merge {
        private struct Run {
            var rest: Range<Int>
            var block: [UInt64] = []
            var place = 0
        }

        private let spool: Spool
        private var runs: [Run]
        /// Least number and run.
        private var heap: [(value: UInt64, run: Int)] = []

        private static let blockSize = 1 << 12

        init(_ spool: Spool, _ runs: [Range<Int>]) throws {
            self.spool = spool
            self.runs = runs.map { Run(rest: $0) }
            for index in self.runs.indices {
                if let value = try advance(index) { heap.append((value, index)) }
            }
            heap.sort { $0.value < $1.value }
        }

        private mutating func advance(_ index: Int) throws -> UInt64? {
            if runs[index].place == runs[index].block.count {
                let rest = runs[index].rest
                let count = min(Self.blockSize, rest.count)
                guard count > 0 else { return nil }
                runs[index].block = try spool.elements(at: 8 * rest.lowerBound, count: count, of: UInt64.self)
                runs[index].rest = rest.lowerBound + count..<rest.upperBound
                runs[index].place = 0
            }
            defer { runs[index].place += 1 }
            return runs[index].block[runs[index].place]
        }

        mutating func fill(_ block: inout [UInt64]) throws {
            block.removeAll(keepingCapacity: true)
            while block.count < Self.blockSize, let least = heap.first {
                block.append(least.value)
                if let value = try advance(least.run) {
                    heap[0].value = value
                } else {
                    heap[0] = heap[heap.count - 1]
                    heap.removeLast()
                }
                sink()
            }
        }

        private mutating func sink() {
            var place = 0
            while true {
                var child = 2 * place + 1
                guard child < heap.count else { return }
                if child + 1 < heap.count, heap[child + 1].value < heap[child].value { child += 1 }
                guard heap[child].value < heap[place].value else { return }
                heap.swapAt(place, child)
                place = child
            }
        }
    }
}
