// swift-tools-version: 6.2
import PackageDescription

// Measures the stages from the inside. `Sources` is a link to the project's own sources, so that the `package`
// interfaces of its modules are at hand without being made public for the sake of measuring.
let package = Package(
    name: "whynow-benchmarks",
    dependencies: [
        .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        .target(name: "TriggerModel"),
        .executableTarget(
            name: "Stages",
            dependencies: ["TriggerModel", .product(name: "Benchmark", package: "benchmark")],
            path: "Benchmarks/Stages",
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    ]
)
