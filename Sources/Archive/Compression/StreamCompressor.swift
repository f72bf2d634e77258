/// Compresses a stream piece by piece, in bounded memory. The same pieces give the same bytes with one version of the library.
public protocol StreamCompressor: AnyObject {
    /// What is ready of the stream so far.
    func compress(_ bytes: [UInt8]) -> [UInt8]
    /// The rest. Nothing may follow.
    func finish() -> [UInt8]
}
