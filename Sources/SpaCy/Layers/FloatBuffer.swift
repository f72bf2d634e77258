/// Floats at an address that stays, aligned for vectors; zeros at first.
final class FloatBuffer {
    let start: UnsafeMutablePointer<Float>
    let count: Int

    init(_ count: Int) {
        self.count = count
        let bytes = UnsafeMutableRawPointer.allocate(byteCount: max(count, 1) * 4, alignment: 64)
        start = bytes.bindMemory(to: Float.self, capacity: max(count, 1))
        start.initialize(repeating: 0, count: count)
    }

    convenience init(_ floats: [Float]) {
        self.init(floats.count)
        for (index, float) in floats.enumerated() { start[index] = float }
    }

    deinit { UnsafeMutableRawPointer(start).deallocate() }
}
