/// Inflates gzip members chunk by chunk, in memory that does not grow with them. What does not begin as gzip passes as it is.
public final class InflatedChunks {
    private let source: () throws -> [UInt8]?
    private let limit: Int
    private let ratio: Int
    private var inflater = Inflater(.gzip)
    private var input: [UInt8] = []
    private var used = 0
    private var read = 0
    private var written = 0
    private var state = State.beginning

    private enum State {
        case beginning, plain, member, ended
    }

    /// Output of less than this is never too dense.
    private static let ratioFloor = 1 << 20
    private static let chunk = 1 << 16

    /// - Parameters:
    ///   - limit: in bytes of output.
    ///   - ratio: of output to input, beyond which data is taken for a bomb.
    ///   - source: gives the next bytes, nil at the end.
    public init(limit: Int, ratio: Int = 250, source: @escaping () throws -> [UInt8]?) {
        self.limit = limit
        self.ratio = ratio
        self.source = source
    }

    /// The next bytes of the output, nil at its end. What follows the last member, such as padding, is ignored.
    ///
    /// - Throws: `Gzip.Failure`, and what the source throws.
    public func next() throws -> [UInt8]? {
        if state == .beginning {
            while input.count < 3, try fill() {}
            state = Gzip.hasMagic(input) ? .member : .plain
        }
        switch state {
        case .beginning, .ended: return nil
        case .plain:
            defer { input = [] }
            if input.isEmpty, !(try fill()) { return nil }
            return try checked(input)
        case .member: return try inflated()
        }
    }

    private func inflated() throws -> [UInt8]? {
        while state == .member {
            if used == input.count, !(try fill()) { throw Gzip.Failure.truncated }
            var outcome = Inflater.Outcome.more
            let output = [UInt8](unsafeUninitializedCapacity: Self.chunk) { buffer, count in
                let step = input.dropFirst(used).withUnsafeBytes {
                    inflater.inflate($0, into: UnsafeMutableRawBufferPointer(buffer))
                }
                (outcome, count) = (step.outcome, step.written)
                used += step.read
            }
            switch outcome {
            case .corrupt(let message): throw Gzip.Failure.corrupt(message)
            case .more: break
            case .end:
                while input.count - used < 3, try fill() {}
                if Gzip.hasMagic(input.dropFirst(used)) { inflater.reset() } else { state = .ended }
            }
            if !output.isEmpty { return try checked(output) }
        }
        return nil
    }

    private func checked(_ output: [UInt8]) throws -> [UInt8] {
        written += output.count
        if written > limit { throw Gzip.Failure.tooLarge(limit: limit) }
        if written > max(Self.ratioFloor, read * ratio) { throw Gzip.Failure.tooDense }
        return output
    }

    private func fill() throws -> Bool {
        guard let more = try source() else { return false }
        read += more.count
        input.removeFirst(used)
        used = 0
        if input.isEmpty { input = more } else { input += more }
        return true
    }
}
