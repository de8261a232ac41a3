import ConfigLoading
import EventRecognition
import Ledger
import RuleLanguage
import Testing
import TriggerModel

@testable import WatcherRuntime

/// Reading only what may be told otherwise finds all that reading everything twice would.
struct `A backtest that reads what differs` {
    struct Change: Sendable, CustomTestStringConvertible {
        var testDescription: String
        /// Whether anything is told otherwise, and whether less is read than all that any rule hears.
        var isHeard = true
        var isPartial = true
        var apply: @Sendable (inout RulePack) -> Void
    }

    private static func pattern(_ words: String) -> Pattern {
        let nodes = words.split(separator: " ").map { Pattern.Node.word(String($0)) }
        return Pattern(
            text: words, root: .sequence(nodes), place: SourcePlace(file: "rules/x.yaml", line: 1, column: 1))
    }

    private static let kept = [
        "cyber.incident", "funding.round", "leadership.ceo", "leadership.cfo", "ma.agreement", "site.closure",
    ]

    static let changes = [
        Change(testDescription: "a hedge that nobody writes", isHeard: false) {
            $0.hedges.append(pattern("quixotically mooted"))
        },
        Change(testDescription: "a hedge that some write") { $0.hedges.append(pattern("names")) },
        Change(testDescription: "no hedges at all") { $0.hedges = [] },
        Change(testDescription: "no fillers at all") { $0.fillers = [] },
        Change(testDescription: "a word of a language", isHeard: false) {
            $0.languages[0].knownBy.append("quixotisch")
        },
        Change(testDescription: "a look-alike of one rule") { pack in
            let place = SourcePlace(file: "rules/x.yaml", line: 1, column: 1)
            for index in pack.triggers.indices where pack.triggers[index].id == "leadership.cfo" {
                pack.triggers[index].unless.append(
                    .init(
                        texts: [.init(position: .headline, patterns: [pattern("wednesday")])], filing: nil,
                        place: place))
            }
        },
        Change(testDescription: "a pattern fewer in every rule") { pack in
            for index in pack.triggers.indices where !pack.triggers[index].match[0].texts.isEmpty {
                pack.triggers[index].match[0].texts[0].patterns.removeFirst()
            }
        },
        Change(testDescription: "a rule that is disabled") { pack in
            for index in pack.triggers.indices where pack.triggers[index].id == "leadership.ceo" {
                pack.triggers[index].status = .disabled
            }
        },
        Change(testDescription: "a pattern more, for which events of other rules give way") { pack in
            let place = SourcePlace(file: "rules/x.yaml", line: 1, column: 1)
            for index in pack.triggers.indices where pack.triggers[index].id == "ma.agreement" {
                pack.triggers[index].match.insert(
                    .init(
                        texts: [.init(position: .headline, patterns: [pattern("raises")])], filing: nil, place: place),
                    at: 0)
            }
        },
        Change(testDescription: "families in another order", isHeard: false, isPartial: false) {
            $0.families.precedence.reverse()
        },
        Change(testDescription: "shared words in another order", isHeard: false, isPartial: false) {
            $0.hedges.reverse()
        },
    ]

    @Test(arguments: changes)
    func `tells the same events otherwise as one that reads all`(_ change: Change) async throws {
        let world = try Self.history()
        var other = world.configuration
        change.apply(&other.rules)
        let (old, new) = (world.engine, ReasonEngine(other))
        let stored = try world.ledger.replay(since: Timestamp(seconds: 0), limit: 5000)
        let (before, after) = (Rereading(engine: old), Rereading(engine: new))
        func otherwise(_ one: [Rereading.Told], _ two: [Rereading.Told]) -> Set<Event> {
            Set(before.fold(one).map(\.event)).symmetricDifference(after.fold(two).map(\.event))
        }
        let wholly = await otherwise(before.read(stored), after.read(stored))
        let reading = BacktestReading(old, new, since: Timestamp(seconds: 0), world.ledger)
        var heard = 0
        let read = try await reading.read { _, _ in heard += 1 }
        #expect(otherwise(read.before, read.after) == wholly)
        #expect(wholly.isEmpty == !change.isHeard)
        #expect(read.items == stored.count)
        let heardAtAll = try await Self.readByAnotherOrder.value
        #expect(heardAtAll < stored.count)
        #expect((read.touched < heardAtAll) == change.isPartial, "\(read.touched) of \(heardAtAll) read")
        #expect(heard > 0)
    }

    /// How many items are read again where all are that any rule hears: by rules of another order.
    private static let readByAnotherOrder = Task {
        let world = try history()
        var other = world.configuration
        other.rules.families.precedence.reverse()
        let reading = BacktestReading(world.engine, ReasonEngine(other), since: Timestamp(seconds: 0), world.ledger)
        return try await reading.read { _, _ in }.touched
    }

    /// A world of few rules that has read `items` over some days.
    private static func history() throws -> WatchWorld {
        var world = try WatchWorld()
        let items = items(world.configuration.rules)
        world.configuration.rules.triggers.removeAll { !kept.contains($0.id) }
        let source = WatchWorld.source("wire")
        for (day, start) in stride(from: 0, to: items.count, by: 40).enumerated() {
            let titles = Array(items[start..<min(start + 40, items.count)])
            try world.read(titles, of: source, at: WatchWorld.now.adding(days: day))
        }
        let stored = try world.ledger.replay(since: Timestamp(seconds: 0), limit: 5000)
        #expect(stored.count == items.count)
        return world
    }

    /// What rules are tried by, told by one or two days in a row, and some told again; among it news of other kinds, as in
    /// any history.
    private static func items(_ rules: RulePack) -> [String] {
        let days = ["on Monday", "this day", "by Wednesday", "again"]
        func titles(_ isOurs: Bool) -> [String] {
            rules.triggers.filter { kept.contains($0.id) == isOurs }.flatMap { $0.trials.compactMap(\.item.title) }
        }
        // By the title alone, so that a trial more changes no other item.
        func number(_ title: String) -> Int { title.utf8.reduce(0) { $0 + Int($1) } }
        let ours = titles(true).filter { number($0).isMultiple(of: 2) }
        let others = titles(false).filter { number($0).isMultiple(of: 10) }
        let own = [
            "Northgate Mills today names Ada Nilsen as its new CFO", "Northgate Mills may name Ada Nilsen CFO",
            "Corvane Foods reportedly names Jo Roe chief executive",
        ]
        let plain = (1...200).map { "The town band of the village plays tune \($0) in its park" }
        return Set(ours + others + own + plain).sorted().map { title in
            let number = number(title)
            let day = days[number % days.count]
            return number % 3 == 0 ? title : number % 3 == 1 ? "\(title) \(day)" : "\(day): today \(title) \(number)"
        }
    }
}
