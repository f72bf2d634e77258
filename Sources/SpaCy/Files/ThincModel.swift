/// A model as thinc writes it: nodes in breadth-first order, each with its name, attributes and arrays.
struct ThincModel {
    let file: MappedFile
    private let nodes: [MessagePack]
    private let attributes: [MessagePack]
    private let parameters: [MessagePack]

    init(_ file: MappedFile) throws(ModelError) {
        self.file = file
        var reader = MessagePackReader(file)
        let model = try reader.document()
        guard let nodes = model["nodes"]?.array, let attributes = model["attrs"]?.array,
            let parameters = model["params"]?.array, nodes.count == attributes.count, nodes.count == parameters.count
        else { throw file.damaged("it is no model of thinc") }
        self.nodes = nodes
        self.attributes = attributes
        self.parameters = parameters
    }

    /// The nodes of a name, in the file's order.
    func nodes(named name: String) -> [Int] { nodes.indices.filter { nodes[$0]["name"]?.string == name } }

    /// The one node of a name.
    func node(named name: String) throws(ModelError) -> Int {
        let found = nodes(named: name)
        guard found.count == 1 else { throw file.damaged("it has \(found.count) layers named \(name), not one") }
        return found[0]
    }

    /// An attribute, which thinc packs once more.
    func attribute(_ name: String, of node: Int) throws(ModelError) -> MessagePack? {
        guard let range = attributes[node][name]?.binary else { return nil }
        var reader = MessagePackReader(file, range)
        return try reader.document()
    }

    /// The node that another refers to.
    func reference(_ name: String, of node: Int) -> Int? {
        guard let target = nodes[node]["refs"]?[name]?.int, nodes.indices.contains(target) else { return nil }
        return target
    }

    func name(of node: Int) -> String { nodes[node]["name"]?.string ?? "" }

    func array(_ name: String, of node: Int) throws(ModelError) -> NumPyArray {
        guard let value = parameters[node][name] else {
            throw file.damaged("the layer \(self.name(of: node)) has no \(name)")
        }
        return try NumPyArray(value, in: file)
    }
}
