import CSpaCyKernels
import FoundationEssentials
import SystemPackage

/// The pipeline's word vectors, mapped, and thinc's `static_vectors`, which projects them. Words without one are zero.
struct StaticVectors {
    private let projection: Panels
    private let array: NumPyArray
    private let keys: MappedFile
    /// Open addressing: where in `keys` an id and its row begin; 0 is free (no key begins there).
    private let slots: [UInt32]
    private let vector: FloatBuffer

    private var width: Int { array.shape[1] }

    private struct Configuration: Decodable {
        var mode: String?
    }

    /// `vocab` is the folder of that name.
    init(_ vocab: FilePath, _ model: ThincModel, _ node: Int, outputs: Int) throws(ModelError) {
        let settings = try MappedFile(vocab.appending("vectors.cfg"))
        let mode = try? JSONDecoder().decode(Configuration.self, from: Data(settings.bytes)).mode
        guard mode ?? "default" == "default" else { throw .unsupported("vectors of mode \(mode ?? "")") }
        array = try NumPyArray(npy: try MappedFile(vocab.appending("vectors")))
        guard array.shape.count == 2, array.shape[0] > 0 else { throw array.file.damaged("it has no two axes") }
        let weights = try model.array("W", of: node).checked([outputs, array.shape[1]], "the vectors' projection")
        projection = Panels(
            columns: outputs, inputs: array.shape[1], weights.floats(), stride: array.shape[1], row: { $0 })
        keys = try MappedFile(vocab.appending("key2row"))
        slots = try Self.index(keys, rows: array.shape[0])
        vector = FloatBuffer(array.shape[1])
    }

    private static func index(_ keys: MappedFile, rows: Int) throws(ModelError) -> [UInt32] {
        var reader = MessagePackReader(keys)
        let count = try reader.mapHeader()
        guard keys.count < Int(UInt32.max), count <= keys.count / 2 else { throw keys.damaged("it has too many keys") }
        var capacity = 64
        while capacity * 3 < count * 4 { capacity *= 2 }
        var slots = [UInt32](repeating: 0, count: capacity)
        for _ in 0..<count {
            let position = reader.position
            guard let id = try reader.value().hash, let row = try reader.value().int, row < rows else {
                throw keys.damaged("a key has no row")
            }
            var slot = Int(truncatingIfNeeded: id) & (capacity - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
            // Rows below zero are words without a vector.
            if row >= 0 { slots[slot] = UInt32(position) }
        }
        return slots
    }

    private func row(_ id: UInt64) -> Int? {
        var slot = Int(truncatingIfNeeded: id) & (slots.count - 1)
        while slots[slot] != 0 {
            var reader = MessagePackReader(keys, Int(slots[slot])..<keys.count)
            if let key = try? reader.value().hash, key == id { return try? reader.value().int }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Writes the projected vector of a word.
    func embed(_ cpu: spacy_cpu, _ id: UInt64, to output: UnsafeMutablePointer<Float>) {
        guard let row = row(id) else {
            output.update(repeating: 0, count: projection.count * Panels.lanes)
            return
        }
        for column in 0..<width { vector.start[column] = array[row * width + column] }
        projection.apply(cpu, vector.start, stride: width, rows: 1, to: output, stride: projection.count * Panels.lanes)
    }
}
