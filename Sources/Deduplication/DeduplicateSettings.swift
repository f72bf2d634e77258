public import Staging

/// The entry of `deduplicate` in pipeline.json.
public struct DeduplicateSettings: Settings, Equatable {
    public var windowDays = 90
    public var boilerplateArticles = 3

    public init() {}

    public mutating func visit(_ visitor: inout some SettingsVisitor) throws(ConfigurationError) {
        try visitor.setting(
            "window_days", &windowDays, 0...36500,
            "Articles are compared with those of so many days before the run's date; 0: with all.")
        try visitor.setting(
            "boilerplate_articles", &boilerplateArticles, 2...10_000,
            "A paragraph that otherwise unlike articles share is boilerplate once so many of them have it.")
    }

    /// How many of the dates of earlier segments, counted from the last, are compared with.
    func window(of dates: [String], before date: String?) -> Int {
        guard windowDays > 0, let today = date.flatMap({ PublicationTime(at: nil, on: $0) }) else { return dates.count }
        return dates.count { date in
            guard let day = PublicationTime(at: nil, on: date) else { return false }
            return today.start - day.start <= windowDays * 86_400
        }
    }
}
