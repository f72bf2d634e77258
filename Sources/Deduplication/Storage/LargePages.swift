import Glibc

extension Array where Element: BitwiseCopyable {
    /// Asks the system to back the array's room by pages of two megabytes where it has them (madvise(2)): filling
    /// it for the first time costs half as much. No more of it is taken than is filled, but for the last page.
    func takeLargePages() {
        let page = 1 << 21
        let room = capacity * MemoryLayout<Element>.stride
        withUnsafeBufferPointer { buffer in
            guard let base = UnsafeMutableRawPointer(mutating: UnsafeRawPointer(buffer.baseAddress)) else { return }
            let start = base.alignedUp(toMultipleOf: page)
            let end = (base + room).alignedDown(toMultipleOf: page)
            if start < end { _ = madvise(start, end - start, MADV_HUGEPAGE) }
        }
    }
}
