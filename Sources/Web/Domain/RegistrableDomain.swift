/// The domain that somebody registered: a public suffix and one label before it, as in `example.co.uk`.
///
/// - Parameter host: a host as ``WebURL/host`` has it, in ASCII and lower case.
/// - Returns: nil for addresses, for public suffixes themselves and for what is no domain.
public func registrableDomain(ofHost host: String) -> String? {
    let host = host.utf8.last == UInt8(ascii: ".") ? host.dropLast() : host[...]
    guard !host.utf8.starts(with: "[".utf8), !IPv4.endsInNumber(Array(host.utf8)) else { return nil }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2, labels.allSatisfy({ !$0.isEmpty }) else { return nil }
    let suffix = suffixLength(labels)
    return labels.count > suffix ? labels.suffix(suffix + 1).joined(separator: ".") : nil
}

extension WebURL {
    /// The registrable domain of the host; nil for addresses and public suffixes.
    public var registrableDomain: String? {
        host.flatMap { Web.registrableDomain(ofHost: $0) }
    }
}

/// How many labels the public suffix of a domain of two or more labels has.
private func suffixLength(_ labels: [Substring]) -> Int {
    let top = String(labels[labels.count - 1])
    let second = labels[labels.count - 2]
    if let exceptions = PublicSuffixes.wildcards[top] { return exceptions.contains(String(second)) ? 1 : 2 }
    if PublicSuffixes.secondLevel[top]?.contains(second) == true { return 2 }
    return PublicSuffixes.platforms.contains(second + "." + top) ? 2 : 1
}
