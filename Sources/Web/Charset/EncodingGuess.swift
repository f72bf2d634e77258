/// The encoding that bytes without any declaration show by themselves: UTF-8 and UTF-16 by their form, the East Asian ones
/// by form and frequent characters, single-byte ones by the frequent letters of their languages. Nil for ASCII and where
/// nothing speaks clearly against windows-1252.
///
/// A modest test for pages that lost their declaration; close relatives (Danish and Norwegian in one encoding, say) need
/// no telling apart.
func guessedEncoding(_ bytes: UnsafeBufferPointer<UInt8>) -> CharacterEncoding? {
    if let encoding = utf16ByZeros(UnsafeBufferPointer(rebasing: bytes.prefix(4096))) { return encoding }
    if endOfASCII(bytes, from: 0) == bytes.count { return holdsJapaneseEscape(bytes) ? .iso2022JP : nil }
    if validUTF8Count(bytes) == bytes.count { return .utf8 }
    let sample = UnsafeBufferPointer(rebasing: bytes.prefix(1 << 18))
    return doubleByteEncoding(sample) ?? singleByteEncoding(sample)
}

private func holdsJapaneseEscape(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var tags = TagScanner(bytes: bytes)
    return tags.skip(past: "\u{1B}$b", from: 0)
}

/// Markup and Western text in UTF-16 have a zero in nearly every other byte.
private func utf16ByZeros(_ bytes: UnsafeBufferPointer<UInt8>) -> CharacterEncoding? {
    var zeros = (even: 0, odd: 0)
    for (index, byte) in bytes.enumerated() where byte == 0 {
        if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    if zeros.odd > bytes.count / 3, zeros.even < bytes.count / 50 { return .utf16LE }
    if zeros.even > bytes.count / 3, zeros.odd < bytes.count / 50 { return .utf16BE }
    return nil
}

private func doubleByteEncoding(_ bytes: UnsafeBufferPointer<UInt8>) -> CharacterEncoding? {
    var best: (encoding: CharacterEncoding, share: Double)?
    for encoding in [CharacterEncoding.eucJP, .shiftJIS, .eucKR, .gb18030, .big5] {
        let (text, replacements) = encoding.decode(bytes)
        // The sample may end within a character.
        guard replacements <= 1 + bytes.count / 1000 else { continue }
        let share = frequentShare(text, encoding)
        if share > best?.share ?? 0.5 { best = (encoding, share) }
    }
    return best?.encoding
}

/// The share, of all characters outside of ASCII, of those that make up most of any text in the encoding's language.
private func frequentShare(_ utf8: [UInt8], _ encoding: CharacterEncoding) -> Double {
    var all = 0
    var frequent = 0
    for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars where scalar.value >= 0x80 {
        all += 1
        switch (encoding, scalar.value) {
        case (_, 0x3000...0x3002), (_, 0xFF01...0xFF5E): frequent += 1
        case (.eucJP, 0x3041...0x30FF), (.shiftJIS, 0x3041...0x30FF): frequent += 2
        case (.eucKR, 0xAC00...0xD7A3): frequent += 1
        case (.gb18030, _), (.big5, _): if frequentHan.contains(scalar.value) { frequent += 4 }
        default: break
        }
    }
    return Double(min(frequent, all)) / Double(max(all, 1))
}

/// The most frequent characters of Chinese text, in both scripts: about a third of a running text.
private let frequentHan = Set(
    """
    的一是不了在人有我他這这個个们們中來来上大為为和國国地到以說说時时要就出會会可也你對对生能而子那得于於著着下自之年\
    過过發发後后作里裡用道行所然家種种事成方多經经么麼去法學学如都同現现當当沒没動动面起看定天分還还進进好小部其些主樣样\
    理心她本前開开但因只從从想實实日軍军者意無无力它與与長长把機机十民第公此已工使情明性知全三又關关點点正業业外將将兩两
    """.unicodeScalars.map(\.value))

/// Languages by the letters that most of their bytes beyond ASCII stand for.
private let letterProfiles: [(CharacterEncoding, letters: String)] = [
    (.windows1252, "éèàçêâîôûùëïœüöäßñáíóúãõåøæ¿¡ÉÀÜÖÄÅØÆÁ"),
    (.windows1250, "ąęłśżźćńóĄŁŚŻ"),
    (.windows1250, "áíéěščřžýůúťďňŠŽČŘ"),
    (.windows1250, "áéöőüóíűúÁÉŐ"),
    (.windows1250, "ăîâşţŞŢÎ"),
    (.iso8859_2, "ąęłśżźćńóĄŁŚŻ"),
    (.iso8859_2, "áíéěščřžýůúťďňŠŽČŘ"),
    (.windows1254, "ıişğçöüİŞ"),
    (.windows1257, "ėšžįųąčęūāīēņļģķŠŽ"),
    (.windows1251, "оеаинтсрвлкмдпуяызьбгчйхжіїє"),
    (.koi8R, "оеаинтсрвлкмдпуяызьбгчйхж"),
    (.ibm866, "оеаинтсрвлкмдпуяызьбгчйхж"),
    (.iso8859_5, "оеаинтсрвлкмдпуяызьбгчйхж"),
    (.windows1253, "αοιετσνηυρπκμλςάόίέήύώγδθχφω"),
    (.windows1255, "יוהלאמרתבשנעדםקחפגןצטכזסךץף"),
    (.windows1256, "اليمنوتربةعدسفهقكحشجطصخأىذ"),
    (.windows874, "านรอกเงมยลวดทสตะปบคหแจพชขใไโ่้ัีิุูื"),
]

private func singleByteEncoding(_ bytes: UnsafeBufferPointer<UInt8>) -> CharacterEncoding? {
    var counts = [Int](repeating: 0, count: 128)
    for byte in bytes where byte >= 0x80 { counts[Int(byte & 0x7F)] += 1 }
    var best = (encoding: CharacterEncoding.windows1252, count: 0)
    let all = counts.reduce(0, +)
    for (encoding, letters) in letterProfiles {
        let frequent = Set(letters.unicodeScalars.map(\.value))
        var count = 0
        for (scalar, occurrences) in zip(upperHalf(encoding), counts) where frequent.contains(scalar) {
            count += occurrences
        }
        // An ill-fitting legacy must clearly lose: other profiles have to explain a tenth more of the bytes.
        if count > best.count + (best.encoding == .windows1252 ? all / 10 : 0) { best = (encoding, count) }
    }
    return best.encoding != .windows1252 && best.count > all / 2 ? best.encoding : nil
}
