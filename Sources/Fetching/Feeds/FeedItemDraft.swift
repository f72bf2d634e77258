import Web

/// An item while it is read: of several values for one field, the one of the highest rank.
struct FeedItemDraft {
    private var title: (rank: Int, value: String)?
    private var link: (rank: Int, value: String)?
    private var date: (rank: Int, value: PrintedDate?, raw: String)?
    var id: String?

    mutating func take(title value: String?, rank: Int) {
        guard let value, rank > title?.rank ?? 0 else { return }
        title = (rank, value)
    }

    /// Of links of one rank, RSS's last and Atom's first is taken, as readers of feeds do.
    mutating func take(link value: String?, rank: Int, takesLast: Bool = false) {
        guard let value, rank > (link?.rank ?? 0) - (takesLast ? 1 : 0) else { return }
        link = (rank, value)
    }

    /// A date with time and zone goes before one that only outranks it.
    mutating func take(date raw: String?, rank: Int) {
        guard let raw else { return }
        let value = PrintedDate.parse(raw) ?? PrintedDate.parse(withFourDigitYear(raw))
        let rank = value?.utc == nil ? rank : rank + 10
        guard rank > date?.rank ?? 0 else { return }
        date = (rank, value, raw)
    }

    var item: FeedItem {
        var item = FeedItem()
        item.title = title?.value
        item.link = link?.value
        item.id = id
        item.publishedAt = date?.value?.utc
        item.publishedRaw = date?.raw
        return item
    }
}

/// A date of RFC 822, whose years have two digits, with the century that RFC 5322 gives it (section 4.3).
private func withFourDigitYear(_ date: String) -> String {
    var words = date.utf8.prefix(100).split(separator: UInt8(ascii: " "))
    guard
        let month = words.firstIndex(where: { $0.count >= 3 && $0.allSatisfy(isASCIILetter) }), words.count > month + 2,
        let year = Int(String(words[month + 1]) ?? ""), words[month + 1].count == 2
    else { return date }
    words[month + 1] = String(year < 50 ? 2000 + year : 1900 + year)[...].utf8
    return words.compactMap { String($0) }.joined(separator: " ")
}
