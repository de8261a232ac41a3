import Benchmark
import SourceParsing
import TriggerModel

/// Documents to items, one thread.
enum ParseStage {
    private static let documents = 200

    static func register() {
        measure("parse: RSS 2.0 of 25 KB", items: InventedFeeds.itemsEach) { InventedFeeds.rss($0) }
        measure("parse: Atom 1.0 of 25 KB", items: InventedFeeds.itemsEach) { InventedFeeds.atom($0) }
        measure("parse: JSON Feed of 22 KB", items: InventedFeeds.itemsEach) { InventedFeeds.json($0) }
        measure("parse: EDGAR newest filings", items: InventedFeeds.filingsEach) { InventedFeeds.currentFilings($0) }
        Benchmark("hash: bodies of 25 KB", configuration: .stage("document", megabytes: true)) { benchmark, inputs in
            benchmark.pass(Work(unit: "document", count: inputs.count, bytes: total(inputs))) {
                for input in inputs { blackHole(ContentHash.hex(input.bytes)) }
            }
        } setup: {
            inputs { InventedFeeds.rss($0) }
        }
    }

    private static func measure(_ name: String, items: Int, _ make: @escaping (Int) -> [UInt8]) {
        Benchmark(name, configuration: .stage("document", megabytes: true)) { benchmark, inputs in
            var read = 0
            benchmark.pass(Work(unit: "document", count: inputs.count, bytes: total(inputs))) {
                for input in inputs {
                    if case .success(let document) = SourceParser().parse(input) { read += document.items.count }
                }
            }
            if read != inputs.count * items { benchmark.error("\(read) items were read, not \(inputs.count * items)") }
        } setup: {
            inputs(make)
        }
    }

    private static func inputs(_ make: (Int) -> [UInt8]) -> [ParseInput] {
        (0..<documents).map {
            ParseInput(
                bytes: make($0), url: "https://newsroom\($0).example/feed", sourceName: "newsroom\($0)", kind: .feed)
        }
    }

    private static func total(_ inputs: [ParseInput]) -> Int { inputs.reduce(0) { $0 + $1.bytes.count } }
}
