public import Records

extension Int: SettingValue {
    public typealias Allowed = ClosedRange<Int>

    public static func writeSchema(_ writer: inout JSONWriter, allowed: ClosedRange<Int>?) {
        writer.key("type")
        writer.write("integer")
        guard let allowed else { return }
        writer.key("minimum")
        writer.write(allowed.lowerBound)
        writer.key("maximum")
        writer.write(allowed.upperBound)
    }

    public func isAllowed(_ allowed: ClosedRange<Int>) -> Bool { allowed.contains(self) }

    public static func expectation(_ allowed: ClosedRange<Int>?) -> String {
        allowed.map { "a whole number from \($0.lowerBound) to \($0.upperBound)" } ?? "a whole number"
    }
}

extension Double: SettingValue {
    public typealias Allowed = ClosedRange<Double>

    public static func writeSchema(_ writer: inout JSONWriter, allowed: ClosedRange<Double>?) {
        writer.key("type")
        writer.write("number")
        guard let allowed else { return }
        writer.key("minimum")
        writer.write(allowed.lowerBound)
        writer.key("maximum")
        writer.write(allowed.upperBound)
    }

    public func isAllowed(_ allowed: ClosedRange<Double>) -> Bool { allowed.contains(self) }

    public static func expectation(_ allowed: ClosedRange<Double>?) -> String {
        allowed.map { "a number from \($0.lowerBound) to \($0.upperBound)" } ?? "a number"
    }
}

extension Bool: SettingValue {
    public static func writeSchema(_ writer: inout JSONWriter, allowed: Never?) {
        writer.key("type")
        writer.write("boolean")
    }

    public func isAllowed(_ allowed: Never) -> Bool {}
    public static func expectation(_ allowed: Never?) -> String { "true or false" }
}

extension String: SettingValue {
    /// The allowed words.
    public typealias Allowed = [String]

    public static func writeSchema(_ writer: inout JSONWriter, allowed: [String]?) {
        writer.key("type")
        writer.write("string")
        guard let allowed else { return }
        writer.key("enum")
        allowed.write(json: &writer)
    }

    public func isAllowed(_ allowed: [String]) -> Bool { allowed.contains(self) }

    public static func expectation(_ allowed: [String]?) -> String {
        allowed.map { "one of " + $0.map { "\"\($0)\"" }.joined(separator: ", ") } ?? "a string"
    }
}

extension Array: SettingValue where Element: SettingValue {
    public typealias Allowed = Element.Allowed

    public static func writeSchema(_ writer: inout JSONWriter, allowed: Element.Allowed?) {
        writer.key("type")
        writer.write("array")
        writer.key("items")
        writer.beginObject()
        Element.writeSchema(&writer, allowed: allowed)
        writer.endObject()
    }

    public func isAllowed(_ allowed: Element.Allowed) -> Bool { allSatisfy { $0.isAllowed(allowed) } }

    public static func expectation(_ allowed: Element.Allowed?) -> String {
        "a list, each " + Element.expectation(allowed)
    }
}

extension Optional: SettingValue where Wrapped: SettingValue {
    public typealias Allowed = Wrapped.Allowed

    public static func writeSchema(_ writer: inout JSONWriter, allowed: Wrapped.Allowed?) {
        writer.key("anyOf")
        writer.beginArray()
        writer.beginObject()
        Wrapped.writeSchema(&writer, allowed: allowed)
        writer.endObject()
        writer.beginObject()
        writer.key("type")
        writer.write("null")
        writer.endObject()
        writer.endArray()
    }

    public func isAllowed(_ allowed: Wrapped.Allowed) -> Bool { self?.isAllowed(allowed) ?? true }

    public static func expectation(_ allowed: Wrapped.Allowed?) -> String {
        Wrapped.expectation(allowed) + " or null"
    }
}

/// A setting that is one of a few words.
public protocol WordSetting: SettingValue, JSONEnumeration where Allowed == Never {}

extension WordSetting {
    public static func writeSchema(_ writer: inout JSONWriter, allowed: Never?) {
        writer.key("type")
        writer.write("string")
        writer.key("enum")
        allCases.map(\.rawValue).write(json: &writer)
    }

    public func isAllowed(_ allowed: Never) -> Bool {}

    public static func expectation(_ allowed: Never?) -> String {
        "one of " + allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
    }
}
