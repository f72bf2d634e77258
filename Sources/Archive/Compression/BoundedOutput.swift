/// What comes out of a content coding, within limits.
struct BoundedOutput {
    private(set) var bytes: [UInt8] = []
    private let coding: String
    private let most: Int

    static let chunk = 1 << 16
    /// Output of less than this is never too dense: small bodies of one repeated byte are common.
    private static let ratioFloor = 1 << 20

    /// - Parameters:
    ///   - input: the length of what is expanded.
    ///   - limit: in bytes of output.
    ///   - ratio: of output to input, beyond which data is taken for a bomb.
    init(_ coding: String, input: Int, limit: Int, ratio: Int) {
        self.coding = coding
        most = min(limit, max(Self.ratioFloor, input * ratio))
    }

    mutating func append(_ chunk: ArraySlice<UInt8>) throws(ContentCodingFailure) {
        guard bytes.count + chunk.count <= most else { throw .oversized(coding) }
        bytes += chunk
    }
}
