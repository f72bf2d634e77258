/// When a URL is due again.
struct Schedule {
    let firstInterval: Int
    let longestInterval: Int
    let listingInterval: Int

    /// For what may go better another time.
    static let secondsAfterFailure = 600.0
    private static let day = 86_400.0

    init(_ settings: CrawlSettings) {
        firstInterval = Int(settings.revisitHours * 3600)
        longestInterval = max(firstInterval, Int(settings.maxRevisitHours * 3600))
        // Not in the same run once more.
        listingInterval = max(1, Int(settings.listingMinutes * 60))
    }

    /// For a page that changed, or is new. Null: never.
    func afterChange(_ now: Moment) -> (due: Int?, interval: Int) {
        (firstInterval > 0 ? now.whole + firstInterval : nil, firstInterval)
    }

    /// For a page that is what it was: twice as long as the last time.
    func afterNoChange(_ now: Moment, interval: Int) -> (due: Int?, interval: Int) {
        let interval = min(max(2 * interval, firstInterval), longestInterval)
        return (firstInterval > 0 ? now.whole + interval : nil, interval)
    }

    func afterListing(_ now: Moment) -> Int { now.whole + listingInterval }

    /// For what gave nothing. Null: never.
    func afterFault(_ fault: FetchFault, status: Int?, retryAt: Moment?, now: Moment) -> Int? {
        if let retryAt { return retryAt.whole + 1 }
        if fault.reason.maySubside { return (now + Self.secondsAfterFailure).whole }
        switch fault.reason {
        case .refusedURL, .refusedAddress, .configuration: return nil
        case .httpError where status == 404 || status == 410 || status == 451: return nil
        case .robotsDisallowed: return (now + Self.day).whole
        default: return firstInterval > 0 ? now.whole + max(firstInterval, Int(Self.day)) : nil
        }
    }
}
