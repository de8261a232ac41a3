import Benchmark

/// Every stage of the way from a document to a file, one after the other, and then the whole way.
///
/// All input is invented here from a fixed seed; nothing is fetched from outside. `make bench` runs them all; a part
/// is run with `--filter 'parse.*'`.
let benchmarks: @Sendable () -> Void = {
    FeedServer.serveIfAsked()
    Benchmark.defaultConfiguration = .init(
        metrics: [.wallClock, .peakMemoryResident], warmupIterations: 1, maxDuration: .seconds(2), maxIterations: 1000)
    FetchStage.register()
    ParseStage.register()
    MatchStage.register()
    LedgerStage.register()
    DeliveryStage.register()
    ConfigStage.register()
    BacktestStage.register()
    CycleStage.register()
}
