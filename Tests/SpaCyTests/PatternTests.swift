import SpaCy
import Testing

/// Expectations are what Python's `re.finditer` gives.
@Suite struct PatternTests {
    @Test(arguments: [
        ("a|ab", "ab", [0..<1]), ("ab|a", "ab", [0..<2]), ("^§|^%", "%§", [0..<1]), ("…$|……$", "a……", [1..<3]),
        (#"\.\.+"#, "a...b..", [1..<4, 5..<7]), ("(?<=[0-9])(?:km|k|m)$", "10km", [2..<4]),
        ("(?<=[0-9])(?:km|k|m)$", "km", []), ("(?<![0-9])a", "a1a", [0..<1]), ("a(?!b)", "abac", [2..<3]),
        ("(?<=[A-Z][A-Z])\\.$", "US.", [2..<3]), ("(?<=[A-Z][A-Z])\\.$", "S.", []),
        ("[^a-c]+", "abxyzc", [2..<5]), ("[]a-]+", "x]-a", [1..<4]), (#"[\w.]+@\w+"#, "to é.b@cd!", [3..<9]),
        ("a{2,3}", "aaaaa", [0..<3, 3..<5]), ("a{2}", "aaaa", [0..<2, 2..<4]), ("a{,2}b", "aaab", [1..<4]),
        ("a{x}", "a{x}", [0..<4]), ("a+?", "aa", [0..<1, 1..<2]), ("x*", "axb", [0..<0, 1..<2, 2..<2, 3..<3]),
        (#"\bfoo\b"#, "foo food", [0..<3]), (#"\d+"#, "a12٣", [1..<4]), (#"\s"#, "a\u{a0}b", [1..<2]),
        (#"\u00e9|\xe8|\U0001F600"#, "éè😀", [0..<1, 1..<2, 2..<3]), ("(?i)straße", "STRAßE", [0..<6]),
        ("(?u)a.c", "abc a\nc", [0..<3]), (#"a\Z"#, "a\n", []), ("a$", "a\n", [0..<1]),
        ("", "ab", [0..<0, 1..<1, 2..<2]),
        ("(a|b)*c", "abac", [0..<4]), ("(?:(?:a|b)+c?)+$", "xabcab", [1..<6]),
    ])
    func findsWhatPythonFinds(_ pattern: String, _ text: String, _ expected: [Range<Int>]) throws {
        #expect(try Pattern(pattern).matches(in: text) == expected)
    }

    @Test(arguments: [
        "(", ")", "[a", "a{3,2}", "*a", #"\"#, "[z-a]", #"\u12"#, "(?<=a+)b", #"\1"#, "(?P<n>a)", "(?x)a", "a++",
        "(a*)*", #"\q"#, String(repeating: "(", count: 1000), "(?:(?:(?:a{9999}){9999}){9999})",
        "(?:(?:(?:(?:(?:(?:a{9999}){9999}){9999}){9999}){9999}){9999})+", "a{2}{3}",
        "a" + String(repeating: "?", count: 100_000),
    ])
    func refusesWhatItCannotDo(_ pattern: String) {
        #expect(throws: ModelError.self) { try Pattern(pattern) }
    }

    @Test func searchIsBounded() throws {
        let text = String(repeating: "a", count: 2000)
        #expect(try Pattern("(?:a|a)+(?:a|a)+b$").matches(in: text).isEmpty)
    }
}
