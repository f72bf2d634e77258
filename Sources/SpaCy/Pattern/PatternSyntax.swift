/// The tree of a regular expression.
indirect enum PatternSyntax {
    enum Assertion {
        /// `^` and `\A`; `$`, also before a last line feed; `\Z`; `\b`; `\B`.
        case start, end, absoluteEnd, wordBoundary, noWordBoundary
    }

    case scalar(UInt32)
    case set(CharacterSet)
    case assertion(Assertion)
    case sequence([PatternSyntax])
    case alternatives([PatternSyntax])
    /// `maximum` is nil for no bound.
    case repetition(PatternSyntax, minimum: Int, maximum: Int?, isLazy: Bool)
    case look(PatternSyntax, isAhead: Bool, isNegated: Bool)
}

extension PatternSyntax {
    /// How few and how many scalars a match takes; `most` is nil for no bound.
    var width: (least: Int, most: Int?) {
        switch self {
        case .scalar, .set: return (1, 1)
        case .assertion, .look: return (0, 0)
        case .sequence(let parts):
            return parts.reduce((0, 0)) { sum, part in
                let width = part.width
                return (sum.0 + width.least, sum.1.flatMap { most in width.most.map { most + $0 } })
            }
        case .alternatives(let choices):
            let widths = choices.map(\.width)
            let most = widths.contains { $0.most == nil } ? nil : widths.compactMap(\.most).max()
            return (widths.map(\.least).min() ?? 0, most)
        case .repetition(let part, let minimum, let maximum, _):
            let width = part.width
            let most = width.most == 0 ? 0 : maximum.flatMap { count in width.most.map { Self.product($0, count) } }
            return (Self.product(width.least, minimum), most)
        }
    }

    /// What a match can begin with: scalars below U+0080, whether others too, and whether it can be empty.
    var first: (ascii: SIMD2<UInt64>, others: Bool, isEmpty: Bool) {
        switch self {
        case .scalar(let scalar): return (Self.bit(scalar), scalar >= 0x80, false)
        case .set(let set): return (set.ascii, set.hasOthers, false)
        case .assertion, .look: return (SIMD2(), false, true)
        case .sequence(let parts):
            var first: (ascii: SIMD2<UInt64>, others: Bool, isEmpty: Bool) = (SIMD2(), false, true)
            for part in parts where first.isEmpty {
                let next = part.first
                first = (first.ascii | next.ascii, first.others || next.others, next.isEmpty)
            }
            return first
        case .alternatives(let choices):
            return choices.map(\.first).reduce((SIMD2(), false, false)) {
                ($0.0 | $1.ascii, $0.1 || $1.others, $0.2 || $1.isEmpty)
            }
        case .repetition(let part, let minimum, _, _):
            let first = part.first
            return (first.ascii, first.others, first.isEmpty || minimum == 0)
        }
    }

    /// Scalars below U+0080 that every match has.
    var required: SIMD2<UInt64> {
        switch self {
        case .scalar(let scalar): return Self.bit(scalar)
        case .set, .assertion, .look: return SIMD2()
        case .sequence(let parts): return parts.reduce(SIMD2()) { $0 | $1.required }
        case .alternatives(let choices):
            return choices.reduce(SIMD2(repeating: .max)) { $0 & $1.required }
        case .repetition(let part, let minimum, _, _): return minimum > 0 ? part.required : SIMD2()
        }
    }

    /// Whether every match lies at the start, or the end, of the text.
    func isAnchored(_ assertion: Assertion) -> Bool {
        switch self {
        case .assertion(let own): return own == assertion
        case .sequence(let parts):
            return (assertion == .start ? parts.first : parts.last)?.isAnchored(assertion) ?? false
        case .alternatives(let choices): return !choices.isEmpty && choices.allSatisfy { $0.isAnchored(assertion) }
        default: return false
        }
    }

    /// Bounded, for expressions that ask for more than any text has.
    private static func product(_ width: Int, _ count: Int) -> Int {
        min(width.multipliedReportingOverflow(by: count).overflow ? .max : width * count, 1 << 40)
    }

    static func bit(_ scalar: UInt32) -> SIMD2<UInt64> {
        switch scalar {
        case 0..<64: SIMD2(1 << UInt64(scalar), 0)
        case 64..<128: SIMD2(0, 1 << UInt64(scalar - 64))
        default: SIMD2()
        }
    }
}
