/// Words that carry a full stop of their own.
enum Abbreviations {
    /// A name or a number follows these: no sentence ends there.
    private static let titles = set(
        """
        mr mrs ms mx dr prof sen rep gov gen lt col sgt capt cmdr maj adm cpl pvt rev fr hon pres supt insp det st mt ft
        messrs mmes drs sens reps vs fig eq vol nos pp cf al approx ca
        """)

    /// A sentence may end behind these.
    private static let others = set(
        """
        inc ltd co corp bros llc plc jr sr esq dept univ assn ave blvd rd jan feb mar apr jun jul aug sept sep oct nov
        dec mon tue tues wed thu thurs fri sat sun no etc est ph.d calif fla conn mass mich minn pa tex wash ariz ala
        colo ill ind kan ky la md miss mo neb nev okla ore tenn va vt wis wyo
        """)

    /// Capitalised words that rarely begin anything but a sentence.
    private static let starters = set(
        """
        the a an this that these those it he she they we you i his her their its our my in on at but and for as if when while
        after before since although though however meanwhile there here what who why how where some many most both all no not
        yet so still also another one two three last now then under with from by to according
        """)

    static func neverEnd(_ hash: WordHash) -> Bool { titles.contains(hash) }
    static func mayEnd(_ hash: WordHash) -> Bool { others.contains(hash) }
    static func startsSentence(_ hash: WordHash) -> Bool { starters.contains(hash) }

    private static func set(_ words: String) -> Set<WordHash> {
        Set(words.utf8.split { $0 == 0x20 || $0 == 0x0a }.map { WordHash(String(decoding: $0, as: UTF8.self)) })
    }
}
