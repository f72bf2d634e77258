/// For each segment, how far the nearest sentence-like segments lie.
struct ProseDistances {
    private(set) var back: [Int]
    private(set) var ahead: [Int]

    init(_ outline: PageOutline) {
        let count = outline.segments.count
        back = [Int](repeating: 99, count: count)
        ahead = [Int](repeating: 99, count: count)
        var distance = 99
        for index in 0..<count {
            back[index] = distance
            distance = Self.isProse(outline, index) ? 1 : distance + 1
        }
        distance = 99
        for index in (0..<count).reversed() {
            ahead[index] = distance
            distance = Self.isProse(outline, index) ? 1 : distance + 1
        }
    }

    private static func isProse(_ outline: PageOutline, _ index: Int) -> Bool {
        outline.segments[index].count >= 120 && outline.segments[index].linkDensity < 0.3
    }
}
