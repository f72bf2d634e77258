/// Words that refer to an outlet without naming it: "the publication", "the broadcaster".
public enum OutletNouns {
    public static let generic = [
        "publication", "newspaper", "paper", "daily", "weekly", "magazine", "journal", "tabloid", "broadsheet",
        "agency",
        "outlet", "broadcaster", "network", "channel", "station", "website", "site", "portal", "newswire", "wire",
        "journalists", "reporters",
    ]

    /// Last words of names that outlets give themselves: "The Northern Ledger", "Harbor Post".
    public static let inNames = [
        "times", "post", "herald", "tribune", "gazette", "chronicle", "ledger", "register", "sentinel", "dispatch",
        "observer", "courier", "journal", "telegraph", "guardian", "mirror", "globe", "inquirer", "examiner",
        "bulletin",
        "daily", "weekly", "news", "broadcasting", "television", "radio", "tv", "press", "magazine", "newspaper",
        "mail",
        "star", "argus", "echo", "standard", "monitor", "review", "report", "today", "pravda", "gazeta", "zeitung",
    ]

    /// Ends of agency names.
    public static let agencies = ["news agency", "press agency", "newswire", "news service", "press association"]
}
