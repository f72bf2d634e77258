/// What the pages of a run tell of outlets' ids and names: the least of several, so that no order of arrival shows.
struct KnownOutlets {
    /// By id.
    private var names: [String: String] = [:]
    /// By name.
    private var ids: [String: String] = [:]

    mutating func add(id: String?, name: String?) {
        guard let id, let name else { return }
        names[id] = min(names[id] ?? name, name)
        ids[name] = min(ids[name] ?? id, id)
    }

    /// An outlet that some of its pages give an id has it in all rows, and one name.
    func settle(_ row: inout CoverageRow) {
        row.outletID = row.outletID ?? row.outletName.flatMap { ids[$0] }
        if let id = row.outletID { row.outletName = names[id] ?? id }
    }
}
