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
        let value = PrintedDate.parse(raw)
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
