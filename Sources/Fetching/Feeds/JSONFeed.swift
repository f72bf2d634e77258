import Records
import Web

extension Feed {
    /// Reads JSON Feed (jsonfeed.org, versions 1 and 1.1), and passes over values of types that it does not have there.
    init(json text: [UInt8], url: String?, limits: FeedLimits) throws(FeedError) {
        let row: Row
        var items: [FeedItem]?
        let plainText = PlainText()
        do throws(JSONError) {
            row = try Row(text)
            items = try row.raw("items").map { (array) throws(JSONError) in
                try Self.items(Array(array), base: url.flatMap { WebURL($0) }, limits, plainText)
            }
        } catch {
            throw .invalidJSON(error.description)
        }
        guard let items else { throw .notAFeed }
        self.init(format: .json)
        self.items = items
        title = row.text("title", limit: limits.fieldBytes).flatMap { plainText.text(of: Array($0.utf8), .unknown) }
    }

    private static func items(
        _ array: [UInt8], base: WebURL?, _ limits: FeedLimits, _ plainText: PlainText
    ) throws(JSONError) -> [FeedItem] {
        var rows: [Row] = []
        let failure = array.withUnsafeBufferPointer { bytes -> JSONError? in
            var reader = JSONReader(bytes)
            do throws(JSONError) {
                try reader.readArray { (reader) throws(JSONError) in
                    let value = try reader.skipValue()
                    if rows.count < limits.items, let row = try? Row(Array(bytes[value])) { rows.append(row) }
                }
                return nil
            } catch {
                return error
            }
        }
        if let failure { throw failure }
        return rows.map { row in
            var draft = FeedItemDraft()
            func text(_ key: String) -> String? { row.text(key, limit: limits.fieldBytes) }
            draft.id = text("id")
            draft.take(title: text("title").flatMap { plainText.text(of: Array($0.utf8), .unknown) }, rank: 1)
            draft.take(link: text("url").flatMap { resolved($0, against: base) }, rank: 3)
            draft.take(link: text("external_url").flatMap { resolved($0, against: base) }, rank: 2)
            if let id = draft.id, isWebAddress(id) { draft.take(link: id, rank: 1) }
            draft.take(date: text("date_published"), rank: 2)
            draft.take(date: text("date_modified"), rank: 1)
            return draft.item
        }
    }
}

extension Row {
    /// A string, or a number as it is written, which some feeds have for an id; nil of anything else.
    fileprivate func text(_ key: String, limit: Int) -> String? {
        if let text = (try? decode(key, as: String.self)) ?? nil { return collapsed(Array(text.utf8.prefix(limit))) }
        guard let raw = raw(key), let first = raw.first, first == UInt8(ascii: "-") || first &- 0x30 < 10 else {
            return nil
        }
        return String(decoding: raw.prefix(limit), as: UTF8.self)
    }
}
