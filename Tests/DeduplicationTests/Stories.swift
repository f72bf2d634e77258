/// Fictional texts for the tests of comparison.
enum Stories {
    static let harbor = [
        "The harbor board of Port Calder voted 5-2 on Tuesday to close the northern pier until a new crane is built, "
            + "ending a dispute that had divided the town since the storm of last autumn.",
        "Board president Helga Marsh said the old crane had failed 14 inspections in three years and could no longer "
            + "be trusted above working crews, while two members called the closure a gift to the rival port at Sund.",
        "“We would rather lose a season than lose a man under that hook,” Marsh told the members before the vote, "
            + "adding that 212 dockers would be paid from a reserve fund while the pier stands idle.",
        "The dockers’ union, led by Tomas Reyk, said it would accept the decision if the reserve fund covers overtime "
            + "lost between May and September, which it puts at 1.4 million crowns.",
        "A tender for the new crane opens on June 3, and the board expects three bids, among them one from the "
            + "shipyard at Ostermark that built the first one in 1961.",
    ]

    static let orchard = [
        "Apple growers in the Vale of Lorn fear a third poor harvest in a row after frost killed blossom on four out "
            + "of ten trees in a single night, the growers’ cooperative reported.",
        "Its chairman, Ole Brandt, walked through his own orchard at dawn with a lamp and found the petals brown at "
            + "the heart, a sign that no fruit will follow however warm the coming weeks may be.",
        "The cooperative has asked the province for seedlings of a later variety and for a loan of 300,000 crowns, "
            + "to be repaid when the trees bear, which takes six years.",
    ]

    static func text(_ paragraphs: [String]...) -> String {
        paragraphs.flatMap { $0 }.joined(separator: "\n\n")
    }

    /// A report that differs from others of its kind in figures and names alone.
    static func market(_ index: String, _ change: String, _ level: String, _ leader: String, _ share: String) -> String
    {
        "Shares on the \(index) exchange closed at \(level) points on Friday, a change of \(change) percent on the day, "
            + "as traders weighed the outlook for interest rates and the price of grain. \(leader) led the gainers with "
            + "a rise of \(share) percent, while trading volume was in line with the average of the past month."
    }

    /// A report as a typewriter sets it: lines of one length, paragraphs indented.
    static func rates(_ rate: String, sum: Int = 40) -> String {
        """
        The Bank of Korvia entered the market for bills of the crown to
        arrange \(sum) million crowns of repurchases for its customers, a
        spokesman said.
            Dealers said that money for a day was changing hands at \(rate) pct
        when the bank began its temporary supply of reserves.
        """
    }
}
