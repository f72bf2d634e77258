/// e to the x of many floats, by additions and multiplications alone, so that every processor gives the same bits.
package enum Exponential {
    /// For x up to 80; 0 below -80. Relative error 2e-7 (minimax polynomial of Cephes `expf`).
    @inline(__always)
    package static func of(_ x: SIMD8<Float>) -> SIMD8<Float> {
        let x = x.clamped(lowerBound: SIMD8(repeating: -80), upperBound: SIMD8(repeating: 80))
        // Adding 1.5 * 2^23 rounds to a whole number and leaves it in the low bits.
        let shifted = x * 1.442695041 + 12_582_912
        let power = shifted - 12_582_912
        let rest = x - power * 0.693359375 - power * -2.12194440e-4
        var sum = SIMD8<Float>(repeating: 1.9875691500e-4)
        sum = sum * rest + 1.3981999507e-3
        sum = sum * rest + 8.3334519073e-3
        sum = sum * rest + 4.1665795894e-2
        sum = sum * rest + 1.6666665459e-1
        sum = sum * rest + 5.0000001201e-1
        sum = sum * rest * rest + rest + 1
        let bits = (unsafeBitCast(shifted, to: SIMD8<Int32>.self) &+ 127) &<< 23
        return sum * unsafeBitCast(bits, to: SIMD8<Float>.self)
    }

    package static func of(_ x: Float) -> Float { of(SIMD8(repeating: x))[0] }
}

/// The natural logarithm in the same way.
enum Logarithm {
    /// For positive normal x. Relative error 2e-7 (series of Cephes `logf`).
    static func of(_ x: Float) -> Float {
        var exponent = Float(x.exponent)
        var rest = x.significand
        if rest > 1.41421356 {
            rest /= 2
            exponent += 1
        }
        rest -= 1
        let square = rest * rest
        var sum: Float = 7.0376836292e-2
        for term: Float in [
            -1.1514610310e-1, 1.1676998740e-1, -1.2420140846e-1, 1.4249322787e-1, -1.6668057665e-1, 2.0000714765e-1,
            -2.4999993993e-1, 3.3333331174e-1,
        ] { sum = sum * rest + term }
        return rest + (sum * rest * square - 0.5 * square) + exponent * 0.693147180
    }

    /// Of a probability, by its odds; within 1e-4 of 0 and 1 as at that distance.
    static func odds(of probability: Float) -> Float {
        let bounded = min(max(probability, 1e-4), 1 - 1e-4)
        return of(bounded / (1 - bounded))
    }
}
