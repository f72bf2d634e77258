import Digest
import Outlets
import Records
import Web

/// Ids, versions and outlets that are the same wherever and whenever a page is read.
enum ArticleIdentity {
    /// The given id, else `a` and 16 hexadecimal digits of the digest of the page's own URL, else of its place.
    static func id(given: String?, url: WebURL?, source: Source) -> String {
        if let given, !given.isEmpty { return given }
        return "a" + SHA256.hex(url?.canonical ?? source.place).prefix(16)
    }

    /// `v` and 12 hexadecimal digits of the digest of the text.
    static func version(of text: String) -> String {
        "v" + SHA256.hex(text).prefix(12)
    }

    /// The URL that stands for the page: what it calls canonical, unless that lies at another site. A republished story
    /// that points to its original is an article of its own.
    static func ownURL(found: WebURL?, canonical: WebURL?) -> WebURL? {
        guard let found else { return canonical }
        guard let canonical, canonical.registrableDomain == found.registrableDomain else { return found }
        return canonical
    }

    /// The outlet of a page. Its id is the registrable domain where there is one, else the name in lower-case words.
    static func outlet(given: Outlet?, printed: String?, url: WebURL?) -> Outlet? {
        let domain = url?.registrableDomain
        let known = domain.flatMap { OutletTable.standard.outlet(domain: $0) }
        let name = given?.name ?? known?.name ?? printed
        guard let id = given?.id ?? domain ?? name.flatMap(slug) else { return nil }
        return Outlet(id: id, name: name ?? domain)
    }

    /// Whether the outlet of a page stands in the table of known ones.
    static func isKnownOutlet(_ url: WebURL?) -> Bool {
        url?.registrableDomain.map { OutletTable.standard.outlet(domain: $0) != nil } ?? false
    }

    /// Letters and digits of a name in lower case, in words joined by hyphens; nil where it has none.
    private static func slug(_ name: String) -> String? {
        let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }
        return words.isEmpty ? nil : words.joined(separator: "-")
    }
}
