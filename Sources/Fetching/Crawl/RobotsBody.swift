import Archive

/// The rules of a robots.txt as it came.
enum RobotsBody {
    /// Undoes content codings. What cannot be decoded holds no rule.
    static func decoded(_ response: HTTPResponse) -> [UInt8] {
        let codings = response.fields["Content-Encoding"] ?? ""
        let limit = 8 * RobotsRules.maximumBytes
        let body = (try? decodedContent(response.body, codings: codings, limit: limit)) ?? []
        return Array(body.prefix(RobotsRules.maximumBytes))
    }
}
