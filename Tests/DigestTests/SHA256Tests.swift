import Digest
import Testing

/// Vectors of FIPS 180-4's examples.
@Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
])
func digests(text: String, expected: String) {
    #expect(SHA256.hex(text) == expected)
    var state = SHA256()
    for _ in 0..<2 {
        let bits = Array(text.utf8).withUnsafeBytes { state.leadingBits(of: $0) }
        #expect(String(bits, radix: 16) == expected.prefix(16).drop { $0 == "0" })
    }
}
