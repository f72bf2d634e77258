import Archive
import Web

/// What an answer means for a task.
extension Crawler {
    static let mostRedirects = 5

    /// A request for a site's robots.txt, which follows redirects wherever they lead (RFC 9309, section 2.3.1.2).
    struct RobotsQuestion {
        let host: HostState
        var url: WebURL
        var redirects = 0
        var failures = 0
    }

    func judge(
        _ task: CrawlTask, _ host: HostState, _ result: Result<HTTPResponse, FetchFault>, _ request: HTTPRequest
    ) throws {
        switch result {
        case .failure(let fault): try retry(task, host, fault, status: nil, after: nil)
        case .success(let response):
            switch response.status {
            case 200: end(task, host, .found(response, request))
            case 304 where task.visited.isEmpty && task.entry.validators.isConditional:
                end(task, host, .notModified(response, request))
            case 301, 302, 303, 307, 308: try follow(task, host, response)
            case let status:
                let reason: FetchFault.Reason =
                    status == 429 ? .tooManyRequests : (500...599).contains(status) ? .serverError : .httpError
                let wish = response.fields["Retry-After"].flatMap { RetryPolicy.seconds(retryAfter: $0, now: .now) }
                try retry(task, host, FetchFault(reason, "status \(status)"), status: status, after: wish)
            }
        }
    }

    /// Another try later in this run, or none.
    private func retry(
        _ task: CrawlTask, _ host: HostState, _ fault: FetchFault, status: Int?, after wish: Double?
    ) throws {
        var task = task
        task.failures += 1
        let asks = status == 429 || status == 503
        let gap = max(retries.gap(after: task.failures, url: task.href), asks ? wish ?? 0 : 0)
        guard fault.reason.isWorthAnotherTry, task.failures < retries.tries, gap <= retries.maxWaitSeconds else {
            let retryAt = asks ? wish.map { Moment.now + min($0, 7 * 86_400) } : nil
            return end(task, host, .fault(fault, status: status, retryAt: retryAt))
        }
        task.notBefore = monotonicSeconds + gap
        // A server that is busy is left alone as a whole.
        if asks { host.nextStart = max(host.nextStart, task.notBefore) }
        putBack(task, to: host)
    }

    private func follow(_ task: CrawlTask, _ host: HostState, _ response: HTTPResponse) throws {
        func refuse(_ reason: FetchFault.Reason, _ detail: String) {
            end(task, host, .fault(FetchFault(reason, detail), status: response.status, retryAt: nil))
        }
        guard let target = Self.target(response, from: task.current) else {
            return refuse(.refusedURL, "a redirect to what is neither http nor https")
        }
        var next = task
        next.move(to: target)
        if next.visited.contains(next.currentHref) { return refuse(.redirectLoop, "\(next.visited.count) redirects") }
        if next.visited.count > Self.mostRedirects {
            return refuse(.tooManyRedirects, "more than \(Self.mostRedirects) redirects")
        }
        guard let nextHost = try self.host(target.siteOrigin) else {
            return refuse(.refusedURL, "a redirect to no host")
        }
        putBack(next, to: nextHost)
    }

    /// Where a redirect leads, without user information; nil where that is no URL of http or https.
    private static func target(_ response: HTTPResponse, from url: WebURL) -> WebURL? {
        response.fields["Location"].flatMap { WebURL($0, base: url)?.requestable }
    }

    // MARK: robots.txt

    func askForRobots(_ host: HostState) throws {
        guard let url = WebURL("/robots.txt", base: host.root) else { return }
        host.robots = .asking
        try ask(RobotsQuestion(host: host, url: url, failures: host.robotsFailures))
    }

    private func ask(_ question: RobotsQuestion) throws {
        var request = request(question.url, question.url.requestHref)
        request.destination = .beginning(RobotsRules.maximumBytes)
        try begin(request, .robots(question), question.host, monotonicSeconds)
    }

    func answered(_ question: RobotsQuestion, _ result: Result<HTTPResponse, FetchFault>) throws {
        let host = question.host
        host.running -= 1
        var question = question
        switch result {
        case .success(let response):
            if (300..<400).contains(response.status), question.redirects < Self.mostRedirects,
                let target = Self.target(response, from: question.url)
            {
                question.redirects += 1
                question.url = target
                return try ask(question)
            }
            let body = RobotsBody.decoded(response)
            know(RobotsPolicy(status: response.status, body: body, agent: settings.agent), of: host)
            // A server that is in trouble is asked again in the next run.
            if response.status < 500 { robotsFound.append((host.id, response.status, body)) }
        case .failure(let fault):
            question.failures += 1
            guard fault.reason.isWorthAnotherTry, question.failures < retries.tries else {
                host.fault = fault
                return know(RobotsPolicy(status: nil, body: [], agent: settings.agent), of: host)
            }
            host.nextStart = max(
                host.nextStart,
                monotonicSeconds + retries.gap(after: question.failures, url: host.root.requestHref))
            host.robotsFailures = question.failures
            host.robots = .unknown
        }
    }
}

extension Validators {
    var isConditional: Bool { etag != nil || lastModified != nil }
}
