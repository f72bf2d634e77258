/// Groups of members in two arrays, since there may be as many as articles.
struct MemberGroups: RandomAccessCollection {
    private var members: [UInt32] = []
    private var ends: [UInt32] = []

    var startIndex: Int { 0 }
    var endIndex: Int { ends.count }

    subscript(group: Int) -> [Int] {
        let start = group == 0 ? 0 : Int(ends[group - 1])
        return members[start..<Int(ends[group])].map { Int($0) }
    }

    mutating func append(_ group: [Int]) {
        members += group.lazy.map { UInt32($0) }
        ends.append(UInt32(members.count))
    }
}
