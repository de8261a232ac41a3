import Benchmark
import Glibc

/// What one pass of a stage works through, by which its speed is told.
struct Work {
    /// One of them: "document".
    var unit: String
    var count: Int
    /// Bytes of text or markup; 0 where they say nothing.
    var bytes = 0
}

extension Benchmark.Configuration {
    /// The common metrics, which are of one pass, and those that tell it by units of this name.
    ///
    /// The library's own throughput counts passes, and its CPU counts in steps of 10 ms: neither says much here.
    static func stage(_ unit: String, megabytes: Bool = false, seconds: Int = 2) -> Self {
        let common = Benchmark.defaultConfiguration.metrics
        let own: [BenchmarkMetric] = [.rate(of: unit), .cpu(of: unit)] + (megabytes ? [.megabytes] : [])
        return .init(metrics: own + common, maxDuration: .seconds(seconds))
    }
}

extension BenchmarkMetric {
    static func rate(of unit: String) -> Self {
        .custom("\(unit)s / s", polarity: .prefersLarger, useScalingFactor: false)
    }

    /// CPU of the whole process in microseconds, all threads, user and system.
    static func cpu(of unit: String) -> Self { .custom("CPU µs / \(unit)", useScalingFactor: false) }

    /// Millions of bytes a second.
    static let megabytes = Self.custom("MB / s", polarity: .prefersLarger, useScalingFactor: false)
}

extension Benchmark {
    /// Measures one pass; what is done before and after it in the same iteration does not count.
    func pass(_ work: Work, _ body: () throws -> Void) rethrows {
        startMeasurement()
        let start = Reading()
        try body()
        let end = Reading()
        stopMeasurement()
        tell(work, from: start, to: end)
    }

    /// - Parameter idle: CPU nanoseconds of a pass that has nothing to work through, to be left out.
    func pass(_ work: Work, idle: Int, _ body: () async throws -> Void) async rethrows {
        startMeasurement()
        let start = Reading()
        try await body()
        let end = Reading()
        stopMeasurement()
        tell(work, from: start, to: end, idle: idle)
    }

    private func tell(_ work: Work, from start: Reading, to end: Reading, idle: Int = 0) {
        let seconds = Double(max(1, end.wall - start.wall)) / 1e9
        measurement(.rate(of: work.unit), Int((Double(work.count) / seconds).rounded()))
        measurement(.cpu(of: work.unit), max(0, end.cpu - start.cpu - idle) / 1000 / max(1, work.count))
        if work.bytes > 0 { measurement(.megabytes, Int((Double(work.bytes) / seconds / 1e6).rounded())) }
    }
}

/// Clock and CPU of the process, in nanoseconds.
struct Reading {
    let wall: Int
    let cpu: Int

    init() {
        wall = Self.nanoseconds(CLOCK_MONOTONIC)
        cpu = Self.nanoseconds(CLOCK_PROCESS_CPUTIME_ID)
    }

    private static func nanoseconds(_ clock: clockid_t) -> Int {
        var time = timespec()
        clock_gettime(clock, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
}
