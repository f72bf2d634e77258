internal import Markup
internal import Web

/// Furniture inside the text that hardly occurs where the judge was trained, but on every news site.
enum BoilerplateRules {
    static func isBoilerplate(_ outline: PageOutline, _ index: Int, isNews: Bool) -> Bool {
        let segment = outline.segments[index]
        let text = outline.texts[index]
        let above = outline.segmenter.above[segment.node]
        let isItem = above.contains(.list) || above.contains(.table)
        if segment.count < 80, lines.contains(text.hash) { return true }
        if segment.count < 40, text.digits > 0, outline.withBytes(of: index, countsComments) { return true }
        if segment.count < 300, segment.linkDensity > 0.3 || segment.count < 100,
            outline.withBytes(of: index, isPointer)
        {
            return true
        }
        // A row of links with bars between them is a menu.
        if segment.links >= 3, segment.linkDensity > 0.7, segment.count < 100, !isItem,
            outline.withBytes(of: index, { $0.contains(UInt8(ascii: "|")) })
        {
            return true
        }
        // A line that is one link and no item of a list leads to another story.
        if segment.linkDensity > 0.9, text.words > 4, !isItem { return true }
        if isNews {
            // The dates of linked stories.
            if segment.count < 32, text.digits >= 4, text.ending == .none, outline.isDate(index) { return true }
            // Boxes beside a news text tell another story, or the same again.
            if above.contains(.aside) { return true }
            if isItem, segment.linkDensity > 0.7, text.words > 4 { return true }
        }
        guard segment.count < 600 else { return false }
        return outline.withBytes(of: index) { isPlaceholder($0) }
    }

    /// Lines that are the same on every page, as hashes of their letters.
    private static let lines = WordSet(
        [
            "Advertisement", "Advertisement - story continues below", "Story continues below advertisement", "Anzeige",
            "Werbung", "Publicité", "Publicidad", "Pubblicità", "Publicidade", "Annonse", "Annons", "Reklama", "Reklam",
            "Advertentie", "Read more", "Related articles", "Related stories", "Related topics", "Related", "Share",
            "Share this article", "Comments", "Leave a comment", "Loading...", "Mehr zum Thema", "Lesen Sie auch",
            "Sur le même sujet", "Más información", "Leggi anche", "Lees ook", "Les også", "Läs också", "Watch",
            "Table of Contents", "Článek", "Zobrazit vše", "Czytaj więcej", "Read also", "Continue reading",
        ].map { SegmentText.hash(of: $0) })

    /// Whether a line is a number and the word for comments: `18 Comments`, `Kommentare (18)`.
    private static func countsComments(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let words = text.split { $0 < 0x80 && ($0 | 0x20) &- 0x61 >= 26 }
        return words.count == 1 && words.allSatisfy { comments.contains(WordHash.of($0)) }
    }

    private static let comments = WordSet(
        words:
            "comment comments kommentar kommentare kommentarer commentaire commentaires comentario comentarios commenti "
            + "comentários reacties komentarze komentarzy responses replies")

    /// Whether a line begins with words that point to another story.
    private static func isPointer(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var word = WordHash()
        var previous: UInt64 = 0
        var words = 0
        for byte in text {
            if byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 {
                word.add(byte)
            } else if !word.isEmpty {
                words += 1
                if words == 2 { return pointers[WordHash.pair(previous, word.value)] != 0 }
                previous = word.value
                word = WordHash()
            }
        }
        return false
    }

    private static let pointers = WordTable([
        (
            1,
            """
            read_more read_also also_read read_next see_also more_on lesen_sie lies_auch mehr_zum lire_aussi à_lire \
            lea_también lee_también leia_também leggi_anche lees_ook les_også läs_också læs_også czytaj_także \
            czytaj_też přečtěte_si recommended_reading related_article
            """
        )
    ])

    /// What stands where a page would show something else: embedded content, a newsletter, a consent.
    private static func isPlaceholder(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let phrases = phrases
        var word = WordHash()
        var previous: UInt64 = 0
        for byte in text {
            if byte >= 0x80 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == 0x27 {
                word.add(byte)
            } else if !word.isEmpty {
                if phrases[WordHash.pair(previous, word.value)] != 0 { return true }
                previous = word.value
                word = WordHash()
            }
        }
        return !word.isEmpty && phrases[WordHash.pair(previous, word.value)] != 0
    }

    private static let phrases = WordTable([
        (
            1,
            """
            externen_inhalt externe_inhalte externer_inhalt eingebettete_inhalte inhalte_anzuzeigen empfohlener_redaktioneller \
            contenu_externe contenido_externo externe_inhoud enable_javascript javascript_aktivieren adblocker_deaktivieren \
            ad_blocker preferred_source newsletter_anmelden our_newsletter our_newsletters newsletters_here news_alerts your_inbox \
            free_newsletter daily_newsletter notre_newsletter nuestra_newsletter nuestro_boletín whatsapp_kanal whatsapp_channel \
            telegram_channel drittplattformen_übermittelt rights_reserved rechte_vorbehalten droits_réservés \
            lorem_ipsum
            """
        )
    ])
}

extension PageOutline {
    /// Whether a segment is nothing but a date.
    fileprivate func isDate(_ segment: Int) -> Bool {
        let line = string(of: segment)
        return PrintedDate.matches(in: line).contains { $0.date.day != nil && $0.range.count + 3 > line.utf8.count }
    }
}
