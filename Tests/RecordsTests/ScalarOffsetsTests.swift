import Records
import TestSupport
import Testing

@Suite struct ScalarOffsetsTests {
    /// Both directions against the standard library's own counting.
    @Test func agreesWithTheScalarView() {
        var random = SeededGenerator(seed: 4)
        for length in [0, 1, 63, 64, 65, 400] {
            for _ in 0..<50 {
                let text = random.text(upTo: length)
                let offsets = ScalarOffsets(text)
                let scalars = Array(text.unicodeScalars)
                #expect(offsets.count == scalars.count)
                var byte = 0
                for (index, scalar) in scalars.enumerated() {
                    #expect(offsets.scalar(atByte: byte) == index)
                    #expect(offsets.byte(atScalar: index) == byte)
                    byte += UTF8.width(scalar)
                }
                #expect(offsets.scalar(atByte: byte) == scalars.count)
                #expect(offsets.byte(atScalar: scalars.count) == byte)
            }
        }
    }

    @Test func spansGiveTheirText() {
        let offsets = ScalarOffsets("a😀é“b”")
        #expect(offsets[TextSpan(1, 3)] == "😀é")
        #expect(offsets[TextSpan(3, 99)] == "“b”")
        #expect(offsets[TextSpan(5, 2)] == "")
        #expect(offsets.span(1..<7) == TextSpan(1, 3))
    }
}
