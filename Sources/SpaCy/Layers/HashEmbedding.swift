/// thinc's `hashembed`: each id is the sum of four rows of a table, found by a hash.
struct HashEmbedding {
    let attribute: Attribute
    private let table: FloatBuffer
    private let rows: UInt32
    private let width: Int
    private let seed: UInt32

    init(_ model: ThincModel, _ node: Int, attributes: [Attribute], width: Int) throws(ModelError) {
        guard let column = try model.attribute("column", of: node)?.int, attributes.indices.contains(column),
            let seed = try model.attribute("seed", of: node)?.int, let seed = UInt32(exactly: seed)
        else { throw model.file.damaged("an embedding has no column or no seed") }
        let array = try model.array("E", of: node)
        guard array.shape.count == 2, let rows = UInt32(exactly: array.shape[0]), rows > 0 else {
            throw model.file.damaged("an embedding has no rows")
        }
        attribute = attributes[column]
        table = FloatBuffer(try array.checked([Int(rows), width], "an embedding").floats())
        self.rows = rows
        self.width = width
        self.seed = seed
    }

    func embed(_ id: UInt64, to output: UnsafeMutablePointer<Float>) {
        let hashes = MurmurHash.hash128(id, seed: seed)
        output.update(repeating: 0, count: width)
        for index in 0..<4 {
            let row = table.start + Int(hashes[index] % rows) * width
            for column in 0..<width { output[column] += row[column] }
        }
    }
}
