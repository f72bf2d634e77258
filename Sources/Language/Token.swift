/// One word, number, mark or sign, as a byte range of the text.
public struct Token: Sendable, Equatable {
    public enum Kind: UInt8, Sendable {
        case word
        case number
        case punctuation
        case quote
        case symbol
    }

    /// How a token is written.
    public struct Shape: OptionSet, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        public static let startsUpper = Shape(rawValue: 1)
        /// Two letters or more, all capitals.
        public static let allUpper = Shape(rawValue: 2)
        public static let hasLower = Shape(rawValue: 4)
        public static let hasDigit = Shape(rawValue: 8)
        public static let spaceBefore = Shape(rawValue: 16)
        public static let paragraphBefore = Shape(rawValue: 32)
        /// What English joins to a word with an apostrophe: 's, 'd, 'll.
        public static let clitic = Shape(rawValue: 64)
    }

    private let first: Int32
    private let last: Int32
    public let kind: Kind
    public let shape: Shape
    /// Which quotation mark; `none` for other kinds.
    public let mark: QuotationMark
    /// Of the folded form; for a clitic, with its apostrophe.
    public let hash: WordHash

    init(_ range: Range<Int>, _ kind: Kind, _ shape: Shape, mark: QuotationMark = .none, hash: WordHash) {
        first = Int32(truncatingIfNeeded: range.lowerBound)
        last = Int32(truncatingIfNeeded: range.upperBound)
        self.kind = kind
        self.shape = shape
        self.mark = mark
        self.hash = hash
    }

    /// In bytes of the text.
    public var start: Int { Int(first) }
    public var end: Int { Int(last) }
    public var range: Range<Int> { start..<end }
    public var isCapitalised: Bool { shape.contains(.startsUpper) }
    public var isWord: Bool { kind == .word }
}

/// A sign that may open or close a quotation.
public enum QuotationMark: UInt8, Sendable {
    case none
    /// U+0022, two grave accents or two apostrophes.
    case straight
    case straightSingle
    case leftDouble
    case rightDouble
    case leftSingle
    /// U+2019, the apostrophe as well.
    case rightSingle
    case lowDouble
    case lowSingle
    case leftGuillemet
    case rightGuillemet
    case leftSingleGuillemet
    case rightSingleGuillemet

    init(scalar: UInt32) {
        self =
            switch scalar {
            case 0x22, 0xff02: .straight
            case 0x27, 0x60, 0xb4: .straightSingle
            case 0x201c, 0x201f, 0x300c, 0x300e: .leftDouble
            case 0x201d, 0x300d, 0x300f: .rightDouble
            case 0x2018, 0x201b: .leftSingle
            case 0x2019: .rightSingle
            case 0x201e: .lowDouble
            case 0x201a: .lowSingle
            case 0xab: .leftGuillemet
            case 0xbb: .rightGuillemet
            case 0x2039: .leftSingleGuillemet
            case 0x203a: .rightSingleGuillemet
            default: .none
            }
    }

    public var isApostrophe: Bool { self == .straightSingle || self == .rightSingle }
}
