// swift-tools-version: 6.3
import PackageDescription

// A target is a rule the compiler keeps: what a module may import is what its `dependencies` say, and
// `make` builds with the explicit-target-dependency check. The map with reasons is the architecture page,
// Sources/WatcherRuntime/WatcherRuntime.docc/Architecture.md.

let crypto = Target.Dependency.target(name: "CLibCrypto")
let curl = Target.Dependency.target(name: "CLibCurl")
let xml = Target.Dependency.target(name: "CLibXML2")
let psl = Target.Dependency.target(name: "CLibPSL")
let charset = Target.Dependency.target(name: "CLibUChardet")
let stemmer = Target.Dependency.target(name: "CLibStemmer")
let systemd = Target.Dependency.target(name: "CLibSystemd")

let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let unixSignals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

/// The tests of one module, which see it and the words, and whatever else they say.
func tests(_ module: String, and others: [String] = []) -> Target {
    let dependencies = [module] + (module == "TriggerModel" ? [] : ["TriggerModel"]) + others
    return .testTarget(
        name: module + "Tests", dependencies: dependencies.map { .target(name: $0) }, exclude: fixtures(module))
}

/// Fixtures are read from where they lie; the build has nothing to do with them.
func fixtures(_ module: String) -> [String] {
    let withFixtures = ["SourceParsing", "ConfigLoading", "Delivery", "EventRecognition"]
    return withFixtures.contains(module) ? ["Fixtures"] : []
}

let package = Package(
    name: "whynow",
    products: [
        .executable(name: "whynow", targets: ["whynow"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // C libraries, each behind a shim of typed inline functions.
        .systemLibrary(name: "CLibCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CLibCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CLibUChardet", pkgConfig: "uchardet", providers: [.apt(["libuchardet-dev"])]),
        // Without a pkg-config file of its own.
        .systemLibrary(name: "CLibStemmer", providers: [.apt(["libstemmer-dev"])]),
        .systemLibrary(name: "CLibPSL", pkgConfig: "libpsl", providers: [.apt(["libpsl-dev"])]),
        .systemLibrary(name: "CLibSystemd", pkgConfig: "libsystemd", providers: [.apt(["libsystemd-dev"])]),

        // The words.
        .target(name: "TriggerModel", dependencies: [crypto]),

        // From the network to items.
        .target(name: "CurlTransfer", dependencies: [curl]),
        .target(name: "SourceFetching", dependencies: ["TriggerModel", "CurlTransfer", psl]),
        .target(name: "MarkupReading", dependencies: [xml, charset]),
        .target(name: "CSVReading"),
        .target(name: "SourceParsing", dependencies: ["TriggerModel", "MarkupReading", "CSVReading"]),
        .target(name: "SourceRhythm", dependencies: ["TriggerModel"]),

        // From items to reasons: pure, no clock, no disk, no network.
        .target(name: "RuleLanguage", dependencies: ["TriggerModel"]),
        .target(name: "EventRecognition", dependencies: ["TriggerModel", "RuleLanguage", stemmer]),
        .target(name: "ProfileMatching", dependencies: ["TriggerModel", "RuleLanguage"]),
        .target(name: "Reasoning", dependencies: ["TriggerModel", "RuleLanguage"]),

        // From the disk and to the disk.
        .target(
            name: "ConfigLoading",
            dependencies: ["TriggerModel", "RuleLanguage", "MarkupReading", "CSVReading", yams]),
        .target(name: "Ledger", dependencies: ["TriggerModel", grdb]),
        .target(name: "Delivery", dependencies: ["TriggerModel", "CurlTransfer", mustache]),

        // The order of it all, and the process.
        .target(
            name: "WatcherRuntime",
            dependencies: [
                "TriggerModel", "CurlTransfer", "SourceFetching", "SourceParsing", "SourceRhythm", "RuleLanguage",
                "ConfigLoading", "EventRecognition", "ProfileMatching", "Reasoning", "Ledger", "Delivery", systemd,
                logging, lifecycle,
                unixSignals,
            ]),
        .target(name: "LoopbackServer"),
        .executableTarget(
            name: "whynow",
            dependencies: ["TriggerModel", "WatcherRuntime", "LoopbackServer", arguments]),

        // Tests mirror the modules; CommandTests drive the built binary as a user would.
        tests("TriggerModel"),
        tests("LoopbackServer", and: ["CurlTransfer"]),
        tests("CurlTransfer", and: ["LoopbackServer"]),
        tests("SourceFetching", and: ["CurlTransfer", "LoopbackServer"]),
        tests("MarkupReading"),
        tests("CSVReading"),
        tests("SourceRhythm"),
        tests("SourceParsing", and: ["MarkupReading"]),
        tests("RuleLanguage"),
        tests("EventRecognition", and: ["RuleLanguage", "ConfigLoading"]),
        tests("ProfileMatching", and: ["RuleLanguage"]),
        tests("Reasoning", and: ["RuleLanguage"]),
        tests("ConfigLoading", and: ["RuleLanguage"]),
        .testTarget(
            name: "ShippedSourcesTests",
            dependencies: ["ConfigLoading", "EventRecognition", "SourceParsing", "TriggerModel"],
            exclude: ["Fixtures"]),
        tests("Ledger"),
        tests("Delivery"),
        tests(
            "WatcherRuntime",
            and: [
                "LoopbackServer", "Ledger", "ConfigLoading", "Delivery", "SourceFetching", "CurlTransfer",
                "SourceRhythm", "Reasoning", "RuleLanguage", "EventRecognition",
            ]),
        .testTarget(
            name: "CommandTests", dependencies: ["whynow", "TriggerModel", "LoopbackServer", "Ledger"]),
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
