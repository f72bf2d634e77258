/// The first few of any number of elements, by an order that leaves no two equal.
struct Ranking<Element> {
    private(set) var elements: [Element] = []
    private let limit: Int
    private let precedes: (Element, Element) -> Bool

    init(limit: Int, by precedes: @escaping (Element, Element) -> Bool) {
        self.limit = limit
        self.precedes = precedes
    }

    mutating func add(_ element: Element) {
        if elements.count == limit, let last = elements.last, precedes(last, element) { return }
        let index = elements.firstIndex { precedes(element, $0) } ?? elements.endIndex
        elements.insert(element, at: index)
        if elements.count > limit { elements.removeLast() }
    }
}

extension Dictionary where Value == Int, Key: Comparable {
    /// The keys with the greatest counts, greatest first, then by key.
    func top(_ limit: Int) -> [(key: Key, value: Int)] {
        var ranking = Ranking<(key: Key, value: Int)>(limit: limit) {
            $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key
        }
        for pair in self { ranking.add((pair.key, pair.value)) }
        return ranking.elements
    }
}
