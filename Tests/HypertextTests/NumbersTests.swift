import Hypertext
import Testing

@Suite struct NumbersTests {
    @Test(arguments: [
        (0, "0"), (999, "999"), (1000, "1,000"), (12_345_678, "12,345,678"), (-1234, "-1,234"),
        (Int.min, "-9,223,372,036,854,775,808"),
    ])
    func counts(number: Int, expected: String) {
        #expect(grouped(number) == expected)
    }

    @Test(arguments: [
        (0.0, 2, "0"), (1.005, 1, "1"), (12.3456, 2, "12.35"), (-0.001, 2, "0"), (-2.5, 1, "-2.5"), (0.999, 2, "1"),
        (3.04, 2, "3.04"), (7.6, 0, "8"), (.infinity, 2, "0"), (.nan, 2, "0"), (1e300, 1, "1000000000000"),
    ])
    func decimals(number: Double, digits: Int, expected: String) {
        #expect(decimal(number, digits: digits) == expected)
    }

    @Test(arguments: [
        (0, 7, "0 %"), (7, 7, "100 %"), (1, 100_000, "< 0.1 %"), (99_999, 100_000, "> 99.9 %"), (1, 3, "33.3 %"),
        (1, 0, "–"),
    ])
    func shares(part: Int, whole: Int, expected: String) {
        #expect(share(part, of: whole) == expected)
    }

    @Test func nouns() {
        #expect(counted(1, "copy", "copies") == "1 copy")
        #expect(counted(0, "copy", "copies") == "0 copies")
        #expect(counted(1200, "outlet") == "1,200 outlets")
    }
}
