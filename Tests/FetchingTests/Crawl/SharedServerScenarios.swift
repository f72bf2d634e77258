import Records
import Testing

/// What each scenario of the shared hostile server must end as.
enum SharedServerScenarios {
    enum Expectation {
        case stored
        /// Stored, and the text that the pipeline makes of it holds this.
        case holds(String)
        case fault(String)
        /// A feed or sitemap that is read, or with which fault it is not.
        case listing(String?)
    }

    private static let promise = "We kept our promise"
    private static let words = "Zoë Müller – café “promise” €5"

    /// By the order of the WHATWG: where the transport lies, the text is what it says.
    private static let charsets: [(path: String, Expectation)] = [
        ("/charset/none-cp1252", .holds(words)), ("/charset/none-utf8", .holds(words)),
        ("/charset/meta-late", .holds(words)), ("/charset/bom-wins", .holds(words)),
        ("/charset/utf16le", .holds(words)), ("/charset/utf16-meta-lie", .holds(words)),
        ("/charset/unknown-label", .holds(words)), ("/charset/quoted", .holds(words)),
        ("/charset/xml-decl", .holds(words)), ("/charset/gb2312-is-gb18030", .holds("镕嵮 民主 €")),
        ("/charset/sjis", .holds("東京 ① 髙")), ("/charset/koi8r", .holds("Мэр сказал")),
        ("/charset/utf8-as-latin1", .holds("cafÃ©")), ("/charset/double-utf8", .holds("cafÃ©")),
    ]

    /// By scenario: what is asked for, and how it ends.
    static let probes: [String: [(path: String, Expectation)]] = [
        "/ok": [("/ok", .holds(promise + ",” said Mayor Zoë Müller of café street 3."))],
        "/robots/": [("/robots/allow", .stored), ("/robots/503", .fault("server_error"))],
        "/robots.txt": [("/robots.txt", .stored)], "/private/": [("/private/x", .fault("robots_disallowed"))],
        "/redirect/loop": [("/redirect/loop", .fault("redirect_loop"))],
        "/redirect/pair": [("/redirect/pair", .fault("redirect_loop"))],
        "/redirect/endless/": [("/redirect/endless/1", .fault("too_many_redirects"))],
        "/redirect/file": [("/redirect/file", .fault("refused_url"))],
        "/redirect/gopher": [("/redirect/gopher", .fault("refused_url"))],
        "/redirect/linklocal": [("/redirect/linklocal", .fault("refused_address"))],
        "/redirect/private": [("/redirect/private", .fault("refused_address"))],
        "/redirect/otherport": [("/redirect/otherport", .fault("refused_address"))],
        "/redirect/decimal": [("/redirect/decimal", .fault("refused_address"))],
        "/redirect/v6mapped": [("/redirect/v6mapped", .fault("refused_address"))],
        "/redirect/userinfo": [("/redirect/userinfo", .stored)],
        "/redirect/crlf": [("/redirect/crlf", .fault("http_error"))],
        "/redirect/relative": [("/redirect/relative", .stored)], "/redirect/meta": [("/redirect/meta", .stored)],
        "/slow/body": [("/slow/body", .fault("timed_out"))], "/slow/headers": [("/slow/headers", .fault("timed_out"))],
        "/slow/silent": [("/slow/silent", .fault("timed_out"))],
        "/body/endless": [("/body/endless", .fault("too_large"))],
        "/body/200mb": [("/body/200mb", .fault("too_large"))],
        "/body/short": [("/body/short", .fault("truncated_body"))],
        "/body/long": [("/body/long", .stored)],
        "/body/twolengths": [("/body/twolengths", .fault("invalid_response"))],
        "/body/neglength": [("/body/neglength", .fault("invalid_response"))],
        "/body/hugelength": [("/body/hugelength", .fault("invalid_response"))],
        "/body/empty200": [("/body/empty200", .fault("empty_body"))],
        "/body/nul": [("/body/nul", .holds("said Mayor Zoë Müller of café street 11."))],
        "/body/deep": [("/body/deep", .stored)], "/body/attrs": [("/body/attrs", .stored)],
        "/body/oneline": [("/body/oneline", .stored)], "/body/escape": [("/body/escape", .stored)],
        "/body/pathname/": [("/body/pathname/..%2f..%00/x", .stored)],
        "/gzip/ok": [("/gzip/ok", .holds(promise))], "/gzip/lie": [("/gzip/lie", .holds(promise))],
        "/gzip/members": [("/gzip/members", .holds("café street 11."))],
        "/gzip/double": [("/gzip/double", .holds(promise))],
        "/gzip/truncated": [("/gzip/truncated", .fault("truncated_body"))],
        "/gzip/badcrc": [("/gzip/badcrc", .fault("corrupt_body"))],
        "/gzip/unknown": [("/gzip/unknown", .fault("unsupported_content_encoding"))],
        "/gzip/bomb": [("/gzip/bomb", .fault("too_large"))],
        "/gzip/bombbomb": [("/gzip/bombbomb", .fault("too_large"))],
        "/chunked/ok": [("/chunked/ok", .holds("café street 11."))],
        "/chunked/garbage": [("/chunked/garbage", .fault("truncated_body"))],
        "/chunked/truncated": [("/chunked/truncated", .fault("truncated_body"))],
        "/chunked/hugesize": [("/chunked/hugesize", .fault("truncated_body"))],
        "/chunked/trailer": [("/chunked/trailer", .holds(promise))],
        "/chunked/andlength": [("/chunked/andlength", .holds("café street 11."))],
        "/status/429": [("/status/429", .holds(promise))],
        "/status/429date": [("/status/429date", .fault("too_many_requests"))],
        "/status/503burst": [("/status/503burst", .holds(promise))],
        "/status/503": [("/status/503", .fault("server_error"))],
        "/status/code/": [
            ("/status/code/404", .fault("http_error")), ("/status/code/410", .fault("http_error")),
            ("/status/code/451", .fault("http_error")), ("/status/code/204", .fault("http_error")),
            ("/status/code/206", .fault("http_error")), ("/status/code/304", .fault("http_error")),
            ("/status/code/500", .fault("server_error")), ("/status/code/502", .fault("server_error")),
            ("/status/code/504", .fault("server_error")), ("/status/code/999", .fault("http_error")),
            ("/status/code/103", .fault("invalid_response")),
        ],
        "/status/soft404": [("/status/soft404", .stored)], "/cache/etag": [("/cache/etag", .stored)],
        "/cache/lastmod": [("/cache/lastmod", .stored)], "/cookies/wall": [("/cookies/wall", .fault("redirect_loop"))],
        "/cookies/flood": [("/cookies/flood", .fault("oversized_header"))],
        "/headers/long": [("/headers/long", .fault("oversized_header"))],
        "/headers/many": [("/headers/many", .fault("oversized_header"))],
        "/headers/folded": [("/headers/folded", .holds(promise))],
        "/headers/nocolon": [("/headers/nocolon", .fault("invalid_response"))],
        "/headers/http09": [("/headers/http09", .fault("invalid_response"))],
        "/headers/icy": [("/headers/icy", .fault("invalid_response"))],
        "/headers/lfonly": [("/headers/lfonly", .holds(promise))],
        "/reset/now": [("/reset/now", .fault("connection_lost"))],
        "/reset/midbody": [("/reset/midbody", .fault("truncated_body"))],
        "/reset/flaky": [("/reset/flaky", .holds(promise))],
        "/charset/": charsets,
        "/type/pdf": [("/type/pdf", .fault("not_a_page"))],
        "/type/html-as-octet": [("/type/html-as-octet", .holds(promise))],
        "/sitemap/ok": [("/sitemap/ok", .listing(nil))], "/sitemap/deep/": [("/sitemap/deep/0", .listing(nil))],
        "/sitemap/wide/": [("/sitemap/wide/1", .listing(nil))], "/sitemap/self": [("/sitemap/self", .listing(nil))],
        "/sitemap/million": [("/sitemap/million", .listing(nil))],
        "/sitemap/clipped": [("/sitemap/clipped", .listing(nil))],
        "/sitemap/crosshost": [("/sitemap/crosshost", .listing(nil))], "/sitemap/gz": [("/sitemap/gz", .listing(nil))],
        "/feed/ok": [("/feed/ok", .listing(nil))], "/feed/json": [("/feed/json", .listing(nil))],
        "/feed/badlinks": [("/feed/badlinks", .listing(nil))], "/feed/deep": [("/feed/deep", .listing(nil))],
        "/feed/xinclude": [("/feed/xinclude", .listing(nil))],
        "/feed/laughs": [("/feed/laughs", .listing("unreadable_listing"))],
        "/feed/quadratic": [("/feed/quadratic", .listing("unreadable_listing"))],
        "/feed/xxe-file": [("/feed/xxe-file", .listing("unreadable_listing"))],
        "/feed/xxe-http": [("/feed/xxe-http", .listing("unreadable_listing"))],
        "/feed/xxe-param": [("/feed/xxe-param", .listing("unreadable_listing"))],
        "/feed/html": [("/feed/html", .listing("unreadable_listing"))],
    ]

    /// What requests tell beside how a URL ended: null where it is as it must be.
    static let manners: [String: @Sendable (_ requests: [SharedServerTests.Request]) -> String?] = [
        "/private/": { $0.isEmpty ? nil : "asked for" },
        "/status/429": { $0.count == 3 && gaps($0).allSatisfy { $0 >= 2 } ? nil : "\(gaps($0))" },
        "/status/429date": { $0.count == 1 ? nil : "\($0.count) requests" },
        "/status/503burst": { isGrowing($0, tries: 5) }, "/status/503": { isGrowing($0, tries: 5) },
        "/status/code/": { requests in
            let often = requests.filter { request in requests.count { $0.path == request.path } > 1 }
            return often.allSatisfy { $0.path.contains("/50") } && often.count == 15 ? nil : "\(often.count) again"
        },
        "/reset/now": { isGrowing($0, tries: 5) }, "/reset/flaky": { $0.count == 3 ? nil : "\($0.count) requests" },
        "/redirect/loop": { $0.count <= 6 ? nil : "\($0.count) requests" },
        "/redirect/endless/": { $0.count == 6 ? nil : "\($0.count) requests" },
        "/sitemap/self": { $0.count == 2 ? nil : "\($0.count) requests" },
        "/sitemap/wide/": { $0.count <= 8 ? nil : "\($0.count) requests" },
        "/sitemap/deep/": { $0.count <= 6 ? nil : "\($0.count) requests" },
    ]

    private static func gaps(_ requests: [SharedServerTests.Request]) -> [Double] {
        zip(requests.dropFirst(), requests).map { $0.time - $1.time }
    }

    /// So many tries, none before its time, which doubles; a busy host may make a try wait longer.
    private static func isGrowing(_ requests: [SharedServerTests.Request], tries: Int) -> String? {
        let gaps = gaps(requests)
        guard requests.count == tries else { return "\(requests.count) requests" }
        return zip(gaps, [0.1, 0.2, 0.4, 0.8]).allSatisfy { $0 > 0.8 * $1 } ? nil : "\(gaps)"
    }
}
