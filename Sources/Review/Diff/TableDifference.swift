import Records
import SystemPackage

/// What became of the rows of one table between two partitions.
struct TableDifference {
    let table: TableKey
    var added = 0
    var removed = 0
    /// Rows in the same place with another value.
    var changed = 0
    /// Of the added, removed and changed: in articles whose raw page is another.
    var byInput = 0
    /// Changed rows by key.
    var fields: [String: Int] = [:]
    /// Some ids that differ, for a person.
    var examples: [String] = []

    var isEmpty: Bool { added + removed + changed == 0 }
    var total: Int { added + removed + changed }

    private static let shownExamples = 5

    /// Compares group by group, with one group of each in memory. `changedPages` are ids of articles.
    init(_ table: TableKey, from old: FilePath, to new: FilePath, changedPages: inout Set<String>) throws {
        self.table = table
        var before = try GroupedRows(table, in: old)
        var after = try GroupedRows(table, in: new)
        var one = try before.next()
        var other = try after.next()
        while one != nil || other != nil {
            if let left = one, other.map({ Self.precedes(left.key, $0.key) }) ?? true {
                compare(left.rows, [], &changedPages)
                one = try before.next()
            } else if let right = other, one.map({ Self.precedes(right.key, $0.key) }) ?? true {
                compare([], right.rows, &changedPages)
                other = try after.next()
            } else {
                compare(one?.rows ?? [], other?.rows ?? [], &changedPages)
                one = try before.next()
                other = try after.next()
            }
        }
    }

    private static func precedes(_ one: [[UInt8]], _ other: [[UInt8]]) -> Bool {
        for (mine, theirs) in zip(one, other) where mine != theirs { return mine.lexicographicallyPrecedes(theirs) }
        return false
    }

    private mutating func compare(_ old: [Row], _ new: [Row], _ changedPages: inout Set<String>) {
        var remaining: [[[UInt8]]: [Row]] = [:]
        for row in old.reversed() { remaining[place(row), default: []].append(row) }
        var changes = 0
        for row in new {
            guard let match = remaining[place(row)]?.popLast() else {
                added += 1
                changes += 1
                continue
            }
            guard match.bytes != row.bytes else { continue }
            changed += 1
            changes += 1
            for key in row.keys where match.raw(key) != row.raw(key) { fields[key, default: 0] += 1 }
            if table.table == "articles", match.raw("source_sha256") != row.raw("source_sha256"), let id = name(row) {
                changedPages.insert(id)
            }
        }
        let gone = remaining.values.reduce(0) { $0 + $1.count }
        removed += gone
        changes += gone
        guard changes > 0, let id = (new.first ?? old.first).flatMap(name) else { return }
        // An article that came or went is another input.
        if table.table == "articles", old.isEmpty || new.isEmpty { changedPages.insert(id) }
        if changedPages.contains(id) { byInput += changes }
        if examples.count < Self.shownExamples { examples.append(id) }
    }

    private func place(_ row: Row) -> [[UInt8]] {
        table.place.map { Array(row.raw($0) ?? []) }
    }

    private func name(_ row: Row) -> String? {
        table.group.last.flatMap { try? row.decode($0, as: String.self) }
    }
}
