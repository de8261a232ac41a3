import Benchmark
import ConfigLoading
import EventRecognition
import RuleLanguage
import TriggerModel

/// Items to events: words, account names and the shipped rules in one index.
enum MatchStage {
    private static let items = 2000
    private static let teller = TellerOrigin(source: "newsroom", publisher: "Newsroom", isFirstHand: false)

    static func register() {
        for accounts in [1_000, 10_000, 100_000] {
            Benchmark(
                "match: all rules, \(accounts) accounts", configuration: .stage("item", megabytes: true)
            ) { benchmark, world in
                var events = 0
                benchmark.pass(world.work) {
                    for item in world.items {
                        let result = world.recogniser.recognise(item, teller: teller, received: received)
                        events += result.events.count
                    }
                }
                if events < items / 4 { benchmark.error("only \(events) events in \(items) items") }
            } setup: {
                World(pack: try ShippedConfig.rules(), accounts: accounts)
            }
        }
        for accounts in [10_000, 100_000] {
            Benchmark("match: names only, \(accounts) accounts", configuration: .stage("item", megabytes: true)) {
                benchmark, world in
                var mentions = 0
                benchmark.pass(world.work) {
                    for item in world.items { mentions += world.recogniser.mentions(in: item).count }
                }
                if mentions < items { benchmark.error("only \(mentions) mentions in \(items) items") }
            } setup: {
                World(pack: RulePack(), accounts: accounts)
            }
        }
        Benchmark("match: build the index of 100000 accounts", configuration: .stage("build")) { benchmark, input in
            benchmark.pass(Work(unit: "build", count: 1)) {
                // What it needs is built when it reads the first item.
                blackHole(
                    Recogniser(pack: input.pack, accounts: input.accounts).mentions(
                        in: Item(source: "bench", id: "1", title: "Acme")))
            }
        } setup: {
            (pack: try ShippedConfig.rules(), accounts: InventedCompanies.accounts(100_000))
        }
    }

    private static let received = Timestamp(seconds: 1_781_600_000)

    private struct World {
        let recogniser: Recogniser
        let items: [Item]
        let work: Work

        init(pack: RulePack, accounts: Int) {
            recogniser = Recogniser(pack: pack, accounts: InventedCompanies.accounts(accounts))
            items = (0..<MatchStage.items).map { InventedItems.item(InventedStory($0, companies: accounts)) }
            let bytes = items.reduce(0) { $0 + ($1.title ?? "").utf8.count + ($1.summary ?? "").utf8.count }
            work = Work(unit: "item", count: items.count, bytes: bytes)
        }
    }
}
