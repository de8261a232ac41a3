// swift-tools-version: 6.3
import PackageDescription

// Measures the stages from the inside. `Sources` is a link to the project's own sources, so that the `package`
// interfaces of its modules are at hand without being made public for the sake of measuring.

let benchmark = Target.Dependency.product(name: "Benchmark", package: "benchmark")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let unixSignals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
    name: "whynow-benchmarks",
    dependencies: [
        .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // The modules of ../Package.swift, which says why each may import what it does.
        .systemLibrary(name: "CLibCrypto", pkgConfig: "libcrypto"),
        .systemLibrary(name: "CLibCurl", pkgConfig: "libcurl"),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0"),
        .systemLibrary(name: "CLibUChardet", pkgConfig: "uchardet"),
        .systemLibrary(name: "CLibStemmer"),
        .systemLibrary(name: "CLibPSL", pkgConfig: "libpsl"),
        .systemLibrary(name: "CLibSystemd", pkgConfig: "libsystemd"),
        .target(name: "TriggerModel", dependencies: ["CLibCrypto"]),
        .target(name: "CurlTransfer", dependencies: ["CLibCurl"]),
        .target(name: "SourceFetching", dependencies: ["TriggerModel", "CurlTransfer", "CLibPSL"]),
        .target(name: "MarkupReading", dependencies: ["CLibXML2", "CLibUChardet"]),
        .target(name: "CSVReading"),
        .target(name: "SourceParsing", dependencies: ["TriggerModel", "MarkupReading", "CSVReading"]),
        .target(name: "SourceRhythm", dependencies: ["TriggerModel"]),
        .target(name: "RuleLanguage", dependencies: ["TriggerModel"]),
        .target(name: "EventRecognition", dependencies: ["TriggerModel", "RuleLanguage", "CLibStemmer"]),
        .target(name: "ProfileMatching", dependencies: ["TriggerModel", "RuleLanguage"]),
        .target(name: "Reasoning", dependencies: ["TriggerModel", "RuleLanguage"]),
        .target(
            name: "ConfigLoading",
            dependencies: ["TriggerModel", "RuleLanguage", "MarkupReading", "CSVReading", yams]),
        .target(name: "Ledger", dependencies: ["TriggerModel", grdb]),
        .target(name: "Delivery", dependencies: ["TriggerModel", "CurlTransfer", mustache]),
        .target(
            name: "WatcherRuntime",
            dependencies: [
                "TriggerModel", "CurlTransfer", "SourceFetching", "SourceParsing", "SourceRhythm", "RuleLanguage",
                "ConfigLoading", "EventRecognition", "ProfileMatching", "Reasoning", "Ledger", "Delivery",
                "CLibSystemd", logging, lifecycle, unixSignals,
            ]),
        .target(name: "LoopbackServer"),

        // What is measured.
        .executableTarget(
            name: "Stages",
            dependencies: [
                "TriggerModel", "SourceParsing", "RuleLanguage", "ConfigLoading", "EventRecognition", "Ledger",
                "Delivery", "WatcherRuntime", "LoopbackServer", "CurlTransfer", "SourceFetching", benchmark,
            ],
            path: "Benchmarks/Stages",
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    ]
)

for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("ExistentialAny"),
        .treatAllWarnings(as: .error),
        .treatWarning("DeprecatedDeclaration", as: .warning),
    ]
}
