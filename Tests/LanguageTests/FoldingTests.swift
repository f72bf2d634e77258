import Language
import Testing

struct FoldingTests {
    @Test(arguments: [
        ("Vladimir Putin", "vladimir-putin"),
        ("Sinéad O’Brien", "sinead-obrien"),
        ("Łukasz Żółć", "lukasz-zolc"),
        ("François Müller-Strauß", "francois-muller-strauss"),
        ("U.S.", "us"),
        ("Nguyễn Phú Trọng", "nguyen-phu-trong"),
        ("  The  New-York Times ", "the-new-york-times"),
        ("Ångström Þór Œuvre", "angstrom-thor-oeuvre"),
        ("КИЇВ", "київ"),
        ("", ""),
    ])
    func makesKeys(name: String, key: String) {
        #expect(Folding.key(name) == key)
    }

    @Test func foldsDecomposedLettersAlike() {
        #expect(Folding.key("Zelensky\u{301}") == Folding.key("Zelenský"))
    }
}
