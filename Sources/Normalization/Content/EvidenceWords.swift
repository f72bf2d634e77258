extension Evidence {
    /// The words of templates, by what they say. English first, for that is the language of class names; then the
    /// words of German, French, Spanish, Italian, Portuguese, Dutch and Scandinavian templates.
    static let table = WordTable([
        (
            body.rawValue,
            """
            body articlebody content contents text copy paragraph paragraphs prose richtext rte wysiwyg main maincontent \
            mainbody bodytext articletext storybody postbody entrycontent postcontent texte testo texto inhalt tekst \
            cuerpo corpo contenido contenu brodtext textblock articlecontent body_text rich_text post_content \
            entry_content article_body story_body post_body text_block content_body page_content
            """
        ),
        (
            article.rawValue,
            "article artikel articulo articolo artigo story post entry news noticia blog single report page"
        ),
        (
            navigation.rawValue,
            "nav navigation menu navbar breadcrumb breadcrumbs pagination pager skip tabs submenu megamenu sitemap topnav subnav navi hamburger crumbs"
        ),
        (footer.rawValue, "footer foot copyright colophon legal imprint impressum bottom disclaimer foter"),
        (header.rawValue, "header masthead topbar hero head kopf cabecera"),
        (
            sidebar.rawValue,
            "sidebar aside rail complementary secondary side sidecolumn rightcol leftcol sidenav right_column left_column"
        ),
        (
            related.rawValue,
            """
            related recommended recommendation recommendations recirc recirculation similar trending popular latest \
            teaser teasers outbrain taboola mostread mostpopular relacionadas relacionados verwandt weitere associated \
            suggestions suggested readmore seealso morefrom card cards list more also next previous prev river feed \
            promo upnext further aanbevolen mehr plus lire relatedposts relatedarticles read_more read_next \
            read_also see_also also_read you_may more_stories inline_link yarpp zergnet crosslink interlink
            """
        ),
        (
            comment.rawValue,
            "comment comments disqus discussion respond reply replies commentlist kommentare commentaires comentarios kommentar conversation coral"
        ),
        (
            share.rawValue,
            "share sharing social socials follow facebook twitter whatsapp addthis addtoany sharebar sharethis socialmedia linkedin pinterest compartir teilen partager sharedaddy sns telegram"
        ),
        (
            newsletter.rawValue,
            "newsletter newsletters subscribe subscription signup mailing optin mailchimp cta callout sign_up mc convertkit hubspot registration infolettre abo abonnement subscriber"
        ),
        (
            advertisement.rawValue,
            "ad ads adv advert advertisement advertising sponsor sponsored dfp gpt banner adslot adunit adsense werbung publicidad pub anzeige reklame reklam doubleclick native advertorial affiliate partner"
        ),
        (consent.rawValue, "cookie cookies consent gdpr onetrust privacy ccpa cmp cookiebot"),
        (
            author.rawValue,
            "author authors byline bio contributor writer autor auteur autore journalist reporter vcard authorbox biography autoren skribent authorship staff"
        ),
        (
            date.rawValue,
            "date dates dateline timestamp published publish time updated modified datetime pubdate fecha datum data posted meta postmeta metadata readtime"
        ),
        (
            caption.rawValue,
            "caption captions credit credits figcaption figure image img photo photos picture legend wp_caption bildunterschrift fotograf thumbnail thumb foto bild"
        ),
        (
            hidden.rawValue,
            "hidden hide invisible offscreen collapsed sr_only screen_reader visually_hidden visuallyhidden noprint print assistive none a11y"
        ),
        (
            overlay.rawValue,
            "modal popup overlay dialog lightbox drawer toast tooltip popover interstitial flyout offcanvas alert notification notice snackbar"
        ),
        (
            paywall.rawValue,
            "paywall barrier premium locked regwall piano metered meter gated subscriber_only gate plus"
        ),
        (
            widget.rawValue,
            "widget module box infobox factbox panel plugin component fact info hint tip callout highlight"
        ),
        (
            summary.rawValue,
            "summary standfirst lead lede dek deck subtitle subheadline intro introduction excerpt abstract chapo sapo description subhead subheading vorspann untertitel ingress entradilla bajada sottotitolo occhiello subtitulo strapline sub_title takeaways keypoints key_points tldr highlights bullets"
        ),
        (
            title.rawValue,
            "title headline heading titulo titel titolo titre overskrift rubrik h1 kicker overline eyebrow"
        ),
        (
            media.rawValue,
            "video videos player audio podcast jwplayer youtube vimeo brightcove gallery slideshow carousel slider slick swiper media galerie galeria"
        ),
        (
            commerce.rawValue,
            "product products price prices shop cart buy rating ratings review reviews deal deals offer coupon pricing checkout store testimonial testimonials button btn cta"
        ),
        (
            form.rawValue,
            "form search searchform login signin input field fieldset register contact wpforms wpcf7 poll quiz survey"
        ),
        (
            embed.rawValue,
            "tweet embed embedded instagram tiktok oembed iframe twitter_tweet instagram_media facebook_post"
        ),
        (quote.rawValue, "quote quotes pullquote blockquote pull_quote zitat cite citation tweet"),
        (live.rawValue, "live liveblog liveticker ticker timeline update updates liveupdates live_blog minute"),
        (
            correction.rawValue,
            "correction corrections clarification erratum editorsnote editornote editors_note editor_note korrektur errata"
        ),
        (disclosure.rawValue, "faq faqs accordion collapse toggle tab expandable details question answer collapsible"),
        (contents.rawValue, "toc tableofcontents jump anchor ez_toc table_of index outline jumplinks"),
        (
            reference.rawValue,
            "reference references footnote footnotes sources source bibliography endnote endnotes reflist works_cited"
        ),
        (
            tags.rawValue,
            "tag tags tagcloud category categories topic topics keyword keywords label labels schlagwort taglist hashtags themen temas taxonomy filed"
        ),
    ])
}
