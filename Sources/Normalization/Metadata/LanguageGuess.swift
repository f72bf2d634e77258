/// Tells the language of a text from its script and its commonest words.
enum LanguageGuess {
    struct Answer: Sendable {
        var language: String
        /// Whether the next best language is far behind.
        var isSure: Bool
    }

    /// Reads at most the first 6,000 bytes. Nil where nothing tells.
    static func of(_ text: String) -> Answer? {
        var text = text
        return text.withUTF8 { bytes in
            let sample = UnsafeBufferPointer(rebasing: bytes.prefix(6000))
            return script(sample) ?? words(sample)
        }
    }

    /// Scripts that one language of the press writes, by the lead bytes of their letters.
    private static func script(_ sample: UnsafeBufferPointer<UInt8>) -> Answer? {
        var letters = 0
        var counts: [String: Int] = [:]
        guard sample.contains(where: { $0 >= 0xce && $0 != 0xe2 }) else { return nil }
        for (index, byte) in sample.enumerated() where byte >= 0xc3 || (byte | 0x20) &- 0x61 < 26 {
            letters += 1
            let next = index + 1 < sample.count ? sample[index + 1] : 0
            switch byte {
            case 0xce, 0xcf: counts["el", default: 0] += 1
            case 0xd7: counts["he", default: 0] += 1
            case 0xd8...0xdb: counts["ar", default: 0] += 1
            case 0xe0 where next == 0xa4 || next == 0xa5: counts["hi", default: 0] += 1
            case 0xe0 where next == 0xb8 || next == 0xb9: counts["th", default: 0] += 1
            case 0xe0 where next == 0xae || next == 0xaf: counts["ta", default: 0] += 1
            case 0xe0 where next == 0xa6 || next == 0xa7: counts["bn", default: 0] += 1
            case 0xe3 where next == 0x81 || next == 0x82 || next == 0x83: counts["ja", default: 0] += 4
            case 0xe4...0xe9: counts["zh", default: 0] += 1
            case 0xea...0xed: counts["ko", default: 0] += 1
            default: break
            }
        }
        guard let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), best.value * 3 > letters,
            letters > 10
        else { return nil }
        return Answer(language: best.key, isSure: true)
    }

    private static func words(_ sample: UnsafeBufferPointer<UInt8>) -> Answer? {
        var counts = [Int](repeating: 0, count: 32)
        var total = 0
        var word = WordHash()
        for byte in sample {
            if byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte == 0x27 {
                word.add(byte)
            } else if !word.isEmpty {
                total += 1
                var bits = table[word.value]
                while bits != 0 {
                    counts[bits.trailingZeroBitCount] += 1
                    bits &= bits - 1
                }
                word = WordHash()
            }
        }
        let order = counts.indices.sorted { (counts[$1], $0) < (counts[$0], $1) }
        guard let best = order.first, counts[best] * 12 > total, counts[best] >= 3 else { return nil }
        return Answer(
            language: stopWords[best].language, isSure: counts[best] * 2 > counts[order[1]] * 3 && counts[best] >= 8)
    }

    private static let table = WordTable(stopWords.enumerated().map { (1 << UInt32($0.offset), $0.element.words) })

    private static let stopWords: [(language: String, words: String)] = [
        (
            "en",
            "the and of to in is that for it was on with as are be this by from have has not his her they their which"
        ),
        (
            "de",
            "der die das und ist nicht von mit den dem ein eine auf für sich auch im des wie dass sind wird bei aus nach"
        ),
        (
            "fr",
            "le la les et des est une dans que pour qui pas sur au du par il elle avec sont plus ce cette ont aux été"
        ),
        ("es", "el la los las y de que en un una es por con para del se no su al lo como más pero sus este fue ha"),
        ("pt", "o a os as e de que em um uma é por com para do da se não dos das no na ao mais como foi são pelo"),
        ("it", "il la di che e un una è per con del della non si gli dei le nel sono ha da al alla più anche come lo"),
        ("nl", "de het een en van is dat op te in niet met zijn voor aan er die als ook maar naar door bij wordt hij"),
        ("sv", "och att det som en på är av för med den till inte har de om ett han men var jag från så vid kan"),
        ("no", "og det som en på er av for med den til ikke har de om et han men var jeg fra så ved kan å seg"),
        ("da", "og det som en på er af for med den til ikke har de om et han men var jeg fra så ved kan at sig"),
        ("fi", "ja on ei että se hän oli ovat kun myös mutta joka tai mukaan ole sen jos kuin vain niin"),
        ("pl", "i w na z się nie do że jest o to jak po za od przez dla ale jego są był czy już tym"),
        ("cs", "a v na se je že o s do to z i ve pro by ale jako po za podle jsou byl které který jeho"),
        ("sk", "a v na sa je že o s do to z aj vo pre by ale ako po za podľa sú bol ktoré ktorý jeho"),
        ("hu", "a az és hogy nem is egy ez meg volt csak mint már de ha ki még el azt után szerint"),
        ("ro", "și în de la a pe cu că nu o din pentru este mai un care sunt au fost prin după ca"),
        ("tr", "ve bir bu da de için ile olarak çok daha olan gibi sonra kadar en ne o ise ancak tarafından"),
        ("ru", "и в на не что с по он как это из у за от к о для но его же был также"),
        ("uk", "і в на не що з та до у за від про як це для його але який було також є"),
        ("bg", "и на да се в за от с не че е по са като това до ще беше или които"),
        ("sr", "и у је да на се за су од са не као који а то из би што након"),
        ("hr", "i u je da na se za su od s ne kao koji a to iz bi što nakon će"),
        ("is", "og að í á er það sem við um ekki til af með var en hann fyrir frá hefur eru"),
        ("ca", "el la els les i de que en un una és per amb del no al més com ha dels seva"),
        ("id", "yang dan di untuk dengan dari ini itu pada tidak dalam akan juga oleh ke adalah"),
        ("vi", "và của là có được cho trong không các một đã với người để này những từ"),
        ("sw", "na ya wa kwa katika ni za la hiyo kuwa huo hilo huku watu wake cha"),
        ("el", "και το της του να η ο στο με για από"),
    ]
}
