/// The attributes that the scan keeps; all others are left out.
public enum AttributeName: UInt8, Sendable, CaseIterable {
    case id, `class`, itemprop, itemtype, property, name, content, href, rel, datetime, lang, role
    /// Also stands for `aria-hidden="true"` and for inline styles that hide an element.
    case hidden
    /// `data-testid`, `data-component` and their like: names that templates give to their parts.
    case component
}

enum AttributeTable {
    static let names = NameTable(
        AttributeName.allCases.filter { $0 != .hidden && $0 != .component }.map { (String(describing: $0), $0) }
            + [
                ("hidden", .hidden), ("data-testid", .component), ("data-component", .component),
                ("data-qa", .component), ("data-type", .component), ("data-module", .component),
            ])
}
