import Benchmark
import TriggerModel

let benchmarks: @Sendable () -> Void = {
    Benchmark("hash") { benchmark in
        for _ in benchmark.scaledIterations { blackHole(ContentHash.hex("abc".utf8)) }
    }
}
