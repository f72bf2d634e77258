/// What the words of a short segment say about it.
struct Phrases: OptionSet, Sendable {
    let rawValue: UInt32

    static let share = Phrases(rawValue: 1 << 0)
    static let subscribe = Phrases(rawValue: 1 << 1)
    static let advertisement = Phrases(rawValue: 1 << 2)
    static let related = Phrases(rawValue: 1 << 3)
    static let legal = Phrases(rawValue: 1 << 4)
    static let credit = Phrases(rawValue: 1 << 5)
    static let navigation = Phrases(rawValue: 1 << 6)
    static let date = Phrases(rawValue: 1 << 7)
    static let byline = Phrases(rawValue: 1 << 8)
    static let comment = Phrases(rawValue: 1 << 9)
    static let consent = Phrases(rawValue: 1 << 10)
    static let action = Phrases(rawValue: 1 << 11)
    static let tags = Phrases(rawValue: 1 << 12)
    static let correction = Phrases(rawValue: 1 << 13)
    static let biography = Phrases(rawValue: 1 << 14)
    static let missing = Phrases(rawValue: 1 << 15)
    static let references = Phrases(rawValue: 1 << 16)

    static let count = 17

    static let table = WordTable([
        (
            share.rawValue,
            "share facebook twitter whatsapp linkedin pinterest telegram follow_us copy_link teilen partager compartir condividi partilhar delen instagram youtube tiktok bluesky threads email print reddit"
        ),
        (
            subscribe.rawValue,
            "subscribe newsletter newsletters sign_up signup subscriber inbox abonnieren abonnez abonner suscríbete suscribirse iscriviti assine subscription abo log_in free_trial sign_in join_us unlimited_access e_mail your_email email_address"
        ),
        (
            advertisement.rawValue,
            "advertisement anzeige publicité publicidad pubblicità publicidade annonse reklame advertentie sponsored werbung ad affiliate_commission affiliate_links commission_from we_may"
        ),
        (
            related.rawValue,
            "related read_more also_read read_also see_also more_from you_might may_like you_may recommended read_next mehr_zum lesen_sie lire_aussi à_lire lea_también leia_também leggi_anche lees_ook les_også trending most_read most_popular latest_news up_next more_on continue_reading more_stories keep_reading next_article previous_article related_articles related_posts recent_posts popular_posts don't_miss editors'_picks top_stories"
        ),
        (
            legal.rawValue,
            "copyright rights_reserved privacy_policy terms_of alle_rechte tous_droits reservados riservati impressum datenschutz trademark trademarks licensed ©"
        ),
        (
            credit.rawValue,
            "photo photos image images getty reuters shutterstock photograph photographer foto bild credit courtesy_of fotografie illustration istock unsplash afp picture_alliance imago dpa"
        ),
        (
            navigation.rawValue,
            "menu home skip_to back_to jump_to table_of search contact_us about_us next previous contents login navigation close open show hide toggle in_this on_this main_content load_more show_more view_all see_all"
        ),
        (
            date.rawValue,
            "published updated posted january february march april june july august september october november december ago min_read minutes_read read_time minute_read reading_time veröffentlicht aktualisiert publié publicado actualizado mis_à januar februar märz juli oktober dezember janvier février juin juillet août septembre octobre novembre décembre enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre uhr am pm gmt est edt utc"
        ),
        (
            byline.rawValue,
            "by von par por di door av written_by reviewed_by author edited_by autor posted_by fact_checked medically_reviewed reporter correspondent"
        ),
        (
            comment.rawValue,
            "comment comments reply leave_a kommentar kommentare commentaires comentarios logged_in post_a your_email required_fields be_published"
        ),
        (
            consent.rawValue,
            "cookie cookies consent gdpr einwilligung adblock ad_blocker javascript enable_javascript your_browser privacy"
        ),
        (
            action.rawValue,
            "click_here download learn_more get_started buy_now shop_now book_a contact_us request_a free_demo call_us start_your get_your shop add_to view_product sign_me get_a book_now schedule_a talk_to try_for apply_now check_out"
        ),
        (
            tags.rawValue,
            "tags tagged filed_under topics categories category schlagworte themen mots_clés etiquetas keywords topic posted_in"
        ),
        (
            correction.rawValue,
            "correction corrected clarification earlier_version editor's_note editor’s_note korrektur rectificatif amended erratum an_earlier this_article"
        ),
        (
            biography.rawValue,
            "is_a editor journalist reporter writes_about writer author passionate has_been degree years_of contributor specializes freelance founder based_in he's she's covers"
        ),
        (missing.rawValue, "page_not not_found 404 doesn't_exist access_denied no_longer been_removed unavailable"),
        (
            references.rawValue,
            "references sources bibliography footnotes further_reading works_cited notes citations doi et_al https pmid"
        ),
    ])

    /// Reads at most the first `limit` words.
    static func of(_ text: UnsafeBufferPointer<UInt8>, limit: Int) -> Phrases {
        let table = table
        var found: UInt32 = 0
        var word = WordHash()
        var previous: UInt64 = 0
        var words = 0
        for byte in text {
            let isWord = byte >= 0x80 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == 0x27
            if isWord {
                word.add(byte)
            } else if !word.isEmpty {
                found |= table[word.value] | table[WordHash.pair(previous, word.value)]
                previous = word.value
                word = WordHash()
                words += 1
                if words == limit { return Phrases(rawValue: found) }
            }
        }
        if !word.isEmpty { found |= table[word.value] | table[WordHash.pair(previous, word.value)] }
        return Phrases(rawValue: found)
    }
}
