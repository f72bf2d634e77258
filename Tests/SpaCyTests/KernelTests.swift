import CSpaCyKernels
import TestSupport
import Testing

/// Every instruction set must give the same bits, and these must be the sums that were asked for.
@Suite struct KernelTests {
    static let cpus = (0...spacy_cpu_best().rawValue).map { spacy_cpu($0) }

    private func numbers(_ count: Int, _ seed: UInt64) -> [Float] {
        var random = SeededGenerator(seed: seed)
        return (0..<count).map { _ in Float.random(in: -2...2, using: &random) }
    }

    @Test(arguments: [(1, 5, 5), (7, 96, 24), (13, 300, 6), (6, 1, 1), (20, 17, 4), (5, 33, 2)])
    func affine(_ rows: Int, _ inputs: Int, _ panels: Int) {
        let (x, w, b) = (numbers(rows * inputs, 1), numbers(panels * 16 * inputs, 2), numbers(panels * 16, 3))
        var expected: [Float] = []
        for row in 0..<rows {
            for column in 0..<panels * 16 {
                var sum: Float = 0
                for k in 0..<inputs {
                    sum.addProduct(x[row * inputs + k], w[(column / 16 * inputs + k) * 16 + column % 16])
                }
                expected.append(sum + b[column])
            }
        }
        for cpu in Self.cpus {
            var y = [Float](repeating: 0, count: rows * panels * 16)
            spacy_affine(cpu, x, inputs, rows, inputs, w, b, panels, &y, panels * 16)
            #expect(y == expected, "\(cpu)")
        }
    }

    @Test(arguments: [1, 2, 3, 4]) func maxoutAndNorm(_ pieces: Int) {
        let (rows, inputs, blocks) = (11, 48, 3)
        let x = numbers((rows + 2) * 16, 4)
        let (w, b) = (numbers(blocks * pieces * 16 * inputs, 5), numbers(blocks * pieces * 16, 6))
        let (gain, shift, residual) = (numbers(48, 7), numbers(48, 8), numbers(rows * 48, 9))
        var results: [[Float]] = []
        for cpu in Self.cpus {
            var y = [Float](repeating: 0, count: rows * 48)
            spacy_maxout(cpu, x, 16, rows, inputs, w, b, blocks, pieces, &y, 48)
            var forms = [Float](repeating: 0, count: rows * blocks * pieces * 16)
            spacy_affine(cpu, x, 16, rows, inputs, w, b, blocks * pieces, &forms, blocks * pieces * 16)
            for row in 0..<rows {
                for output in 0..<48 {
                    let start = (row * blocks + output / 16) * pieces * 16 + output % 16
                    #expect(y[row * 48 + output] == (0..<pieces).map { forms[start + $0 * 16] }.max())
                }
            }
            spacy_normalize(cpu, &y, 48, rows, 48, gain, shift, residual, 48)
            results.append(y)
        }
        #expect(Set(results).count == 1)
    }

    @Test func sumsOfProducts() {
        let slots: [Int32] = [0, 3, 1, 2, 2, 0]
        let (products, bias) = (numbers(4 * 3 * 64, 10), numbers(64, 11))
        for cpu in Self.cpus {
            var y = [Float](repeating: 0, count: 4 * 32)
            spacy_maxout_sum(cpu, products, 192, slots, 4, bias, 2, 2, &y, 32)
            for row in 0..<4 {
                for output in 0..<32 {
                    let at = output / 16 * 32 + output % 16
                    let sums = [at, at + 16].map { column in
                        products[Int(slots[row]) * 192 + column] + products[Int(slots[row + 1]) * 192 + 64 + column]
                            + products[Int(slots[row + 2]) * 192 + 128 + column] + bias[column]
                    }
                    #expect(y[row * 32 + output] == sums.max())
                }
            }
            for features in [1, 3, 8] {
                var hidden = [Float](repeating: 0, count: 32)
                products.withUnsafeBufferPointer { products in
                    let starts = (0..<features).map { feature in products.baseAddress.map { $0 + feature * 64 } }
                    spacy_hidden(cpu, starts, features, bias, 32, 2, &hidden)
                }
                var sums = Array(products[..<64])
                for feature in 1..<features {
                    for at in 0..<64 { sums[at] += products[feature * 64 + at] }
                }
                for at in 0..<64 { sums[at] += bias[at] }
                for output in 0..<32 { #expect(hidden[output] == max(sums[output], sums[output + 32])) }
            }
        }
    }
}
