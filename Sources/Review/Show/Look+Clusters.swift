import Hypertext
import Records

extension Look {
    func write(_ cluster: PublishedCluster, _ page: inout TerminalText) throws {
        page.line(cluster.title ?? "untitled", .heading)
        page.field("cluster", "\(cluster.id), copies of one text")
        page.field("canonical", cluster.canonicalID.map { "\($0) (\(cluster.canonicalReason ?? "no reason stated"))" })
        page.line()
        for article in try members(of: cluster) {
            // The cluster's own row knows the canonical that holds today.
            let role = article.id == cluster.canonicalID ? Membership.Role.canonical : .copy
            page.field(role.rawValue, "\(article.time)  \(article.outlet)  \(article.id)")
            page.field("", shortened(article.title ?? "untitled", to: 120))
            page.field("", article.clusterReason.map { "why: \($0)" })
        }
    }

    func write(_ utterance: PublishedUtterance, _ page: inout TerminalText) throws {
        page.line(utterance.speakerName ?? "Nobody could be made out", .heading)
        page.wrap([(utterance.text ?? "The text is not in this output.", .quote)], indent: 2)
        page.line()
        page.field("utterance", utterance.id)
        page.field("speakers", utterance.speakerNames.joined(separator: ", "))
        page.field(
            "first known", utterance.firstPublishedAt.map { "\($0)  \(utterance.firstOutletName ?? "unknown outlet")" })
        page.field(
            "printed", "\(counted(utterance.quoteCount, "time")) in \(counted(utterance.articleCount, "article"))")
        page.line()
        for quote in try quotes(ofUtterance: utterance.id) {
            page.field(
                "quoted",
                "\(quote.time)  \(quote.outlet)  \(quote.id)\(quote.inCopiedPassage ? "  in a copied passage" : "")")
            page.field("", Self.speaker(of: quote))
            if quote.text != utterance.text { page.field("", "“\(shortened(quote.text ?? "", to: 240))”") }
        }
    }
}
