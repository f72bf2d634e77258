import Records

extension Extractor {
    /// What comes before the learnt models, for their training.
    package func analyse(_ text: String) -> AnalysedArticle {
        let offsets = ScalarOffsets(text)
        let document = Document(offsets: offsets, blocks: [])
        return AnalysedArticle(document: document, names: names(in: document).0, offsets: offsets)
    }

    /// Tokens and entities alone, to tell what quotes cost; the count of names.
    package func prepare(_ text: String) -> Int {
        names(in: Document(offsets: ScalarOffsets(text), blocks: [])).0.names.count
    }
}
