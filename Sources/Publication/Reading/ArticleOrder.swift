import Digest
import Files
import Records
import Staging
import SystemPackage

/// The rows of all inputs in the order of their articles, by id, then version. Only their places are held, so that each
/// is read when its turn comes, and tables are written in order without being sorted.
struct ArticleOrder {
    /// A row that was read again.
    struct Line {
        var bytes: [UInt8]
        /// For a person, such as `0001.jsonl:17`.
        var place: String
    }

    private let inputs: [FilePath]
    private let places: SortedSpool

    /// - Parameters:
    ///   - spill: a folder for what does not fit into memory.
    ///   - refuse: is handed each line that has no id.
    init(_ inputs: [FilePath], spill: FilePath, refuse: (_ place: String, Refusal) throws -> Void) throws {
        self.inputs = try inputs.map { $0 == "-" ? try Self.standardInput(into: spill) : $0 }
        places = SortedSpool(in: spill, named: "articles")
        for (index, input) in self.inputs.enumerated() {
            var lines = try LineReader(input)
            var number = 0
            while let line = try lines.next() {
                number += 1
                switch line {
                case .tooLong(let count):
                    try refuse("\(input.name):\(number)", Refusal("line_too_long", "the line has \(count) bytes"))
                case .line(let bytes):
                    switch Self.id(bytes, "line \(number) of \(input.name)") {
                    case .failure(let refusal): try refuse("\(input.name):\(number)", refusal)
                    case .success(let id):
                        let place = Place(input: index, number: number, offset: lines.offset, count: bytes.count)
                        try places.add(SortKey().then(id), place.bytes)
                    }
                }
            }
        }
    }

    /// Hands on each row in order, and forgets it.
    func drain(_ each: (Line) throws -> Void) throws {
        var group: [Place] = []
        var groupKey: [UInt8] = []
        func flush() throws {
            for place in group.count > 1 ? try byVersion(group) : group { try each(read(place)) }
            group = []
        }
        try places.drain { key, place in
            if !key.elementsEqual(groupKey) {
                try flush()
                groupKey = Array(key)
            }
            group.append(Place(place))
        }
        try flush()
    }

    /// Rows of one id by version, and rows of one version by their bytes.
    private func byVersion(_ group: [Place]) throws -> [Place] {
        try group.map { place in
            let line = try read(place).bytes
            let version = try? Row(line).decode("version", as: String.self)
            return (key: SortKey().then(version ?? "").then(SHA256.hex(line)).bytes, place: place)
        }.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.place)
    }

    private func read(_ place: Place) throws -> Line {
        let input = inputs[place.input]
        return Line(
            bytes: try input.readBytes(from: place.offset, count: place.count), place: "\(input.name):\(place.number)")
    }

    /// The id of a row, mostly its first key.
    private static func id(_ line: [UInt8], _ name: String) -> Result<String, Refusal> {
        if let id = Row.first("id", of: line), !id.isEmpty { return .success(id) }
        do throws(JSONError) {
            guard let id = try Row(line).decode("id", as: String.self), !id.isEmpty else {
                return .failure(Refusal("no_id", "the row has no id"))
            }
            return .success(id)
        } catch {
            return .failure(Refusal("invalid_row", "\(name): \(error)"))
        }
    }

    /// Standard input as a file, which can be read twice.
    private static func standardInput(into folder: FilePath) throws -> FilePath {
        let path = folder.appending("stdin")
        var file = try AtomicFile(path)
        var lines = try LineReader("-")
        while case .line(let line)? = try lines.next() { try file.write(line + [10]) }
        try file.commit()
        return path
    }
}

/// Where a line lies.
private struct Place {
    /// Its ordinal among the inputs.
    var input: Int
    /// Of the line, from 1.
    var number: Int
    /// In bytes.
    var offset: Int
    var count: Int

    init(input: Int, number: Int, offset: Int, count: Int) {
        (self.input, self.number, self.offset, self.count) = (input, number, offset, count)
    }

    /// Four numbers of eight bytes.
    init(_ bytes: ArraySlice<UInt8>) {
        func number(_ index: Int) -> Int {
            bytes.dropFirst(8 * index).prefix(8).reduce(0) { $0 << 8 | Int($1) }
        }
        self.init(input: number(0), number: number(1), offset: number(2), count: number(3))
    }

    var bytes: [UInt8] {
        [input, number, offset, count].flatMap { number in withUnsafeBytes(of: UInt64(number).bigEndian, Array.init) }
    }
}
