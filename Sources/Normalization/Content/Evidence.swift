/// What the names that a template gives an element (class, id, component) say about its content.
struct Evidence: OptionSet, Sendable {
    let rawValue: UInt32

    static let body = Evidence(rawValue: 1 << 0)
    static let article = Evidence(rawValue: 1 << 1)
    static let navigation = Evidence(rawValue: 1 << 2)
    static let footer = Evidence(rawValue: 1 << 3)
    static let header = Evidence(rawValue: 1 << 4)
    static let sidebar = Evidence(rawValue: 1 << 5)
    static let related = Evidence(rawValue: 1 << 6)
    static let comment = Evidence(rawValue: 1 << 7)
    static let share = Evidence(rawValue: 1 << 8)
    static let newsletter = Evidence(rawValue: 1 << 9)
    static let advertisement = Evidence(rawValue: 1 << 10)
    static let consent = Evidence(rawValue: 1 << 11)
    static let author = Evidence(rawValue: 1 << 12)
    static let date = Evidence(rawValue: 1 << 13)
    static let caption = Evidence(rawValue: 1 << 14)
    static let hidden = Evidence(rawValue: 1 << 15)
    static let overlay = Evidence(rawValue: 1 << 16)
    static let paywall = Evidence(rawValue: 1 << 17)
    static let widget = Evidence(rawValue: 1 << 18)
    static let summary = Evidence(rawValue: 1 << 19)
    static let title = Evidence(rawValue: 1 << 20)
    static let media = Evidence(rawValue: 1 << 21)
    static let commerce = Evidence(rawValue: 1 << 22)
    static let form = Evidence(rawValue: 1 << 23)
    static let embed = Evidence(rawValue: 1 << 24)
    static let quote = Evidence(rawValue: 1 << 25)
    static let live = Evidence(rawValue: 1 << 26)
    static let correction = Evidence(rawValue: 1 << 27)
    static let disclosure = Evidence(rawValue: 1 << 28)
    static let contents = Evidence(rawValue: 1 << 29)
    static let reference = Evidence(rawValue: 1 << 30)
    static let tags = Evidence(rawValue: 1 << 31)

    /// Evidence that an element is furniture of the page.
    static let furniture: Evidence = [
        .navigation, .footer, .sidebar, .related, .comment, .share, .newsletter, .advertisement, .consent, .overlay,
    ]

    /// Reads names: words parted by anything but letters, and by capitals (`relatedStories`).
    static func of(_ names: ArraySlice<UInt8>) -> Evidence {
        let table = table
        var found: UInt32 = 0
        var word = WordHash()
        var previous: UInt64 = 0
        var wasLower = false
        func finish(_ word: inout WordHash, _ previous: inout UInt64) {
            guard !word.isEmpty else { return }
            found |= table[word.value]
            if previous != 0 { found |= table[WordHash.pair(previous, word.value)] }
            previous = word.value
            word = WordHash()
        }
        names.withUnsafeBufferPointer { bytes in
            for byte in bytes {
                switch byte {
                case 0x41...0x5a:
                    if wasLower { finish(&word, &previous) }
                    wasLower = false
                    word.add(byte)
                case 0x61...0x7a:
                    wasLower = true
                    word.add(byte)
                default:
                    finish(&word, &previous)
                    if byte <= 0x20 { previous = 0 }
                    wasLower = false
                }
            }
            finish(&word, &previous)
        }
        return Evidence(rawValue: found)
    }
}
