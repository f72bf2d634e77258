import ArgumentParser
import CSpaCyKernels

/// The product (n x 288)(288 x 288), which openblas.py beside this file measures for OpenBLAS.
struct KernelBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kernels", abstract: "GFLOP a CPU second of the matrix kernel, by the rows of the left matrix.")

    @Option(help: "CPU seconds a size.") var seconds = 0.5

    func run() {
        let size = 288
        let weights = [Float](repeating: 0.25, count: size * size)
        let bias = [Float](repeating: 0.5, count: size)
        for rows in [16, 64, 256, 1024] {
            let x = (0..<rows * size).map { Float($0 % 7) }
            var y = [Float](repeating: 0, count: rows * size)
            var runs = 0
            let start = cpuSeconds()
            var now = start
            while now - start < seconds {
                for _ in 0..<20 {
                    spacy_affine(
                        spacy_cpu_best(), x, size, rows, size, weights, bias, size / SPACY_LANES, &y, size
                    )
                }
                runs += 20
                now = cpuSeconds()
            }
            let operations = 2.0 * Double(rows * size * size * runs)
            print(rows, (operations / (now - start) / 1e8).rounded() / 10)
        }
    }
}
