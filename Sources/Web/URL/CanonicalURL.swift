extension WebURL {
    /// The URL by which an article is known: without its fragment and without query parameters that only tell how a reader
    /// came to it. Everything else stays, as any other parameter may choose the article.
    public var canonical: String {
        var url = self
        if let query = url.query {
            let parameters = query.utf8.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false)
            let kept = parameters.filter { !isTracking($0.prefix { $0 != UInt8(ascii: "=") }) }
            url.query = kept.map { String($0) ?? "" }.joined(separator: "&")
            if url.query?.isEmpty == true { url.query = nil }
        }
        return url.withoutFragment
    }
}

/// Whether a parameter's name is one of ``trackingParameters`` or begins with one of ``trackingPrefixes``.
private func isTracking(_ name: some Sequence<UInt8>) -> Bool {
    let name = String(decoding: name.map(asciiLowercased), as: UTF8.self)
    return trackingParameters.contains(name) || trackingPrefixes.contains { name.utf8.starts(with: $0.utf8) }
}

private let trackingPrefixes = ["utm_", "mtm_", "pk_", "hsa_", "fb_action_", "guce_referrer", "at_custom", "ns_m"]

/// Of Google, Meta, Microsoft, Yandex, X, TikTok, LinkedIn, Pinterest; then of mail and analytics services; then of the
/// press: BBC, CBS, Daily Mail, Le Monde, New York Times, Reuters, Yahoo.
private let trackingParameters = Set(
    """
    gclid gclsrc dclid gbraid wbraid gad_source gad_campaignid srsltid _ga _gl fbclid fb_ref fb_source igshid igsh msclkid \
    yclid ysclid twclid __twitter_impression ttclid li_fat_id epik \
    mc_cid mc_eid mkt_tok _hsenc _hsmi vero_id vero_conv oly_anon_id oly_enc_id _openstat wickedid s_cid ncid cmpid icid \
    wt_mc wt_zmc spm \
    at_medium at_campaign at_campaign_type at_bbc_team at_format at_link_id at_link_origin at_link_type at_ptr_name ocid \
    ns_campaign ns_source ns_linkname ns_fee ftag ito xtor smid smtyp taid guccounter
    """.split(separator: " ").map { String($0) })
