/// Computes what spaCy says of a word (`lang/lex_attrs.py`).
struct WordAttributes {
    private let ids = StringIDs()
    /// The norms that the pipeline brings (`lexeme_norm`), then those of every language.
    private let norms: [UInt64: UInt64]

    init(lexemeNorms: [UInt64: String]) {
        var norms: [UInt64: UInt64] = [:]
        for (norm, words) in baseNorms {
            for word in words { norms[ids.id(word)] = ids.id(norm) }
        }
        for (word, norm) in lexemeNorms { norms[word] = ids.id(norm) }
        self.norms = norms
    }

    func id(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 { ids.id(bytes) }

    /// The value of an attribute. `norm` is what a tokenizer's exception says, if the token comes from one.
    func value(
        _ attribute: Attribute, of bytes: UnsafeBufferPointer<UInt8>, _ scalars: Scalars, norm: UInt64?,
        isFollowedBySpace: Bool
    ) -> UInt64 {
        switch attribute {
        case .orth: return ids.id(bytes)
        case .lower: return id(lowered(scalars))
        case .norm: return norm ?? norms[ids.id(bytes)] ?? id(lowered(scalars))
        case .shape: return id(shape(scalars))
        case .prefix: return ids.id(UnsafeBufferPointer(rebasing: bytes[..<scalars.offsets[min(1, scalars.count)]]))
        case .suffix:
            return ids.id(UnsafeBufferPointer(rebasing: bytes[scalars.offsets[max(0, scalars.count - 3)]...]))
        case .isSpace: return !scalars.values.isEmpty && scalars.values.allSatisfy(UnicodeClasses.isSpace) ? 1 : 0
        case .spacy: return isFollowedBySpace ? 1 : 0
        }
    }

    private func id(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBufferPointer { ids.id($0) } }

    /// `str.lower`.
    private func lowered(_ scalars: Scalars) -> [UInt8] {
        var result: [UInt8] = []
        for (index, scalar) in scalars.values.enumerated() {
            if scalar < 0x80 {
                result.append(UInt8(scalar >= 0x41 && scalar <= 0x5a ? scalar | 0x20 : scalar))
            } else if scalar == 0x3a3 {
                result.append(scalar: isFinalSigma(scalars.values, index) ? 0x3c2 : 0x3c3)
            } else if let scalar = Unicode.Scalar(scalar) {
                result.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
            }
        }
        return result
    }

    /// The condition Final_Sigma of the Unicode Standard, section 3.13.
    private func isFinalSigma(_ scalars: [UInt32], _ index: Int) -> Bool {
        func cased<S: Sequence>(_ scalars: S) -> Bool where S.Element == UInt32 {
            scalars.lazy.compactMap { Unicode.Scalar($0)?.properties }.first { !$0.isCaseIgnorable }?.isCased ?? false
        }
        return cased(scalars[..<index].reversed()) && !cased(scalars[(index + 1)...])
    }

    /// Letters as X, x and d, runs cut to four.
    private func shape(_ scalars: Scalars) -> [UInt8] {
        if scalars.count >= 100 { return Array("LONG".utf8) }
        var result: [UInt8] = []
        var last: UInt32?
        var run = 0
        for scalar in scalars.values {
            var kind = scalar
            if UnicodeClasses.isAlpha(scalar) {
                kind = UnicodeClasses.isUpper(scalar) ? 0x58 : 0x78
            } else if UnicodeClasses.isDigit(scalar) {
                kind = 0x64
            }
            run = kind == last ? run + 1 : 0
            last = kind
            if run < 4 { result.append(scalar: kind) }
        }
        return result
    }
}
