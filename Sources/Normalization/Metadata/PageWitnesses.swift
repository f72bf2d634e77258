internal import Markup

/// What the markup itself says about the article, gathered in one pass over the nodes.
struct PageWitnesses: Sendable {
    /// Values of meta tags by `property`, `name` or `itemprop`, lower-cased; the first of a name holds, save authors.
    var meta: [String: [String]] = [:]
    var canonical: String?
    var htmlLanguage: String?
    var titleTag: String?
    /// Texts of the `h1` elements, with their nodes. A masthead leads to the site's front page.
    var headings: [(text: String, node: Int, isMasthead: Bool)] = []
    /// Texts of elements that say they name the author. What stands apart may be the author of another story.
    var bylines: [(text: String, strength: Int, node: Int, isApart: Bool)] = []
    /// `datetime` or text of elements that say they hold a date, with the words before it.
    var times: [(text: String, label: DateLabel?, strength: Int, node: Int)] = []

    init(_ tree: HTMLTree, _ segmenter: Segmenter) {
        for index in tree.nodes.indices {
            let node = tree.nodes[index]
            switch node.element {
            case .text: continue
            case .html: htmlLanguage = htmlLanguage ?? tree.string(.lang, of: index)
            case .meta: takeMeta(tree, index)
            case .link:
                if canonical == nil, let rel = tree.value(.rel, of: index), Self.canonicalRelation.isIn(rel) {
                    canonical = tree.string(.href, of: index)
                }
            case .title:
                if titleTag == nil, segmenter.above[index].contains(.head) { titleTag = text(tree, index) }
            case .h1: headings.append((text(tree, index), index, Self.leadsHome(tree, index)))
            default: break
            }
            takeByline(tree, index, segmenter)
            takeTime(tree, index, segmenter)
        }
    }

    func first(_ names: String...) -> String? {
        for name in names {
            if let value = meta[name]?.first { return value }
        }
        return nil
    }

    private func text(_ tree: HTMLTree, _ index: Int) -> String {
        String(decoding: tree.trimmedText(of: index), as: UTF8.self)
    }

    private mutating func takeMeta(_ tree: HTMLTree, _ index: Int) {
        guard let content = tree.value(.content, of: index), !content.isEmpty else { return }
        let value = Self.collapsed(content)
        guard !value.isEmpty else { return }
        for attribute in [AttributeName.property, .name, .itemprop] {
            guard let key = tree.string(attribute, of: index)?.lowercased(), key.utf8.count < 64 else { continue }
            if meta[key, default: []].count < 16 { meta[key, default: []].append(value) }
        }
    }

    /// Whether the first link in or around a heading goes to the front page.
    private static func leadsHome(_ tree: HTMLTree, _ heading: Int) -> Bool {
        let parent = Int(tree.nodes[heading].parent)
        let inside = heading..<Int(tree.nodes[heading].end)
        guard let link = ([parent] + inside).first(where: { tree.nodes[$0].element == .a }),
            let href = tree.string(.href, of: link)
        else { return false }
        guard let path = href.parts(separatedBy: "://").last, path != href else { return href == "/" }
        return path.utf8.allSatisfy { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
            && path.split(separator: "/").count == 1
    }

    private static let author: ASCIIWord = "author"
    private static let canonicalRelation: ASCIIWord = "canonical"

    private static func collapsed(_ bytes: ArraySlice<UInt8>) -> String {
        var out: [UInt8] = []
        bytes.withUnsafeBufferPointer { out.appendCollapsed($0) }
        if out.last == 0x20 { out.removeLast() }
        if out.first == 0x20 { out.removeFirst() }
        return String(decoding: out, as: UTF8.self)
    }

    private mutating func takeByline(_ tree: HTMLTree, _ index: Int, _ segmenter: Segmenter) {
        let node = tree.nodes[index]
        let size = node.textEnd - node.textStart
        guard size > 2, size < 200, bylines.count < 64 else { return }
        guard !segmenter.inherited[index].contains(.comment) else { return }
        var strength = 0
        if let rel = tree.value(.rel, of: index), Self.author.isIn(rel) { strength = 4 }
        if let property = tree.value(.itemprop, of: index) {
            if property.elementsEqual("author".utf8) { strength = 5 }
            if property.elementsEqual("name".utf8), parentIsAuthor(tree, index) { strength = 6 }
        }
        if strength == 0, node.element == .a, let href = tree.value(.href, of: index), Self.isAuthorLink(href) {
            strength = 3
        }
        if strength == 0, segmenter.own[index].contains(.author) { strength = 2 }
        guard strength > 0, !Self.namesHelper(tree.text[max(0, Int(node.textStart) - 28)..<Int(node.textStart)]) else {
            return
        }
        let isApart = !segmenter.inherited[index].isDisjoint(with: [.related, .sidebar, .footer])
        bylines.append((text(tree, index), strength, index, isApart))
    }

    /// Whether the last words before a name say that it is not the author's: `reviewed by`, `edited by`.
    private static func namesHelper(_ before: ArraySlice<UInt8>) -> Bool {
        let words = before.split { !($0 >= 0x80 || ($0 | 0x20) &- 0x61 < 26) }.suffix(3)
        return words.contains { helpers.contains(WordHash.of($0)) }
            && words.last.map { WordHash.of($0) != WordHash.of("written".utf8) } ?? false
    }

    private static let helpers = WordSet(
        words: "reviewed edited checked translated illustrated photographed photos photo photography editor reviewer")

    private func parentIsAuthor(_ tree: HTMLTree, _ index: Int) -> Bool {
        var node = Int(tree.nodes[index].parent)
        for _ in 0..<3 {
            if let property = tree.value(.itemprop, of: node), property.elementsEqual("author".utf8) { return true }
            node = Int(tree.nodes[node].parent)
        }
        return false
    }

    /// Parts of a path under which sites keep the pages of their authors.
    private static let authorPaths = WordSet(
        words: """
            author authors autor autoren autores auteur auteurs people by profile profiles journalist journalists redaktion \
            redakteur staff contributor contributors writer writers team reporter reporters
            """)

    private static func isAuthorLink(_ href: ArraySlice<UInt8>) -> Bool {
        var part = WordHash()
        for byte in href.prefix(200) {
            if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") {
                if authorPaths.contains(part.value) { return true }
                part = WordHash()
            } else {
                part.add(byte)
            }
        }
        return false
    }

    private mutating func takeTime(_ tree: HTMLTree, _ index: Int, _ segmenter: Segmenter) {
        let node = tree.nodes[index]
        guard times.count < 64, !segmenter.inherited[index].contains(.comment) else { return }
        let before = tree.text[max(0, Int(node.textStart) - 32)..<Int(node.textStart)]
        if let property = tree.value(.itemprop, of: index), property.starts(with: "date".utf8) {
            let value = tree.string(.datetime, of: index) ?? tree.string(.content, of: index) ?? text(tree, index)
            let isPublished = property.elementsEqual("datePublished".utf8)
            let label: DateLabel? = isPublished ? .published : .updated
            if !value.isEmpty { times.append((value, label, isPublished ? 5 : 1, index)) }
        } else if node.element == .time {
            let value = tree.string(.datetime, of: index) ?? text(tree, index)
            if !value.isEmpty { times.append((value, DateLabel.last(in: before), 3, index)) }
        } else if segmenter.own[index].contains(.date), node.textEnd - node.textStart < 100,
            node.textEnd - node.textStart > 5
        {
            times.append((text(tree, index), DateLabel.last(in: before), 2, index))
        }
    }
}

/// What the words before a printed date say of it.
enum DateLabel: Sendable {
    case published
    case updated

    /// The last such word of a text; nil where it holds none.
    static func last(in text: some Sequence<UInt8>) -> DateLabel? {
        var label: DateLabel?
        var word = WordHash()
        func finish(_ label: inout DateLabel?) {
            if publishedWords.contains(word.value) { label = .published }
            if updatedWords.contains(word.value) { label = .updated }
            word = WordHash()
        }
        for byte in text {
            if byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 { word.add(byte) } else if !word.isEmpty { finish(&label) }
        }
        if !word.isEmpty { finish(&label) }
        return label
    }

    private static let publishedWords = WordSet(
        words: """
            published posted post publishedon postedon created issued released veröffentlicht erstellt publié publicado \
            publicada pubblicato gepubliceerd publisert publicerad udgivet opublikowano julkaistu
            """)
    private static let updatedWords = WordSet(
        words: """
            updated modified reviewed revised edited amended updatedon aktualisiert geändert stand jour modifié \
            actualizado actualizada atualizado aggiornato bijgewerkt oppdatert uppdaterad opdateret zaktualizowano \
            aktualizováno päivitetty güncelleme
            """)
}
