package import Records

extension Extractor {
    /// What comes before the learnt models, for their training.
    package func analyse(_ text: String) -> AnalysedArticle {
        let offsets = ScalarOffsets(text)
        let document = Document(offsets: offsets, blocks: [])
        return AnalysedArticle(document: document, names: names(in: document).0, offsets: offsets)
    }

    /// An article's tokens and entities, to tell what quotes cost.
    package struct Prepared {
        let document: Document
        let names: NameIndex
        let linker: EntityLinker
    }

    package func prepare(_ text: String) -> Prepared {
        var document = Document(offsets: ScalarOffsets(text), blocks: [])
        document.leftOut = leftOut
        let (names, linker) = names(in: document)
        return Prepared(document: document, names: names, linker: linker)
    }

    /// The quotes of a prepared article, offsets in bytes.
    package func quotes(_ prepared: Prepared) -> [Quote] {
        attribute(prepared.document, prepared.names, prepared.linker, publisher: nil).quotes
    }
}
