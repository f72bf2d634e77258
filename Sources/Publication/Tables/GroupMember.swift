import Records

/// What many articles contribute to one row of a table; sorted, then joined group by group.
protocol GroupMember: JSONRecord {
    associatedtype Joined: TableRow
    /// Of the spool.
    static var name: String { get }
    /// The id of the row that it contributes to.
    var group: String { get }
    /// Begins with the group.
    var key: SortKey { get }
    /// The row of all members of a group, which are not empty and ascend by their keys.
    static func row(of members: [Self]) -> Joined
}
